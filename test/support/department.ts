import type { PaperBook, PaperSheet } from "./paper-book.js";
import { loadPack } from "./seed.js";

/** Where the money of an item comes from: a budget's appropriation, or a column of 公开02表. */
export type Source =
  "general" | "fund" | "capital" | "superior" | "service" | "fees" | "operating" | "affiliates" | "other";

/** One 项 of one source, in cents; what comes over and comes in is spent or goes over. */
export interface Item {
  readonly code: string;
  readonly name: string;
  readonly source: Source;
  readonly basic: boolean;
  readonly opening: number;
  readonly income: number;
  readonly spent: number;
}

/** A department's books: exact amounts in cents, from which every table is printed. */
export interface Department {
  readonly name: string;
  readonly items: readonly Item[];
  /** Basic expenditure of the general budget by economic code of 款. */
  readonly economic: ReadonlyMap<string, number>;
  /** 国有资产: the amounts of its parts, without the two totals. */
  readonly assets: readonly number[];
}

/** The unit a department prints. */
export type Unit = "元" | "万元";

/** The classes of 公开01表 and 公开04表 in printed order. */
const CLASSES = [
  ..."201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 223 224 229 231 232 234".split(
    " ",
  ),
];

const FISCAL: readonly Source[] = ["general", "fund", "capital"];

/** The column of 公开02表 each source stands in, counted from A; education fees count as service income too. */
const INCOME_COLUMNS: readonly (readonly [number, readonly Source[]])[] = [
  [6, FISCAL],
  [7, ["superior"]],
  [8, ["service", "fees"]],
  [9, ["fees"]],
  [10, ["operating"]],
  [11, ["affiliates"]],
  [12, ["other"]],
];

/** The names this year's codes have. */
const NAMES = new Map(
  loadPack("yunnan-2020").classifications.flatMap(({ entries }) =>
    entries.map(({ code, name }) => [code, name] as const),
  ),
);

/** Prints a department's books into 公开01 to 公开09 and 国有资产 of the blank workbook; every figure is rounded once. */
export function publish(blank: PaperBook, department: Department, unit: Unit): PaperBook {
  const book = blank.copy().remove("公开10表", "公开11表", "公开12表");
  const print = new Printer(department, unit);
  print.overview(book.sheet("公开01表"));
  print.codes(book.sheet("公开02表"), 7, (items) => [
    [5, total(items, "income")],
    ...INCOME_COLUMNS.map(([column, sources]) => [column, total(from(items, sources), "income")] as const),
  ]);
  print.codes(book.sheet("公开03表"), 7, (items) => {
    const own = items.filter(({ source }) => source !== "operating");
    return [
      [5, total(items, "spent")],
      [6, total(own.filter(isBasic), "spent")],
      [7, total(own.filter(isProject), "spent")],
      [8, 0],
      [9, total(from(items, ["operating"]), "spent")],
      [10, 0],
    ];
  });
  print.appropriations(book.sheet("公开04表"));
  print.codes(book.sheet("公开05表"), 8, budgetColumns, ["general"]);
  print.economic(book.sheet("公开06表"));
  print.codes(book.sheet("公开07表"), 8, budgetColumns, ["fund"]);
  print.codes(book.sheet("公开08表"), 7, capitalColumns, ["capital"]);
  print.threePublic(book.sheet("公开09表"));
  print.assets(book.sheet("国有资产"));
  for (const sheet of book.sheets) print.lines(sheet);
  return book;
}

/** Amounts of one row by column, in cents. */
type Columns = readonly (readonly [column: number, cents: number])[];

class Printer {
  constructor(
    private readonly department: Department,
    private readonly unit: Unit,
  ) {}

  private get items(): readonly Item[] {
    return this.department.items;
  }

  /** An amount as printed: rounded once, half up. */
  private amount(cents: number): number {
    return this.unit === "元" ? cents / 100 : Math.round(cents / 10_000) / 100;
  }

  private put(sheet: PaperSheet, row: number, columns: Columns): void {
    for (const [column, cents] of columns) sheet.put(row, column, { value: this.amount(cents), format: "#,##0.00" });
  }

