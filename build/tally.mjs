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
 * What is used of the report that Playwright writes as JSON: suites in suites, and the errors outside every test. A test is
 * `expected` when it passed at once, `flaky` when only a repetition did.
 *
 * @typedef {object} WindowReport
 * @property {readonly WindowSuite[]} suites
 * @property {readonly { message?: string }[]} errors
 *
 * @typedef {object} WindowSuite
 * @property {readonly WindowSuite[]} [suites]
 * @property {readonly { title: string; file: string; tests: readonly { status: string }[] }[]} specs
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

/** Counts every test of the window as {@link tally} does: only one that passed at once has passed. @type {(report: WindowReport) => { passed: number; failures: string[] }} */
export function tallyOfWindow({ suites, errors }) {
  let passed = 0;
  const failures = errors.map(({ message }) => `playwright: ${message ?? "error"}`);
  for (const { title, file, tests } of specsOf(suites)) {
    const wrong = tests.filter(({ status }) => status !== "expected");
    passed += tests.length - wrong.length;
    for (const { status } of wrong) failures.push(`test/app/${file}: ${title} (${status})`);
  }
  return { passed, failures };
}

/** @type {(suites: readonly WindowSuite[]) => WindowSuite["specs"]} */
function specsOf(suites) {
  return suites.flatMap((suite) => [...suite.specs, ...specsOf(suite.suites ?? [])]);
}
