import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenTree, type BrokenTree } from "../support/broken-tree.js";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** A command line of its own, which says what it was given and uses a slow library for one command only. */
const MAIN = `import { answer } from "../../shared/answer.js";
const args = process.argv.slice(2);
console.log(JSON.stringify([answer, ...args]));
if (args[0] === "workbook") console.log(Object.keys((await import("exceljs")).default));
process.exitCode = 7;
`;

let tree: BrokenTree;

beforeAll(() => {
  const taken = ["build/gongkai.mjs", "build/command-line.mjs", "build/bundling.mjs", "package-lock.json"];
  tree = brokenTree(
    new Map([
      ...taken.map((name) => [name, readFileSync(path.join(ROOT, name), "utf8")] as const),
      ["electron/cli/main.ts", MAIN],
      ["shared/answer.ts", 'export const answer: string = "first";\n'],
    ]),
  );
});
afterAll(() => {
  tree.remove();
});

function gongkai(...args: readonly string[]): {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
} {
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(tree.root, "build/gongkai.mjs"), ...args], {
    encoding: "utf8",
  });
  return { stdout, stderr, status };
}

const built = (): readonly string[] => readdirSync(path.join(tree.root, "dist/gongkai"));

test("the first call builds in silence; arguments and exit code are the program's own", () => {
  expect(gongkai("check", "a b.xlsx", "--json")).toEqual({
    stdout: '["first","check","a b.xlsx","--json"]\n',
    stderr: "",
    status: 7,
  });
});

test("exceljs is a chunk of its own, so that a command that does not need it does not load it", () => {
  expect(statSync(path.join(tree.root, "dist/gongkai/main.mjs")).size).toBeLessThan(20_000);
  expect(gongkai("workbook").stdout).toContain("Workbook");
  expect(built().some((name) => name.startsWith("exceljs") || name.startsWith("excel-"))).toBe(true);
});

test("an unchanged program is not built again, a changed one is", () => {
  const main = path.join(tree.root, "dist/gongkai/main.mjs");
  const before = statSync(main).mtimeMs;
  gongkai("check");
  expect(statSync(main).mtimeMs).toBe(before);
  writeFileSync(path.join(tree.root, "shared/answer.ts"), 'export const answer: string = "second answer";\n');
  expect(gongkai("check").stdout).toBe('["second answer","check"]\n');
});

test("no draft of a build stays behind", () => {
  expect(built().filter((name) => !/^(built-from|.*\.mjs(\.map)?)$/.test(name))).toEqual([]);
});

test("a program that does not compile is told on stderr, and the exit code is 2", () => {
  writeFileSync(path.join(tree.root, "shared/answer.ts"), "export const answer = ;\n");
  const { stdout, stderr, status } = gongkai("check");
  expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  expect(stderr).toContain("shared/answer.ts");
});