  lines(sheet: PaperSheet): void {
    sheet.map((cell) => {
      if (typeof cell.value !== "string") return cell;
      if (/^部门：/.test(cell.value)) return { ...cell, value: `部门：${this.department.name}` };
      return /^(?:金额)?单位：/.test(cell.value) ? { ...cell, value: cell.value.replace(/万?元/, this.unit) } : cell;
    });
    if (sheet.name === "公开09表") sheet.set("C2", `金额单位：${this.unit}`);
  }

  overview(sheet: PaperSheet): void {
    const { items } = this;
    const incomes = [
      ...FISCAL.map((source) => from(items, [source])),
      ...INCOME_COLUMNS.filter(([column]) => ![6, 9].includes(column)).map(([, sources]) => from(items, sources)),
    ];
    for (const [index, some] of incomes.entries()) this.put(sheet, 7 + index, [[3, total(some, "income")]]);
    for (const [index, code] of CLASSES.entries())
      this.put(sheet, 7 + index, [[6, total(below(items, code), "spent")]]);
    const [opening, income] = [total(items, "opening"), total(items, "income")];
    const [spent, closing] = [total(items, "spent"), closingOf(items)];
    this.put(sheet, 33, [
      [3, income],
      [6, spent],
    ]);
    this.put(sheet, 34, [
      [3, 0],
      [6, 0],
    ]);
    this.put(sheet, 35, [
      [3, opening],
      [6, closing],
    ]);
    this.put(sheet, 36, [
      [3, opening + income],
      [6, spent + closing],
    ]);
  }

  appropriations(sheet: PaperSheet): void {
    const fiscal = from(this.items, FISCAL);
    const funds = FISCAL.map((source) => from(fiscal, [source]));
    const row = (some: (items: readonly Item[]) => number): Columns => [
      [6, some(fiscal)],
      ...funds.map((items, index) => [7 + index, some(items)] as const),
    ];
    for (const [index, items] of funds.entries()) {
      this.put(sheet, 7 + index, [[3, total(items, "income")]]);
      this.put(sheet, 35 + index, [[3, total(items, "opening")]]);
    }
    for (const [index, code] of CLASSES.entries())
      this.put(
        sheet,
        7 + index,
        row((some) => total(below(some, code), "spent")),
      );
    this.put(sheet, 33, [[3, total(fiscal, "income")], ...row((some) => total(some, "spent"))]);
    this.put(sheet, 34, [[3, total(fiscal, "opening")], ...row(closingOf)]);
    const opened = total(fiscal, "opening") + total(fiscal, "income");
    this.put(sheet, 38, [[3, opened], ...row((some) => total(some, "spent") + closingOf(some))]);
  }

