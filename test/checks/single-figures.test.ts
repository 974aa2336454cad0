import { beforeAll, describe, expect, it } from "vitest";
import type { CompiledFormula } from "../../shared/calc/compiled-rules.js";
import { openSession, type FoundWorkbook } from "../../shared/calc/open.js";
import { checkRules } from "../../shared/checks/check.js";
import { decimal, type Decimal } from "../../shared/decimal.js";
import { addressKey, type CellAddress } from "../../shared/model/address.js";
import type { Finding } from "../../shared/model/finding.js";
import type { CellInput } from "../../shared/model/workbook.js";
import type { Pack } from "../../shared/template/pack.js";
import { foundFrom, loadFormulas, loadPack, loadSeed } from "../support/seed.js";

let pack: Pack;
let formulas: readonly CompiledFormula[];
let published: FoundWorkbook;

beforeAll(() => {
  pack = loadPack("yunnan-2020");
  formulas = loadFormulas(pack);
  published = foundFrom(pack, loadSeed("tables-01-09.json", "assets.json"));
});

/** Every figure of 01–09 as published that is not blank. */
function publishedFigures(): readonly { at: CellAddress; value: Decimal }[] {
  return [...published.tables].flatMap(([table, { rows }]) =>
    rows.flatMap((row) =>
      [...row.cells].flatMap(([column, input]) => {
        return table === "assets" || input.kind === "text"
          ? []
          : [{ at: { table, row: row.key, column }, value: input.value }];
      }),
    ),
  );
}

/** The rules' findings when one figure of the published tables is another one. */
function findingsWith(at: CellAddress, value: Decimal): readonly Finding[] {
  const table = published.tables.get(at.table);
  const input: CellInput = { kind: "amount", value };
  const rows = (table?.rows ?? []).map((row) => {
    return row.key === at.row ? { ...row, cells: new Map([...row.cells, [at.column, input]]) } : row;
  });
  const tables = new Map([...published.tables, [at.table, { rows }]]);
  return checkRules(openSession(pack, formulas, { ...published, tables }));
}

function errorsNaming(findings: readonly Finding[], at: CellAddress): readonly Finding[] {
  const key = addressKey(at);
  return findings.filter(
    ({ severity, cells }) => severity === "error" && cells.some((cell) => addressKey(cell) === key),
  );
}

describe("one figure of 01–09 changed", () => {
  it("by 1.00 gives an error that names the cell, for at least 98 % of all figures", () => {
    const figures = publishedFigures();
    const unseen = figures.filter(({ at, value }) => errorsNaming(findingsWith(at, value.plus(1)), at).length === 0);
    expect(figures.length).toBe(1120);
    expect(unseen.map(({ at }) => addressKey(at)).filter((key) => !key.startsWith("09!"))).toEqual([]);
    expect(unseen.length / figures.length).toBeLessThanOrEqual(0.02);
  });

  it.each([
    ["01!r27!revenue", "within the interval", "rounding"],
    ["02!total!total", "within the interval", "rounding"],
    ["03!total!basic", "within the interval", "rounding"],
    ["06!personnelTotal!amount", "within the interval", "rounding"],
    ["09!r2!actual", "within the interval", "rounding"],
    ["02!total!publicService", "all parts are zero", "violated"],
    ["06!310!amount", "all parts are zero", "violated"],
  ])("by 0.01 in %s, %s, is %s", (key, _, kind) => {
    const at = addressOf(key);
    const value = publishedFigures().find((one) => addressKey(one.at) === key)?.value ?? decimal("0");
    const found = findingsWith(at, value.plus("0.01")).filter((one) => addressKey(one.cells[0] ?? at) === key);
    expect(found.map((one) => one.kind)).toContain(kind);
    if (kind === "rounding") expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(errorsNaming(findingsWith(at, value.plus(1)), at).length).toBeGreaterThan(0);
  });
});

function addressOf(key: string): CellAddress {
  const [table = "", row = "", column = ""] = key.split("!");
  return { table, row, column };
}
