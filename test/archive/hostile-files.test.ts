import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOSTILE_FILES } from "../support/hostile-files.js";

/** What a hostile file may cost a process, in megabytes, the program itself included. */
const MOST_MEMORY = 300;

/** Only so that a hang ends; how long a file takes is not asserted. */
const HANGS_MS = 50_000;

const folder = mkdtempSync(path.join(tmpdir(), "gongkai-hostile-"));
const program = path.join(folder, "open-hostile.cjs");

interface Outcome {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly polluted: boolean;
  readonly megabytes: number;
}

beforeAll(() => {
  const entry = path.join(import.meta.dirname, "../support/open-hostile.ts");
  buildSync({ entryPoints: [entry], outfile: program, bundle: true, platform: "node", format: "cjs" });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Refusals are measured from the command line (test/cli/refusals.test.ts); here only what must be read in spite of its looks. */
describe("an odd file that must be read, opened in a process of its own", () => {
  it.each(HOSTILE_FILES.filter(([expected]) => expected === "ok"))("gives %s: %s", (expected, name, make) => {
    const outcome = openInProcess(make());
    expect(outcome, name).toMatchObject({ code: expected, polluted: false });
    expect(outcome.megabytes).toBeLessThan(MOST_MEMORY);
  });
});

function openInProcess(bytes: Uint8Array): Outcome {
  const file = path.join(folder, "hostile.xlsx");
  writeFileSync(file, bytes);
  const run = spawnSync(process.execPath, [program, file], { encoding: "utf8", timeout: HANGS_MS });
  if (run.status !== 0) throw new Error(`the process ended with ${run.status ?? run.signal}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Outcome;
}
