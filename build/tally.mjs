import path from "node:path";

/**
 * What is used of the report that Vitest writes as JSON.
 *
 * @typedef {object} VitestReport
 * @property {readonly FileReport[]} testResults
 *
 * @typedef {object} FileReport
 * @property {string} name
 * @property {string} status
 * @property {readonly { fullName: string; status: string }[]} assertionResults
 */

/**
 * Counts every test. One that was skipped or never ran counts as failed, because nothing may be left out; a file that fails
 * outside its tests (it does not even load) counts as one failure.
 *
 * @type {(report: VitestReport, root: string) => { passed: number; failures: string[] }}
 */
export function tally(report, root) {
  let passed = 0;
  /** @type {string[]} */
  const failures = [];
  for (const { name, status, assertionResults } of report.testResults) {
    const file = path.relative(root, name);
    const wrong = assertionResults.filter((test) => test.status !== "passed");
    passed += assertionResults.length - wrong.length;
    for (const test of wrong) failures.push(`${file}: ${test.fullName} (${test.status})`);
    if (status !== "passed" && wrong.length === 0) failures.push(`${file} (${status})`);
  }
  return { passed, failures };
}
