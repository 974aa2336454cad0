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
if (args[0] === "workbook") void import("exceljs").then((library) => console.log(Object.keys(library.default)));
process.exitCode = 7;
`;

let tree: BrokenTree;

beforeAll(() => {
  const taken = [
    ...["build/gongkai.mjs", "build/command-line.mjs", "build/bundling.mjs", "package-lock.json"],
    ...["start", "cold-start", "remembered-code"].map((name) => `electron/cli/${name}.ts`),
  ];
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
const named = (name: RegExp): string => built().find((file) => name.test(file)) ?? "";

test("the first call builds in silence; arguments and exit code are the program's own", () => {
  expect(gongkai("check", "a b.xlsx", "--json")).toEqual({
    stdout: '["first","check","a b.xlsx","--json"]\n',
    stderr: "",
    status: 7,
  });
});

test("what a command does not use is bundled and not run", () => {
  expect(gongkai("workbook").stdout).toContain("Workbook");
  expect(gongkai("check").stdout).toBe('["first","check"]\n');
});

test("the code of the first run is remembered, and not written again by a run that could use it", () => {
  const memory = (): number => statSync(path.join(tree.root, "dist/gongkai", named(/^program-.*\.code$/))).mtimeMs;
  const before = memory();
  expect(gongkai("check").stdout).toBe('["first","check"]\n');
  expect(memory()).toBe(before);
});

test("what was remembered wrongly is not believed, and mended", () => {
  const memory = path.join(tree.root, "dist/gongkai", named(/^program-.*\.code$/));
  writeFileSync(memory, "no code at all");
  expect(gongkai("check").stdout).toBe('["first","check"]\n');
  expect(statSync(memory).size).toBeGreaterThan(1000);
});

test("an unchanged program is not built again, a changed one is", () => {
  const main = path.join(tree.root, "dist/gongkai/main.mjs");
  const before = statSync(main).mtimeMs;
  gongkai("check");
  expect(statSync(main).mtimeMs).toBe(before);
  // Of the same length: V8 alone would take what it remembers for this program's.
  writeFileSync(path.join(tree.root, "shared/answer.ts"), 'export const answer: string = "other";\n');
  expect(gongkai("check").stdout).toBe('["other","check"]\n');
});

test("no draft of a build stays behind", () => {
  expect(
    built().filter((name) => !/^(built-from|main\.mjs|program-[A-Z0-9]+\.(cjs|cjs\.map|code))$/.test(name)),
  ).toEqual([]);
});

test("a program that does not compile is told on stderr, and the exit code is 2", () => {
  writeFileSync(path.join(tree.root, "shared/answer.ts"), "export const answer = ;\n");
  const { stdout, stderr, status } = gongkai("check");
  expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  expect(stderr).toContain("shared/answer.ts");
});