  /** A code table: 合计, and 类, 款 and 项 of all items it shows. An empty table keeps its sentence, a filled one loses it. */
  codes(
    sheet: PaperSheet,
    totalRow: number,
    columns: (items: readonly Item[]) => Columns,
    sources?: readonly Source[],
  ): void {
    const items = sources === undefined ? this.items : from(this.items, sources);
    if (items.length === 0) return;
    for (const { row, column, cell } of [...sheet.cells()]) {
      if (column === 1 && typeof cell.value === "string" && cell.value.includes("本表无数据"))
        sheet.put(row, column, {});
    }
    const codes = [...new Set(items.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]))].sort();
    const first = totalRow + 1;
    sheet.insertRows(first, codes.length);
    sheet.merges = sheet.merges.filter((range) => range.firstRow !== first);
    this.put(sheet, totalRow, columns(items));
    for (const [index, code] of codes.entries()) {
      const name = NAMES.get(code) ?? items.find((item) => item.code === code)?.name ?? `${code}科目`;
      sheet.put(first + index, 1, { value: code });
      sheet.put(first + index, 4, { value: name });
      this.put(sheet, first + index, columns(below(items, code)));
    }
  }

  economic(sheet: PaperSheet): void {
    const { economic } = this.department;
    const sum = (...starts: readonly string[]): number =>
      [...economic].reduce(
        (so, [code, cents]) => (starts.some((start) => code.startsWith(start)) ? so + cents : so),
        0,
      );
    for (const { row, column, cell } of [...sheet.cells()]) {
      const code = typeof cell.value === "string" && /^\d{3,5}$/.test(cell.value) ? cell.value : undefined;
      if (code !== undefined) this.put(sheet, row, [[column + 2, sum(code)]]);
    }
    const { row } = sheet.find("人员经费合计");
    this.put(sheet, row, [
      [3, sum("301", "303")],
      [9, sum("302", "307", "310", "312", "399")],
    ]);
  }

  threePublic(sheet: PaperSheet): void {
    const { economic } = this.department;
    const [abroad, car, driving, reception] = ["30212", "31013", "30231", "30217"].map(
      (code) => economic.get(code) ?? 0,
    );
    const running = [...economic].reduce((so, [code, cents]) => (/^30[13]/.test(code) ? so : so + cents), 0);
    const [a, b, c, d] = [abroad ?? 0, car ?? 0, driving ?? 0, reception ?? 0];
    const actual = [a + b + c + d, a, b + c, b, c, d, d, 0, 0];
    const budget = [a + b + c + d, a, b + c, b, c, d];
    for (const [index, cents] of actual.entries()) this.put(sheet, 6 + index, [[4, cents]]);
    for (const [index, cents] of budget.entries()) this.put(sheet, 6 + index, [[3, cents]]);
    const counts = [a > 0 ? 1 : 0, a > 0 ? 2 : 0, b > 0 ? 1 : 0, 3, d > 0 ? 12 : 0, 0, d > 0 ? 90 : 0, 0, 0, 0];
    for (const [index, value] of counts.entries()) sheet.put(16 + index, 4, { value });
    this.put(sheet, 26, [[4, running]]);
    this.put(sheet, 27, [[4, running]]);
    this.put(sheet, 28, [[4, 0]]);
  }

  assets(sheet: PaperSheet): void {
    const [current = 0, ...rest] = this.department.assets;
    const fixed = rest.slice(0, 4);
    const others = rest.slice(4);
    const sum = (cents: readonly number[]): number => cents.reduce((so, one) => so + one, 0);
    const all = [sum(this.department.assets), current, sum(fixed), ...fixed, ...others];
    this.put(
      sheet,
      sheet.find("合计").row,
      all.map((cents, index) => [3 + index, cents] as const),
    );
  }
}

/** 公开05 and 公开07: 年初, 收入, 支出 and 年末, each by basic and project. */
function budgetColumns(items: readonly Item[]): Columns {
  const [basic, project] = [items.filter(isBasic), items.filter(isProject)];
  return [
    [5, total(items, "opening")],
    [6, total(basic, "opening")],
    [7, total(project, "opening")],
    [8, total(items, "income")],
    [9, total(basic, "income")],
    [10, total(project, "income")],
    [11, total(items, "spent")],
    [12, total(basic, "spent")],
    [13, total(project, "spent")],
    [14, closingOf(items)],
    [15, closingOf(basic)],
    [16, closingOf(project)],
    [17, 0],
  ];
}

function capitalColumns(items: readonly Item[]): Columns {
  return [
    [5, total(items, "opening")],
    [6, total(items, "income")],
    [7, total(items, "spent")],
    [8, closingOf(items)],
    [9, closingOf(items)],
    [10, 0],
  ];
}

function total(items: readonly Item[], of: "opening" | "income" | "spent"): number {
  return items.reduce((sum, item) => sum + item[of], 0);
}

function closingOf(items: readonly Item[]): number {
  return total(items, "opening") + total(items, "income") - total(items, "spent");
}

function from(items: readonly Item[], sources: readonly Source[]): readonly Item[] {
  return items.filter(({ source }) => sources.includes(source));
}

function below(items: readonly Item[], code: string): readonly Item[] {
  return items.filter((item) => item.code.startsWith(code));
}

function isBasic(item: Item): boolean {
  return item.basic;
}

function isProject(item: Item): boolean {
  return !item.basic;
}
