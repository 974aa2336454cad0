import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtCommandLine } from "../../build/command-line.mjs";
import { HOSTILE_FILES } from "../support/hostile-files.js";

/** What a refusal may cost the whole process, in megabytes. */
const MOST_MEMORY = 300;

const folder = mkdtempSync(path.join(tmpdir(), "gongkai-refusals-"));
const meter = path.join(folder, "meter.mjs");
let program: string;

beforeAll(async () => {
  program = await builtCommandLine();
  // Says what the process needed at most, after everything else.
  writeFileSync(
    meter,
    'process.on("exit", () => process.stderr.write(`\npeak ${process.resourceUsage().maxRSS} ${Object.keys(Object.prototype).length}\n`));',
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `export` on a file: it must refuse, say why in Chinese, and write nothing. */
function refuse(bytes: Uint8Array): {
  code: number | null;
  failure: string;
  message: string;
  peak: number;
  written: number;
} {
  const file = path.join(folder, "hostile.xlsx");
  const out = path.join(folder, "out");
  writeFileSync(file, bytes);
  const args = ["--import", pathToFileURL(meter).href, program];
  const run = spawnSync(process.execPath, [...args, "export", file, "--out", out, "--force", "--json"], {
    encoding: "utf8",
  });
  const { failure } = JSON.parse(run.stdout) as { failure?: { code: string; message: string } };
  const peak = Number(/peak (\d+) 0\n/.exec(run.stderr)?.[1]) / 1024;
  const written = readdirSync(folder).filter((name) => name === "out").length;
  return { code: run.status, failure: failure?.code ?? "", message: failure?.message ?? "", peak, written };
}

describe("a workbook that cannot be read", () => {
  const refused = HOSTILE_FILES.filter(([expected]) => expected !== "ok");

  it("comes in every kind", () => {
    expect(refused.length).toBeGreaterThan(40);
  });

  it.each(refused)("is refused as %s: %s", (expected, name, make) => {
    const outcome = refuse(make());
    expect(outcome, name).toMatchObject({ code: 2, failure: expected, written: 0 });
    expect(outcome.message).toMatch(/[\u4e00-\u9fff]{6,}.*。$/);
    expect(outcome.peak).toBeLessThan(MOST_MEMORY);
  });
});
