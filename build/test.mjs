import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { installDebianPackages, installModules } from "./set-up.mjs";
import { tally } from "./tally.mjs";

/**
 * `npm test`: set-up, then every check in order, cheap ones first. All run even when one fails. The last line counts every
 * test of Vitest and each static check as one; a test that was skipped counts as failed, because nothing may be left out.
 */

const ROOT = path.dirname(import.meta.dirname);
const REPORT = path.join(ROOT, ".cache", "vitest.json");

const PROJECTS = [
  "tsconfig.json",
  "tsconfig.shared.json",
  "tsconfig.electron.json",
  "tsconfig.tools.json",
  "renderer/tsconfig.json",
  "test/renderer/tsconfig.json",
  "test/app/tsconfig.json",
  "build/standin/worlds/tsconfig.json",
];
const SOURCE_FOLDERS = ["shared", "electron", "renderer", "build", "test"].filter((folder) =>
  existsSync(path.join(ROOT, folder)),
);

/** Each check by name: the programs to run, which all must succeed. @type {readonly (readonly [string, readonly (readonly string[])[]])[]} */
const STATIC_CHECKS = [
  ["tsc", PROJECTS.map((project) => ["typescript/bin/tsc", "-p", project])],
  ["eslint", [["eslint/bin/eslint.js", "--max-warnings", "0", "."]]],
  ["prettier", [["prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."]]],
  [
    "dependency-cruiser",
    [["dependency-cruiser/bin/dependency-cruise.mjs", "--config", ".dependency-cruiser.cjs", ...SOURCE_FOLDERS]],
  ],
  ["knip", [["knip/bin/knip.js"]]],
];

let passed = 0;
/** @type {string[]} */
const failures = [];

try {
  installModules();
  installDebianPackages();
  for (const [name, commands] of STATIC_CHECKS) {
    console.log(`\n== ${name}`);
    if (commands.map((command) => run(command)).every((succeeded) => succeeded)) passed += 1;
    else failures.push(name);
  }
  console.log("\n== vitest");
  runVitest();
} catch (error) {
  failures.push(error instanceof Error ? error.message : String(error));
}

if (failures.length > 0) console.log(`\n未通过：\n${failures.map((name) => `  ${name}`).join("\n")}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** Counts by Vitest's own report, not by what it prints. */
function runVitest() {
  mkdirSync(path.dirname(REPORT), { recursive: true });
  rmSync(REPORT, { force: true });
  const succeeded = run([
    "vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${REPORT}`,
  ]);
  /** @type {import("./tally.mjs").VitestReport} */
  const report = JSON.parse(readFileSync(REPORT, "utf8"));
  const counted = tally(report, ROOT);
  passed += counted.passed;
  failures.push(...counted.failures);
  // An error outside every test, such as a rejected promise nobody awaited.
  if (!succeeded && counted.failures.length === 0) failures.push("vitest");
}

/** Runs a program of node_modules with its output shown; true when it succeeded. @type {(command: readonly string[]) => boolean} */
function run([script = "", ...args]) {
  const program = path.join(ROOT, "node_modules", script);
  return (
    spawnSync(process.execPath, [program, ...args], { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] }).status === 0
  );
}
