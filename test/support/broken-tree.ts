import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** What the checkers need of the repository besides the sources they check. */
const CONFIGURATION = [
  ...["package.json", "eslint.config.js", ".dependency-cruiser.cjs", "build/lint", "shared/globals.d.ts"],
  ...["tsconfig.json", "tsconfig.base.json", "tsconfig.shared.json"],
];

/** A small repository of its own under the real one's configuration, made to be wrong. */
export interface BrokenTree {
  /** Where the tree's own root is; beside it lies what is outside of the repository. */
  readonly root: string;
  /** Runs a program of node_modules in the tree and gives what it printed. */
  run(script: string, ...args: readonly string[]): string;
  remove(): void;
}

/** Writes the files (path → content) below a temporary folder, together with the real configuration and packages. */
export function brokenTree(files: ReadonlyMap<string, string>): BrokenTree {
  const outside = mkdtempSync(path.join(tmpdir(), "gongkai-fences-"));
  const root = path.join(outside, "repository");
  for (const name of CONFIGURATION) cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true });
  symlinkSync(path.join(ROOT, "node_modules"), path.join(root, "node_modules"));
  for (const [name, content] of files) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return {
    root,
    run: (script, ...args) => runModule(root, script, args),
    remove: () => {
      rmSync(outside, { recursive: true });
    },
  };
}

/** Runs a program of node_modules in a folder and gives what it printed, whatever its exit code. */
export function runModule(folder: string, script: string, args: readonly string[]): string {
  const program = path.join(ROOT, "node_modules", script);
  const run = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (run.stdout === "") throw new Error(`${script} printed nothing: ${run.stderr}`);
  return run.stdout;
}
