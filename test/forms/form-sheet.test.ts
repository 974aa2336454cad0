import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { openSession } from "../../shared/calc/open.js";
import { openWorkbook, type OpenedWorkbook } from "../../shared/exchange/open-workbook.js";
import { formSheet } from "../../shared/forms/lay-out-form.js";
import type { FormSheet, SheetCell } from "../../shared/forms/form-sheet.js";
import { workingForms } from "../../shared/forms/working-forms.js";
import type { LocatedForm } from "../../shared/recognition/located.js";
import { formatRange, formatReference } from "../../shared/sheets/cell-reference.js";
import { foundFrom, loadFormulas, loadPack } from "../support/seed.js";

const pack = loadPack("yunnan-2020");
const formulas = loadFormulas(pack);
const template = opened("workbook.xlsx");
const sample = opened("sample.xlsx");

function opened(file: string): OpenedWorkbook {
  const bytes = new Uint8Array(readFileSync(new URL(`../../templates/yunnan-2020/${file}`, import.meta.url)));
  const result = openWorkbook(bytes, [{ pack, formulas }]);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

function sheetOf({ session }: OpenedWorkbook, id: string, spareRows = 0): FormSheet {
  const form = pack.forms.find((each) => each.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  return formSheet(form, computedOf(session), { spareRows });
}

function locatedOf({ read }: OpenedWorkbook, id: string): LocatedForm {
  const located = read.forms.get(id);
  if (located === undefined) throw new Error(`form ${id} is not in the workbook`);
  return located;
}

/** The sheet row, counted from 1, of the first row of the form's first region. */
function firstRow(located: LocatedForm): number {
  return located.regions[0]?.firstRow ?? 1;
}

function positions(sheet: FormSheet): readonly (readonly [number, number])[] {
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    sheet.columns.map((_column, column): readonly [number, number] => [row, column]),
  ).flat();
}

function merges(sheet: FormSheet, top: number): readonly string[] {
  const ranges = positions(sheet).flatMap(([row, column]) => {
    const range = sheet.merge(row, column);
    if (range === undefined) return [];
    return formatRange({
      firstRow: range.from.row + top,
      firstColumn: range.from.column + 1,
      lastRow: range.to.row + top,
      lastColumn: range.to.column + 1,
    });
  });
  return [...new Set(ranges)].toSorted();
}

const ids = pack.forms.map(({ id }) => id);

describe.each(ids)("form %s laid out over the blank template", (id) => {
  const sheet = sheetOf(template, id);
  const located = locatedOf(template, id);
  const top = firstRow(located);
  const { content } = located.grid;

  test("has the merges of the template's sheet", () => {
    const own = content.merges.filter((range) => range.firstRow >= top && range.firstRow < top + sheet.rowCount);
    expect(merges(sheet, top)).toEqual(own.map(formatRange).toSorted());
  });

  test("has the template's labels where they stand, and nothing else printed", () => {
    for (const [row, column] of positions(sheet)) {
      const cell = sheet.at(row, column);
      const from = sheet.merge(row, column)?.from ?? { row, column };
      const there = content.cell(from.row + top, from.column + 1);
      expect(printed(cell), formatReference(row + top, column + 1)).toBe(there?.text ?? "");
    }
  });

  test("finds each of its cells where it shows it", () => {
    for (const [row, column] of positions(sheet)) {
      const cell = sheet.at(row, column);
      if (cell.kind !== "cell") continue;
      const from = sheet.merge(row, column)?.from ?? { row, column };
      expect(sheet.positionOf(cell.at)).toEqual(from);
    }
  });
});

/** What the blank template prints at such a position. */
function printed(cell: SheetCell): string {
  if (cell.kind === "label") return cell.text;
  if (cell.kind === "dash") return pack.frame.dash;
  if (cell.kind !== "cell") return "";
  return cell.prefix ?? computedOf(template.session).text(cell.at) ?? "";
}

describe("over the filled sample", () => {
  test.each(["01", "02", "03", "04", "05", "06", "07", "08", "09", "assets"])(
    "form %s shows every cell where the file has it",
    (id) => {
      const sheet = sheetOf(sample, id);
      const located = locatedOf(sample, id);
      const top = firstRow(located);
      let cells = 0;
      for (const [row, column] of positions(sheet)) {
        const cell = sheet.at(row, column);
        if (cell.kind !== "cell" || cell.at.column === "name") continue;
        cells += 1;
        const place = sample.read.places.cell(cell.at);
        expect(place?.ref, JSON.stringify(cell.at)).toBe(formatReference(row + top, column + 1));
      }
      expect(cells).toBeGreaterThan(5);
    },
  );

  test("form 12 heads each project's indicators with the head that has a place for what they hold", () => {
    const sheet = sheetOf(sample, "12");
    const heads = new Set<string>();
    for (const [row, column] of positions(sheet)) {
      const cell = sheet.at(row, column);
      if (cell.kind === "label" && cell.role === "head") heads.add(cell.text);
    }
    expect([...heads]).toContain("度量单位");
    expect([...heads]).toContain("年度指标值");
  });

  test("form 12 merges each project's indicators as its sheet does", () => {
    const { grid } = locatedOf(sample, "12");
    const sheet = sheetOf(sample, "12");
    const heights = (ranges: readonly string[]): readonly string[] => ranges.filter((range) => /^[B-C]/.test(range));
    const shapes = (
      ranges: readonly { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number }[],
    ): readonly string[] =>
      ranges
        .filter((range) => range.firstColumn === range.lastColumn && range.firstColumn > 1 && range.firstColumn < 4)
        .map((range) => `${range.firstColumn}+${range.lastRow - range.firstRow}`);
    const own = merges(sheet, 1);
    expect(heights(own).length).toBeGreaterThan(20);
    const parsed = positions(sheet).flatMap(([row, column]) => {
      const range = sheet.merge(row, column);
      return range?.from.row === row && range.from.column === column
        ? [{ firstRow: row, lastRow: range.to.row, firstColumn: column + 1, lastColumn: range.to.column + 1 }]
        : [];
    });
    expect(shapes(parsed).toSorted()).toEqual(
      shapes(grid.content.merges.filter(({ firstRow: row }) => row > 3)).toSorted(),
    );
  });
});

describe("what can be typed into", () => {
  test("a code table keeps one blank row below its codes, and its names and figures are cells", () => {
    const sheet = sheetOf(sample, "05", 1);
    const last = sheet.rowCount - 1;
    expect(sheet.at(last, 0)).toEqual({ kind: "new", table: "05", role: "code" });
    expect(sheet.at(last, 3)).toEqual({ kind: "new", table: "05", role: "name" });
    expect(sheet.at(last, 5)).toEqual({ kind: "new", table: "05", role: "other", column: "openingBasic" });
    expect(sheet.at(4, 3)).toMatchObject({ kind: "label", text: "合计", role: "name" });
    expect(sheet.at(4, 4)).toMatchObject({ kind: "cell", derived: true, unit: "万元", places: 2 });
    expect(sheet.headRows).toBe(4);
    expect(sheet.frozenColumns).toBe(4);
  });

  test("a code table is set in by 类, 款, 项", () => {
    const sheet = sheetOf(sample, "05");
    const levels = [5, 6, 7].map((row) => {
      const [code, name] = [sheet.at(row, 0), sheet.at(row, 3)];
      return code.kind === "label" && name.kind === "cell" ? `${code.text} ${code.level}${name.level}` : "";
    });
    expect(levels).toEqual(["208 00", "20801 11", "2080101 22"]);
  });

  test("a list in a block keeps a blank row for the block, and a form without blocks one blank block", () => {
    const filled = sheetOf(sample, "12", 1);
    const news = positions(filled).flatMap(([row, column]) => {
      const cell = filled.at(row, column);
      return cell.kind === "new" ? [`${cell.table} ${cell.parent ?? ""} ${cell.column ?? ""}`] : [];
    });
    expect(news).toContain("12-indicators p1 level1");
    const empty = openSession(pack, formulas, foundFrom(pack, []));
    const blank = formSheet(filled.form, computedOf(empty));
    const kinds = positions(blank).map(([row, column]) => blank.at(row, column));
    expect(kinds).toContainEqual({ kind: "new", table: "12-projects", role: "other", column: "name" });
    expect(kinds).toContainEqual({
      kind: "new",
      table: "12-funds",
      role: "other",
      column: "annual",
      below: "carryover",
    });
    expect(kinds.some(({ kind }) => kind === "cell")).toBe(false);
  });

  test("公开09 prints dashes and counts", () => {
    const sheet = sheetOf(sample, "09");
    expect(sheet.at(2, 2)).toMatchObject({ kind: "dash", of: { table: "09", row: "r1" } });
    const position = sheet.positionOf({ table: "09", row: "r15", column: "actual" });
    expect(position).toBeDefined();
    expect(sheet.at(position?.row ?? 0, position?.column ?? 0)).toMatchObject({ unit: "辆", places: 0 });
  });
});

describe("the working forms", () => {
  test("list every figure of last year the pack asks for, with its unit, and those the workbook holds besides", () => {
    const [lastYear] = workingForms(pack);
    if (lastYear === undefined) throw new Error("no form");
    const sheet = formSheet(lastYear, computedOf(template.session));
    expect(sheet.rowCount).toBe(pack.lastYear.length + 1);
    expect(sheet.columns.map((_, column) => printed(sheet.at(0, column)))).toEqual(["项目", "引用", "单位", "上年数"]);
    const reference = pack.lastYear[0]?.reference ?? "";
    expect(sheet.at(1, 1)).toMatchObject({ kind: "label", text: reference });
    expect(sheet.at(1, 2)).toMatchObject({ kind: "label", text: "万元" });
    expect(sheet.at(1, 3)).toMatchObject({
      kind: "cell",
      at: { table: "last-year", row: reference, column: "amount" },
    });
    expect(sheet.positionOf({ table: "last-year", row: reference, column: "amount" })).toEqual({ row: 1, column: 3 });
  });

  test("list every entry of 说明要素, and their cells answer with the text", () => {
    const [, remarks] = workingForms(pack);
    if (remarks === undefined) throw new Error("no form");
    const { workbook } = sample.session;
    const computed = computedOf({ ...sample.session, workbook: { ...workbook, remarks: new Map([["甲", "乙"]]) } });
    const sheet = formSheet(remarks, computed);
    expect(sheet.rowCount).toBe(pack.elements.length + 2);
    const last = sheet.at(sheet.rowCount - 1, 2);
    expect(last).toMatchObject({ kind: "cell", content: "text" });
    expect(last.kind === "cell" ? computed.text(last.at) : "").toBe("乙");
  });
});
