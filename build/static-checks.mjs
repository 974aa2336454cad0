import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";

/** The checks that read the sources and run nothing of them. */

const ROOT = path.dirname(import.meta.dirname);

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

/** Each check by name: the programs to run, which all must succeed. @typedef {readonly [string, readonly (readonly string[])[]]} Check */

/** The longest first, so that they run beside each other. @type {readonly Check[]} */
export const STATIC_CHECKS = [
  ["eslint", [["eslint/bin/eslint.js", "--max-warnings", "0", "."]]],
  ["tsc", PROJECTS.map((project) => ["typescript/bin/tsc", "-p", project])],
  ["prettier", [["prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."]]],
  [
    "dependency-cruiser",
    [["dependency-cruiser/bin/dependency-cruise.mjs", "--config", ".dependency-cruiser.cjs", ...SOURCE_FOLDERS]],
  ],
  ["knip", [["knip/bin/knip.js"]]],
];

/**
 * Runs checks beside each other, one for each processor: none of them uses more than one. What a check prints is shown whole when it
 * has ended. Gives the names of those that failed.
 *
 * @type {(checks: readonly Check[]) => Promise<readonly string[]>}
 */
export async function failedChecks(checks) {
  const waiting = [...checks];
  /** @type {string[]} */
  const failed = [];
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const [name, commands] = check;
      const ends = [];
      for (const command of commands) ends.push(await run(command));
      console.log(`\n== ${name}\n${ends.map(({ said }) => said).join("")}`.trimEnd());
      if (ends.some(({ succeeded }) => !succeeded)) failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, lane));
  return failed;
}

/** Runs a program of node_modules. @type {(command: readonly string[]) => Promise<{ readonly succeeded: boolean; readonly said: string }>} */
function run([script = "", ...args]) {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, [path.join(ROOT, "node_modules", script), ...args], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
    });
    /** @type {string[]} */
    const said = [];
    for (const stream of [program.stdout, program.stderr]) {
      stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => said.push(text));
    }
    program.on("error", reject);
    program.on("close", (status) => resolve({ succeeded: status === 0, said: said.join("") }));
  });
}
