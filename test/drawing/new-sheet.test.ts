import { describe, expect, test } from "vitest";
import { headCells } from "../../shared/forms/head-cells.js";
import { neededHeight } from "../../shared/drawing/new-sheet-height.js";
import { runsDown } from "../../shared/forms/list-runs.js";
import { newFigure } from "../../shared/drawing/new-sheet-value.js";
import type { Column, PanelColumn, Unit } from "../../shared/template/pack.js";

describe("a head of several rows", () => {
  const column = (head: readonly string[], more: Partial<PanelColumn> = {}): PanelColumn => ({
    role: "figure",
    head,
    ...more,
  });
  /** Each block of the head as `text level+levels column+columns`. */
  const blocks = (columns: readonly PanelColumn[]): readonly string[] =>
    headCells(columns).map(
      ({ text, level, levels, column: at, columns: wide }) => `${text} ${level}+${levels} ${at}+${wide}`,
    );

  test("merges equal texts below the same head to the right, and down where they repeat", () => {
    expect(
      blocks([
        column(["项目", "编码", "编码"], { role: "code", span: 3 }),
        column(["项目", "名称", "名称"], { role: "name" }),
        column(["年初", "合计", "合计"]),
        column(["年初", "项目", "结转"]),
        column(["年初", "项目", "结余"]),
        column(["本年", "合计", "合计"]),
        column(["备注"]),
      ]),
    ).toEqual([
      "项目 0+1 0+4",
      "年初 0+1 4+3",
      "本年 0+1 7+1",
      "备注 0+3 8+1",
      "编码 1+2 0+3",
      "名称 1+2 3+1",
      "合计 1+2 4+1",
      "项目 1+1 5+2",
      "合计 1+2 7+1",
      "结转 2+1 5+1",
      "结余 2+1 6+1",
    ]);
  });

  test("leaves no cell uncovered and covers none twice when a text repeats below only one of its columns", () => {
    const cells = headCells([column(["甲", "甲"]), column(["甲", "乙"])]);
    const covered = cells.flatMap(({ level, levels, column: at, columns: wide }) =>
      Array.from({ length: levels * wide }, (_, index) => `${level + Math.floor(index / wide)}:${at + (index % wide)}`),
    );
    expect(covered.sort()).toEqual(["0:0", "0:1", "1:0", "1:1"]);
  });

  test("leaves side labels and empty texts unmerged", () => {
    expect(blocks([column(["绩效指标"], { role: "side" }), column([""], { span: 2 }), column([""])])).toEqual([
      " 0+1 1+2",
      " 0+1 3+1",
    ]);
  });
});

describe("a list's leading texts", () => {
  test("reach down over blanks as far as the text left of them", () => {
    expect(
      runsDown([
        ["产出", "", "", "效益", ""],
        ["质量", "", "时效", "", "社会"],
        ["甲", "乙", "丙", "丁", "戊"],
        ["说明", "", "", "", ""],
      ]),
    ).toEqual([
      [3, 0, 0, 2, 0],
      [2, 0, 1, 1, 1],
    ]);
  });

  test("are not merged from a blank on, nor in a list without texts", () => {
    expect(runsDown([["", "", "效益"]])).toEqual([]);
    expect(runsDown([["", ""]])).toEqual([]);
  });
});

describe("a printed text becomes a cell", () => {
  const cell = (kind: Column["kind"], text: string, unit?: Unit, places?: number): string => {
    const column: Column = { id: "c", name: "栏", aliases: [], kind, ...(places === undefined ? {} : { places }) };
    const { value, format } = newFigure(text, column, unit);
    return `${value.kind} ${value.kind === "blank" ? "" : value.text} ${format}`;
  };

  test.each([
    ["amount", "8133.60", "number 8133.60 #,##0.00"],
    ["amount", "8,112.64", "number 8112.64 #,##0.00"],
    ["amount", "-0.01", "number -0.01 #,##0.00"],
    ["amount", "8300.0249", "number 8300.0249 #,##0.00"],
    ["amount", "—", "text — #,##0.00"],
    ["amount", "1,23", "text 1,23 #,##0.00"],
    ["amount", "", "blank  #,##0.00"],
    ["percent", "100.00%", "number 1 0.00%"],
    ["percent", "100%", "number 1 0%"],
    ["percent", "62.35%", "number 0.6235 0.00%"],
    ["percent", "1.00", "text 1.00 0.00%"],
    ["score", "100", "number 100 0"],
    ["score", "100.00", "number 100.00 0.00"],
    ["score", "350,000.00", "number 350000.00 #,##0.00"],
    ["text", "100%", "text 100% @"],
    ["text", "字".repeat(201), `text ${"字".repeat(201)} General`],
  ] as const)("in a column of kind %s: %s", (kind, text, expected) => {
    expect(cell(kind, text)).toBe(expected);
  });

  test("with no places where the row counts things", () => {
    expect(cell("amount", "819", "人")).toBe("number 819 0");
    expect(cell("amount", "6.29", "万元")).toBe("number 6.29 #,##0.00");
    expect(cell("count", "260", "平方米", 1)).toBe("number 260 0.0");
  });
});

test("a text needs a line more when one character does not fit, and one for each of its own breaks", () => {
  const line = neededHeight("一", 10, 10);
  const step = neededHeight("一\n二", 10, 10) - line;
  expect(neededHeight("一二三四五六", 10, 10)).toBe(line);
  expect(neededHeight("一二三四五六七", 10, 10)).toBe(line + step);
  expect(neededHeight("abcdefghijkl", 10, 10)).toBe(line);
});
