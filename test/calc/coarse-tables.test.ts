import { describe, expect, it } from "vitest";
import { compileRules } from "../../shared/calc/compiled-rules.js";
import { openSession } from "../../shared/calc/open.js";
import { findings } from "../support/show.js";
import { foundText, smallPack } from "../support/small-pack.js";

/** The findings of table 03 on a sheet in 元; its figures are written in the pack's 万元, so 0.01 are 100 元. */
function open(rows: string): readonly string[] {
  const pack = smallPack();
  const compiled = compileRules(pack);
  if (!compiled.ok) throw new Error("rules");
  const printedUnits = new Map(["total", "basic", "project"].map((column) => [`03!${column}`, "元"] as const));
  return findings(openSession(pack, compiled.formulas, { ...foundText(rows), printedUnits }));
}

describe("a sheet in 元 whose figures were rounded in 万元 before", () => {
  it("has the 尾差 of 万元", () => {
    expect(
      open(`
      03    | total | basic | project
      total | 12.36 | 10.01 | 2.34
      208   | 12.35 | 10.01 | 2.34`),
    ).toContain("支-合计 rounding 03!total!total 12.360000 12.350000 0.010000");
  });

  it("has errors beyond it", () => {
    expect(
      open(`
      03    | total | basic | project
      total | 12.38 | 10.01 | 2.34
      208   | 12.35 | 10.01 | 2.34`),
    ).toContain("支-合计 violated 03!total!total 12.380000 12.350000 0.030000");
  });

  it("knows no 尾差 beside a figure to the last 元", () => {
    expect(
      open(`
      03    | total   | basic | project
      total | 15.6901 | 13.35 | 2.34
      208   | 12.35   | 10.01 | 2.34
      210   | 1.11    | 1.11  |
      213   | 1.12    | 1.12  |
      221   | 1.11    | 1.11  |`),
    ).toContain("支-合计 violated 03!total!total 15.690100 15.690000 0.000100");
  });
});

describe("a sheet in 元 of round sums", () => {
  it("is exact: its figures were never rounded", () => {
    expect(
      open(`
      03    | total | basic | project
      total | 12.01 | 10    | 2
      208   | 12    | 10    | 2`),
    ).toContain("支-合计 violated 03!total!total 12.010000 12.000000 0.010000");
  });
});
