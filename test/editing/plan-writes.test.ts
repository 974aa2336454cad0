import { describe, expect, test } from "vitest";
import { planWrites } from "../../shared/editing/plan-writes.js";
import type { SheetPosition } from "../../shared/forms/form-sheet.js";
import { afterAll, codes, figure, published, reasonText, shown, workbookWith, write } from "../support/editing.js";
import type { Editing } from "../../shared/editing/gesture.js";

const workbook = workbookWith({
  table: "05",
  rows: [
    { key: "total", cells: {} },
    { key: "208", name: "社会保障和就业支出", cells: {} },
    { key: "20801", name: "人力资源和社会保障管理事务", cells: {} },
    { key: "2080101", name: "行政运行", cells: { expenditureBasic: "10.00" } },
  ],
});

/** The position of a cell in its form. */
function at(editing: Editing, table: string, row: string, column: string): SheetPosition {
  const found = shown(editing, table).positionOf({ table, row, column });
  if (found === undefined) throw new Error(`${table}.${row}.${column} is not shown`);
  return found;
}

/** The first column and the row of the blank line below a table's rows. */
function blankLine(editing: Editing, form: string): SheetPosition {
  return { row: shown(editing, form).rowCount - 1, column: 0 };
}

describe("typing into a cell", () => {
  test.each([
    ["12.5", "12.50"],
    ["１，２３４．５６", "1234.56"],
    ["125000元", "12.50"],
    ["(3)", "-3.00"],
    ["0.3万元", "0.30"],
  ])("reads %s as people write figures", (text, expected) => {
    const plan = write(workbook, "05", at(workbook, "05", "2080101", "expenditureBasic"), [[text]]);
    expect(figure(afterAll(workbook, plan.transaction), "05", "2080101", "expenditureBasic")).toBe(expected);
    expect(plan).toMatchObject({ taken: 1, refused: [] });
  });

  test("puts a figure beside the computed one of a total, and clearing gives the computed one back", () => {
    const total = at(workbook, "05", "total", "expenditureBasic");
    const stated = afterAll(workbook, write(workbook, "05", total, [["11.00"]]).transaction);
    expect(figure(stated, "05", "total", "expenditureBasic")).toBe("11.00");
    const cleared = afterAll(stated, write(stated, "05", total, [[""]]).transaction);
    expect(figure(cleared, "05", "total", "expenditureBasic")).toBe("10.00");
    expect(write(workbook, "05", total, [["约十万"]]).refused.map(reasonText)).toEqual(["not-a-number text=约十万"]);
  });

  test("changes the name of a code row", () => {
    const plan = write(workbook, "05", at(workbook, "05", "2080101", "name"), [[" 机关运行 "]]);
    expect(codes(afterAll(workbook, plan.transaction), "05")).toContain("2080101 机关运行");
  });

  test("says why a position takes nothing, and does nothing where all stands as wanted", () => {
    const label = write(workbook, "05", at(workbook, "05", "total", "expenditureBasic"), [["10.00"]]);
    expect(label).toEqual({ transaction: undefined, taken: 1, refused: [] });
    const head = write(workbook, "05", { row: 0, column: 0 }, [["甲"]]);
    expect(head.refused.map(reasonText)).toEqual(["printed"]);
  });
});

describe("typing into a blank line", () => {
  test("a code adds its row, a name too, and digits in the place of the name are a code", () => {
    const line = blankLine(workbook, "05");
    for (const [column, text] of [
      [0, "2080102"],
      [3, "一般行政管理事务"],
      [3, "2080102"],
    ] as const) {
      const plan = write(workbook, "05", { ...line, column }, [[text]]);
      expect(codes(afterAll(workbook, plan.transaction), "05").at(-1)).toBe("2080102 一般行政管理事务");
    }
  });

  test("a figure first asks for the code, an unknown code for its name", () => {
    const line = blankLine(workbook, "05");
    const figureFirst = write(workbook, "05", { ...line, column: 5 }, [["12.00"]]);
    expect(figureFirst.refused.map(reasonText)).toEqual(["code-needed text=12.00"]);
    expect(figureFirst.transaction).toBeUndefined();
    expect(write(workbook, "05", line, [["2299901"]]).refused.map(reasonText)).toEqual(["name-needed code=2299901"]);
    expect(write(workbook, "05", line, [["2080101"]]).refused.map(reasonText)).toEqual([
      "code-exists code=2080101 name=行政运行",
    ]);
  });

  test("of a list is a new row", () => {
    const editing = published();
    const sheet = shown(editing, "12");
    const row = Array.from({ length: sheet.rowCount }, (_, index) => index).find(
      (index) => sheet.at(index, 1).kind === "new",
    );
    const plan = write(editing, "12", { row: row ?? 0, column: 1 }, [["产出指标", "数量指标"]]);
    const next = afterAll(editing, plan.transaction);
    const last = next.computed.children("12-indicators", "p1").at(-1) ?? "";
    expect(next.computed.text({ table: "12-indicators", row: last, column: "level1" })).toBe("产出指标");
    expect(next.computed.parent("12-indicators", last)).toBe("p1");
    expect(next.computed.rows("12-indicators").indexOf(last)).toBe(
      editing.computed.children("12-indicators", "p1").length,
    );
  });

  test("of the blank block of a form without projects makes the project", () => {
    const empty = workbookWith();
    const sheet = shown(empty, "12");
    const wanted = Array.from({ length: sheet.rowCount }, (_, row) => row).flatMap((row) =>
      sheet.columns.flatMap((_column, column) => {
        const cell = sheet.at(row, column);
        if (cell.kind !== "new" || (sheet.merge(row, column)?.from.column ?? column) !== column) return [];
        if (cell.column === "name") return [{ position: { row, column }, text: "某项目" }];
        return cell.column === "annual" && cell.below === "current" ? [{ position: { row, column }, text: "8" }] : [];
      }),
    );
    const next = afterAll(empty, planWrites(empty, sheet, wanted, "paste").transaction);
    expect(next.computed.rows("12-projects")).toEqual(["p1"]);
    expect(next.computed.rowName("12-projects", "p1")).toBe("某项目");
    expect(next.computed.rows("12-funds")).toEqual(["p1/total", "p1/current", "p1/carryover", "p1/other"]);
    expect(figure(next, "12-funds", "p1/total", "annual")).toBe("8.00");
  });
});

