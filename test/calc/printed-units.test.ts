import { describe, expect, it } from "vitest";
import { compileRules } from "../../shared/calc/compiled-rules.js";
import { openSession } from "../../shared/calc/open.js";
import { findings, markOf } from "../support/show.js";
import { foundText, smallPack } from "../support/small-pack.js";

/** The sheet of table 03 prints 元: its figures are kept in 万元 with six places; table 01 prints 万元. */
function open(total03: string, link: string): readonly string[] {
  const pack = smallPack();
  const compiled = compileRules(pack);
  if (!compiled.ok) throw new Error("rules");
  const found = foundText(`
  03      | total     | basic     | project
  total   | ${total03} | 10.000001 | 2.345677
  208     | 12.345678 | 10.000001 | 2.345677

  01 | sum
  r2 | ${link}`);
  const printedUnits = new Map(["total", "basic", "project"].map((column) => [`03!${column}`, "元"] as const));
  const session = openSession(pack, compiled.formulas, { ...found, printedUnits });
  return [...findings(session), markOf(session, "03!total!total")];
}

describe("a sheet in 元 under a pack in 万元", () => {
  it("agrees with the 万元 it rounds to", () => {
    expect(open("12.345678", "12.35")).toEqual([""]);
  });

  it("is exact to 0.01 元, not to 0.01 万元", () => {
    expect(open("12.345778", "12.35")).toContain("支-合计 violated 03!total!total 12.345778 12.345678 0.000100");
    expect(open("12.345679", "12.35")).toContain("支-合计 rounding 03!total!total 12.345679 12.345678 0.000001");
  });

  it("differs from a 万元 figure it does not round to", () => {
    expect(open("12.345678", "12.37")).toContain("表-2 violated 01!r2!sum 12.37 12.345678 0.024322");
  });
});
