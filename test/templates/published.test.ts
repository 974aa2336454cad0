import { describe, expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { computedOf } from "../../shared/calc/computed-session.js";
import { openSession } from "../../shared/calc/open.js";
import { checkRules } from "../../shared/checks/check.js";
import { checkStructures } from "../../shared/checks/structure.js";
import type { Finding } from "../../shared/model/finding.js";
import { foundFrom, loadFormulas, loadPack, loadSeed } from "../support/seed.js";

const pack = loadPack("yunnan-2020");
const formulas = loadFormulas(pack);
const SENTENCES = new URL("../../build/templates/seed/empty-sentences.json", import.meta.url);

/** The findings of the rules about the published tables, with the units the narrative names. */
function publishedFindings(...files: readonly string[]): readonly Finding[] {
  const found = foundFrom(pack, loadSeed(...files));
  const session = openSession(pack, formulas, {
    ...found,
    remarks: new Map([["其他事业单位数", "4"]]),
    emptySentences: new Map(Object.entries(JSON.parse(readFileSync(SENTENCES, "utf8")) as Record<string, string>)),
  });
  return [...checkRules(session), ...checkStructures(computedOf(session))];
}

function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, cells: [at], left, right, difference }) =>
    [rule, at === undefined ? "" : `${at.table}!${at.row}!${at.column}`, left ?? "", right ?? "", difference ?? ""]
      .join(" ")
      .trimEnd(),
  );
}

describe("公开01–09 and 国有资产 as published", () => {
  const findings = publishedFindings("tables-01-09.json", "assets.json");

  test("have no error but the doubled 30399", () => {
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(lines(errors)).toEqual(["06-04 06!30399!amount"]);
    expect(errors[0]?.facts).toMatchObject({ code: "30399", name: "代缴社会保险费", owner: "30311" });
  });

  test("have exactly 32 尾差 of 0.01, each a hint", () => {
    const roundings = findings.filter(({ kind }) => kind === "rounding");
    expect(roundings.every(({ severity }) => severity === "hint")).toBe(true);
    expect(lines(roundings)).toEqual(ROUNDINGS);
  });

  test("need one explanation: 机关运行经费 equals 公用经费 although there are other 事业单位", () => {
    expect(lines(findings.filter(({ severity }) => severity === "explain"))).toEqual([
      "X-19 09!r22!actual 252.99 252.99 0.00",
    ]);
  });

  test("have nothing that cannot be checked", () => {
    expect(findings.filter(({ kind }) => kind === "not-checked")).toEqual([]);
  });
});

describe("公开11 and 公开12 as published", () => {
  const all = publishedFindings("tables-01-09.json", "assets.json", "profile-11.json", "projects-12.json");
  const findings = all.filter(({ rule }) => /^1[12]-/.test(rule));

  test("hold the real errors, each at its place", () => {
    expect(lines(findings.filter(({ severity }) => severity === "error"))).toEqual(ERRORS);
  });

  test("differ by 0.01 from 公开05 in two places", () => {
    expect(lines(findings.filter(({ kind }) => kind === "rounding"))).toEqual([
      "11-03 11-tasks!1!spent 5757.61 5757.60 0.01",
      "12-08 12-funds!p2/total!executed 817.54 817.55 -0.01",
    ]);
  });
});

const ROUNDINGS = `
02-01 02!208!total 8040.84 8040.85 -0.01
02-03a 02!total!total 8300.02 8300.01 0.01
02-03b 02!208!fiscalAppropriation 7874.43 7874.42 0.01
02-03c 02!20805!total 1383.73 1383.74 -0.01
02-03c 02!20805!fiscalAppropriation 1383.73 1383.74 -0.01
02-03c 02!20807!total 2200.18 2200.19 -0.01
02-03c 02!20807!fiscalAppropriation 2200.18 2200.19 -0.01
03-01 03!20801!total 2485.10 2485.11 -0.01
03-01 03!20805!total 1383.73 1383.74 -0.01
03-02b 03!208!total 8078.45 8078.44 0.01
03-02b 03!208!basic 2121.82 2121.83 -0.01
03-02c 03!20801!total 2485.10 2485.11 -0.01
03-02c 03!20805!total 1383.73 1383.74 -0.01
03-02c 03!20807!total 2200.18 2200.19 -0.01
03-02c 03!20807!project 2200.18 2200.19 -0.01
05-02 05!total!revenueTotal 8133.60 8133.59 0.01
05-02 05!208!revenueTotal 7874.43 7874.42 0.01
05-02 05!20805!revenueTotal 1383.73 1383.74 -0.01
05-03 05!total!expenditureTotal 8133.60 8133.59 0.01
05-03 05!208!expenditureTotal 7874.43 7874.42 0.01
05-03 05!20805!expenditureTotal 1383.73 1383.74 -0.01
05-08b 05!208!revenueTotal 7874.43 7874.42 0.01
05-08b 05!208!revenueBasic 2121.82 2121.83 -0.01
05-08b 05!208!expenditureTotal 7874.43 7874.42 0.01
05-08b 05!208!expenditureBasic 2121.82 2121.83 -0.01
05-08c 05!20805!revenueTotal 1383.73 1383.74 -0.01
05-08c 05!20805!expenditureTotal 1383.73 1383.74 -0.01
05-08c 05!20807!revenueTotal 2200.18 2200.19 -0.01
05-08c 05!20807!revenueProject 2200.18 2200.19 -0.01
05-08c 05!20807!expenditureTotal 2200.18 2200.19 -0.01
05-08c 05!20807!expenditureProject 2200.18 2200.19 -0.01
06-01 06!301!amount 1945.56 1945.57 -0.01`
  .trim()
  .split("\n");

/** One source listed twice, rates and amounts in the wrong columns, weights that do not add up, 元 for 万元, 公开11 against 公开12. */
const ERRORS = `
12-01 12-funds!p6/total!initial 89.92 179.84 -89.92
12-01 12-funds!p6/total!annual 89.92 179.84 -89.92
12-01 12-funds!p6/total!executed 89.92 179.84 -89.92
12-02 12-funds!p6/current!rate 1.00 100.00 -99.00
12-02 12-funds!p12/current!rate 1.00 100.00 -99.00
12-02 12-funds!p14/current!rate 350000.00 100.00 349900.00
12-04 12-projects!p7!totalWeight 100 90 10
12-04 12-projects!p11!totalWeight 100 90 10
12-04 12-projects!p13!totalWeight 100 400 -300
12-05 12-projects!p7!totalScore 100 90 10
12-05 12-projects!p11!totalScore 100 85 15
12-05 12-projects!p13!totalScore 100 400 -300
12-06 12-funds!p9/total!executed 8112.64 5961.63 2151.01
12-06 12-funds!p12/total!executed 50000.00 5961.63 44038.37
12-06 12-funds!p13/total!executed 11600.00 5961.63 5638.37
12-06 12-funds!p14/total!executed 350000.00 5961.63 344038.37
12-07 12-funds!p1/total!executed 421791.83 5961.63 415830.20
12-09 12-funds!p9/total!executed 8112.64 3055.64 5057.00`
  .trim()
  .split("\n");
