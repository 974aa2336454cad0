import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { builtCommandLine } from "../../build/command-line.mjs";

/** What a run of the command line gave. */
export interface CommandRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where the sample workbooks lie. */
export const PACK_FOLDER = path.join(import.meta.dirname, "..", "..", "templates", "yunnan-2020");

/** Builds the command line when needed and gives a function that runs it as people do: a process of its own. */
export async function commandLine(): Promise<(...args: readonly string[]) => CommandRun> {
  const program = await builtCommandLine();
  return (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: status, stdout, stderr };
  };
}

/** Runs something with a folder of its own and takes the folder away afterwards. */
export async function inFolder<Result>(use: (folder: string) => Promise<Result> | Result): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
