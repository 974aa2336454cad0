import { expect, test } from "vitest";
import { tally, tallyOfWindow } from "../../build/tally.mjs";

const file = (status: string, ...tests: readonly string[]) => ({
  name: "/repository/test/sum.test.ts",
  status,
  assertionResults: tests.map((test, index) => ({ fullName: `case ${index}`, status: test })),
});

test("tests that passed are counted one by one", () => {
  const report = { testResults: [file("passed", "passed", "passed"), file("passed", "passed")] };
  expect(tally(report, "/repository")).toEqual({ passed: 3, failures: [] });
});

test.each(["failed", "skipped", "pending", "todo"])("a test that is %s counts as failed and is named", (status) => {
  const report = { testResults: [file("failed", "passed", status)] };
  expect(tally(report, "/repository")).toEqual({ passed: 1, failures: [`test/sum.test.ts: case 1 (${status})`] });
});

test("a file that does not load counts as one failure", () => {
  expect(tally({ testResults: [file("failed")] }, "/repository").failures).toEqual(["test/sum.test.ts (failed)"]);
});

const spec = (title: string, ...statuses: readonly string[]) => ({
  title,
  file: "shell.e2e.ts",
  tests: statuses.map((status) => ({ status })),
});

test("tests of the window are counted through all suites", () => {
  const inner = { specs: [spec("copy", "expected"), spec("paste", "expected")] };
  expect(tallyOfWindow({ errors: [], suites: [{ specs: [spec("open", "expected")], suites: [inner] }] })).toEqual({
    passed: 3,
    failures: [],
  });
});

test.each(["unexpected", "skipped", "flaky"])("a test of the window that is %s counts as failed", (status) => {
  const report = { errors: [], suites: [{ specs: [spec("open", "expected"), spec("save", status)] }] };
  expect(tallyOfWindow(report)).toEqual({ passed: 1, failures: [`test/app/shell.e2e.ts: save (${status})`] });
});

test("an error outside the window's tests counts as one failure", () => {
  expect(tallyOfWindow({ errors: [{ message: "no tests" }], suites: [] }).failures).toEqual(["playwright: no tests"]);
});
