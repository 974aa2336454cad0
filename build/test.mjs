import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { hasElectron, thisMachine } from "./runtime.mjs";
import { installDebianPackages, installModules } from "./set-up.mjs";
import { failedChecks, STATIC_CHECKS } from "./static-checks.mjs";
import { tally, tallyOfWindow } from "./tally.mjs";

/**
 * `npm test`: set-up, then every check in order, cheap ones first. All run even when one fails. The last line counts every
 * test of Vitest and Playwright and each static check as one; a test that was skipped counts as failed, because nothing may be left
 * out. `npm run test:long` is the same with two hundred kills of the window instead of ten.
 */

const ROOT = path.dirname(import.meta.dirname);
const VITEST_REPORT = path.join(ROOT, ".cache", "vitest.json");
const WINDOW_REPORT = path.join(ROOT, ".cache", "playwright.json");

let passed = 0;
/** @type {string[]} */
const failures = [];

try {
  installModules();
  installDebianPackages();
  const failedOfSources = await failedChecks(STATIC_CHECKS);
  failures.push(...failedOfSources);
  passed += STATIC_CHECKS.length - failedOfSources.length;
  console.log("\n== vitest");
  runVitest();
  console.log("\n== playwright");
  runPlaywright();
} catch (error) {
  failures.push(error instanceof Error ? error.message : String(error));
}

if (failures.length > 0) console.log(`\n未通过：\n${failures.map((name) => `  ${name}`).join("\n")}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** Counts by Vitest's own report, not by what it prints. */
function runVitest() {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${VITEST_REPORT}`];
  const succeeded = reported(VITEST_REPORT, ["vitest/vitest.mjs", "run", ...reporters]);
  /** @type {import("./tally.mjs").VitestReport} */
  const report = JSON.parse(readFileSync(VITEST_REPORT, "utf8"));
  count("vitest", succeeded, tally(report, ROOT));
}

/** The tests of the window, counted the same way. */
function runPlaywright() {
  const succeeded = reported(WINDOW_REPORT, ["playwright/cli.js", "test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: WINDOW_REPORT,
    ...(process.argv.includes("--long") ? { GONGKAI_LONG: "1" } : {}),
  });
  /** @type {import("./tally.mjs").WindowReport} */
  const report = JSON.parse(readFileSync(WINDOW_REPORT, "utf8"));
  count("playwright", succeeded, tallyOfWindow(report));
}

/** Runs tests that leave a report; true when they succeeded. @type {(report: string, command: readonly string[], env?: NodeJS.ProcessEnv) => boolean} */
function reported(report, command, env = {}) {
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  return run(command, env);
}

/** @type {(runner: string, succeeded: boolean, counted: { passed: number; failures: string[] }) => void} */
function count(runner, succeeded, counted) {
  passed += counted.passed;
  failures.push(...counted.failures);
  // An error outside every test, such as a rejected promise nobody awaited.
  if (!succeeded && counted.failures.length === 0) failures.push(runner);
}

/** Runs a program of node_modules with its output shown; true when it succeeded. @type {(command: readonly string[], env?: NodeJS.ProcessEnv) => boolean} */
function run([script = "", ...args], env = {}) {
  const command = [process.execPath, path.join(ROOT, "node_modules", script), ...args];
  const [program = "", ...rest] = needsScreen(script) ? ["xvfb-run", "--auto-servernum", ...command] : command;
  const { status } = spawnSync(program, rest, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** Electron itself shows its windows somewhere; the stand-in needs no screen. @type {(script: string) => boolean} */
function needsScreen(script) {
  return script.startsWith("playwright/") && hasElectron() && !thisMachine(process.env, process.platform).display;
}
