import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** A tracked file: its path from the root, with forward slashes, and its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** All tracked files that hold text; workbooks, documents and pictures are recognised by a NUL byte in them. */
export function trackedTexts(): readonly TextFile[] {
  const names = execFileSync("git", ["ls-files", "-z", "--cached"], { cwd: ROOT, encoding: "utf8" }).split("\0");
  return names
    .filter((name) => name !== "" && existsSync(path.join(ROOT, name)))
    .map((name) => ({ path: name, text: readFileSync(path.join(ROOT, name), "utf8") }))
    .filter(({ text }) => !text.includes("\0"));
}
