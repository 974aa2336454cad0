import { describe, expect, test } from "vitest";
import { CALL_ARGUMENTS } from "../../electron/call-arguments.js";
import { type TextFile, trackedTexts } from "./sources.js";

/** The design's budget for shared, electron and renderer: what a reader can hold in the head. */
const BUDGET = { medianLines: 120, p95Lines: 300, maxLines: 400, depth: 2, channels: 24 } as const;

interface Size {
  readonly medianLines: number;
  readonly p95Lines: number;
  readonly maxLines: number;
  /** Most folders and files on the way from shared/, electron/ or renderer/ down to a source: 2 is shared/model/address.ts. */
  readonly depth: number;
}

function sizeOf(sources: readonly TextFile[]): Size {
  const lines = sources.map(({ text }) => text.trimEnd().split("\n").length).toSorted((a, b) => a - b);
  const share = (part: number): number => lines[Math.ceil(lines.length * part) - 1] ?? 0;
  return {
    medianLines: share(0.5),
    p95Lines: share(0.95),
    maxLines: share(1),
    depth: Math.max(...sources.map(({ path: file }) => file.split("/").length - 1)),
  };
}

function overBudget(size: Size): readonly string[] {
  const parts = ["medianLines", "p95Lines", "maxLines", "depth"] as const;
  return parts.filter((part) => size[part] > BUDGET[part]);
}

function source(file: string, lines: number): TextFile {
  return { path: file, text: "x\n".repeat(lines) };
}

describe("the design's budget", () => {
  test("the product keeps it", () => {
    const product = trackedTexts().filter(({ path: file }) => /^(shared|electron|renderer)\/.*\.tsx?$/.test(file));
    expect(product.length).toBeGreaterThan(0);
    expect(overBudget(sizeOf(product))).toEqual([]);
  });

  test.each([
    ["medianLines", [source("shared/a.ts", 121), source("shared/b.ts", 121), source("shared/c.ts", 10)]],
    [
      "p95Lines",
      [
        ...Array.from({ length: 18 }, () => source("shared/a.ts", 10)),
        source("shared/b.ts", 301),
        source("shared/c.ts", 301),
      ],
    ],
    ["maxLines", [...Array.from({ length: 30 }, () => source("shared/a.ts", 10)), source("shared/b.ts", 401)]],
    ["depth", [source("shared/exchange/excel/read.ts", 10)]],
  ])("too much of %s is seen", (part, sources) => {
    expect(overBudget(sizeOf(sources))).toEqual([part]);
  });

  test("the host contract has at most 24 channels, the one back to the page counted", () => {
    const calls = Object.keys(CALL_ARGUMENTS);
    expect(calls.length).toBeGreaterThan(10);
    expect(calls.length + 1).toBeLessThanOrEqual(BUDGET.channels);
  });
});