describe("pasting a block", () => {
  test("goes by its codes: rows that are there take their figures wherever they stand, the others are added in their places", () => {
    const line = blankLine(workbook, "05");
    const block = [
      ["2101101", undefined, undefined, "行政单位医疗", ...blank(7), "3.00"],
      ["2080101", undefined, undefined, "行政运行", ...blank(7), "20.00"],
    ];
    const sheet = shown(workbook, "05");
    expect(sheet.at(line.row, 0).kind).toBe("new");
    const wanted = block.map((texts, row) => ({ texts, row: line.row + row }));
    const first = write(workbook, "05", line, [wanted[0]?.texts ?? []]);
    const next = afterAll(workbook, first.transaction);
    expect(codes(next, "05").slice(-3)).toEqual(["210 卫生健康支出", "21011 行政事业单位医疗", "2101101 行政单位医疗"]);
    expect(figure(next, "05", "2101101", "expenditureBasic")).toBe("3.00");
    expect(figure(next, "05", "210", "expenditureTotal")).toBe("3.00");
    const second = write(next, "05", blankLine(next, "05"), [wanted[1]?.texts ?? []]);
    expect(second.refused).toEqual([]);
    expect(figure(afterAll(next, second.transaction), "05", "2080101", "expenditureBasic")).toBe("20.00");
  });

  test("over other rows' codes puts each line where its code belongs", () => {
    const row = at(workbook, "05", "2080101", "expenditureBasic").row;
    const plan = write(workbook, "05", { row, column: 0 }, [
      ["2080102", undefined, undefined, undefined, ...blank(7), "7.00"],
    ]);
    const next = afterAll(workbook, plan.transaction);
    expect(figure(next, "05", "2080101", "expenditureBasic")).toBe("10.00");
    expect(figure(next, "05", "2080102", "expenditureBasic")).toBe("7.00");
  });

  test("gives totals the residuals that opening the same figures would give them", () => {
    const from = at(workbook, "05", "total", "expenditureTotal");
    const plan = write(workbook, "05", from, [
      ["30.02", "30.02"],
      ["30.02", "30.02"],
      ["30.02", "30.02"],
      ["30.01", "30.01"],
    ]);
    const next = afterAll(workbook, plan.transaction);
    expect(figure(next, "05", "total", "expenditureBasic")).toBe("30.02");
    expect(figure(next, "05", "20801", "expenditureBasic")).toBe("30.02");
    const marks = ["total", "208", "20801", "2080101"].map((key) => {
      const row = next.session.workbook.tables.get("05")?.rows.find((each) => each.key === key);
      return row?.marks.get("expenditureBasic")?.kind ?? "";
    });
    // Only the 款 differs from its parts by the rounding; the rows above are sums of it.
    expect(marks).toEqual(["", "", "residual", ""]);
  });

  test("counts what it had to leave out", () => {
    const from = at(workbook, "05", "2080101", "expenditureBasic");
    const plan = write(workbook, "05", from, [["1.00", "无法读"]]);
    expect(plan.taken).toBe(1);
    expect(plan.refused.map(({ reason, wanted }) => `${reason} ${wanted.text}`)).toEqual(["not-a-number 无法读"]);
  });
});

describe("the working sheets", () => {
  test("take last year's figures in the unit of the cell each names, and lose a row that is cleared", () => {
    const reference = workbook.computed.pack.lastYear[0]?.reference ?? "";
    const plan = write(workbook, "last-year", { row: 1, column: 3 }, [["15000元"]]);
    const next = afterAll(workbook, plan.transaction);
    expect(figure(next, "last-year", reference, "amount")).toBe("1.50");
    const cell = next.computed.resolve(reference);
    expect(cell === undefined ? undefined : next.computed.lastYear(cell)?.toString()).toBe("1.5");
    const cleared = afterAll(next, write(next, "last-year", { row: 1, column: 3 }, [[""]]).transaction);
    expect(cleared.session.workbook.tables.get("last-year")?.rows).toEqual([]);
  });

  test("take entries of 说明要素", () => {
    const id = workbook.computed.pack.elements[0]?.id ?? "";
    const plan = write(workbook, "remarks", { row: 1, column: 2 }, [["因为……"]]);
    expect(afterAll(workbook, plan.transaction).session.workbook.remarks.get(id)).toBe("因为……");
  });
});

function blank(count: number): readonly undefined[] {
  return Array.from({ length: count }, () => undefined);
}
