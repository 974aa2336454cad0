import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from "node:fs";
import path from "node:path";

/** What a later start of the program tells the first one. */
export interface SecondStart {
  readonly argv: string[];
  readonly cwd: string;
}

/**
 * One program a folder of settings: the first one holds a file with its number and hears of later ones through files in the folder.
 * Gives false when another one runs.
 */
export function holdInstance(folder: string, heard: (start: SecondStart) => void): boolean {
  mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, "standin.lock");
  const holder = existsSync(lock) ? Number.parseInt(readFileSync(lock, "utf8"), 10) : Number.NaN;
  if (holder !== process.pid && isStandin(holder)) {
    const note = path.join(folder, `${NOTE}${process.pid}`);
    const start: SecondStart = { argv: process.argv, cwd: process.cwd() };
    writeFileSync(`${note}.draft`, JSON.stringify(start));
    renameSync(`${note}.draft`, note);
    return false;
  }
  writeFileSync(lock, String(process.pid));
  watch(folder, { persistent: false }, (_change, name) => {
    const note = path.join(folder, name ?? "");
    if (name?.startsWith(NOTE) !== true || name.endsWith(".draft") || !existsSync(note)) return;
    const start = JSON.parse(readFileSync(note, "utf8")) as SecondStart;
    rmSync(note);
    heard(start);
  });
  return true;
}

/** A number may belong to another program by now. */
function isStandin(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("boot.cjs");
  } catch {
    return false;
  }
}

const NOTE = "standin-second-";
