import { compileRules } from "../../shared/calc/compiled-rules.js";
import { openSession, type FoundRow, type FoundWorkbook } from "../../shared/calc/open.js";
import type { Session } from "../../shared/calc/session.js";
import { parseDecimal } from "../../shared/decimal.js";
import type { CellInput } from "../../shared/model/workbook.js";
import type { Column, Pack, Rule, Table } from "../../shared/template/pack.js";
import { loadPack } from "./seed.js";

/**
 * A pack of two code tables and a fixed one, small enough to read: 收 and 支 with columns 合计 = 基本 + 项目 over functional codes, and
 * 表 with three printed rows, the first two linked to the totals.
 */
export function smallPack(rules: readonly Rule[] = DEFINING): Pack {
  return { ...loadPack("yunnan-2020"), id: "small", tables: TABLES, rules, elements: [], lastYear: [] };
}

/** Opens a little table of text: `03 | total | basic | project`, then one row a line; empty cells are blank. */
export function openText(text: string, pack: Pack = smallPack()): Session {
  const compiled = compileRules(pack);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return openSession(pack, compiled.formulas, foundText(text));
}

/** A workbook as found in a file, from little tables of text separated by blank lines. */
export function foundText(text: string): FoundWorkbook {
  const tables = new Map<string, { rows: readonly FoundRow[] }>();
  for (const block of text.trim().split(/\n\s*\n/)) {
    const [head = [], ...lines] = block.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
    const [id = "", ...columns] = head;
    tables.set(id, { rows: lines.map(([key = "", ...cells]) => ({ key, cells: cellsOf(columns, cells) })) });
  }
  return {
    profile: { department: "某局", year: 2020 },
    tables,
    remarks: new Map(),
    emptySentences: new Map(),
    lastYear: new Map(),
  };
}

function cellsOf(columns: readonly string[], cells: readonly string[]): ReadonlyMap<string, CellInput> {
  const found = new Map<string, CellInput>();
  for (const [index, column] of columns.entries()) {
    const text = cells[index] ?? "";
    if (text === "") continue;
    const value = parseDecimal(text);
    found.set(column, value === undefined ? { kind: "text", text } : { kind: "amount", value });
  }
  return found;
}

function amount(id: string, name: string): Column {
  return { id, name, aliases: [], kind: "amount", unit: "万元" };
}

function codeTable(id: string, name: string): Table {
  const total = { key: "total", name: "合计", level: 0 };
  return {
    id,
    name,
    aliases: [],
    form: id,
    rows: { kind: "codes", classification: "functional", total, footer: [], complete: false },
    columns: [amount("total", "合计"), amount("basic", "基本"), amount("project", "项目")],
  };
}

const TABLES: readonly Table[] = [
  codeTable("02", "收"),
  codeTable("03", "支"),
  {
    id: "01",
    name: "表",
    aliases: [],
    form: "01",
    rows: {
      kind: "fixed",
      rows: [
        { key: "r1", name: "收入", no: 1, level: 0 },
        { key: "r2", name: "支出", no: 2, level: 0 },
        { key: "r3", name: "社会保障和就业支出", no: 3, level: 0, code: "208" },
        { key: "r4", name: "两者之和", no: 4, level: 0 },
      ],
    },
    columns: [amount("sum", "金额")],
  },
];

/** A rule with one formula and nothing else to read. */
export function rule(id: string, formula: Rule["formulas"][number], rest: Partial<Rule> = {}): Rule {
  return { id, title: id, kind: "基本平衡", basis: "", severity: "error", formulas: [formula], examples: [], ...rest };
}

const DEFINING: readonly Rule[] = ["收", "支"]
  .flatMap((name) => [
    rule(`${name}-横`, {
      each: { 行: [`${name}.[全部]`] },
      require: `${name}.@行.合计 = ${name}.@行.基本 + ${name}.@行.项目`,
      derives: `${name}.[末级]`,
    }),
    rule(`${name}-合计`, {
      each: { 栏: ["合计", "基本", "项目"] },
      require: `${name}.合计.@栏 = Σ(${name}.[顶级].@栏)`,
      derives: true,
    }),
    rule(`${name}-上级`, {
      each: { 行: [`${name}.[上级]`], 栏: ["合计", "基本", "项目"] },
      require: `${name}.@行.@栏 = Σ(${name}.[@行的下级].@栏)`,
      derives: true,
    }),
  ])
  .concat([
    rule("表-1", { each: {}, require: "表.1.金额 = 收.合计.合计", derives: true }),
    rule("表-2", { each: {}, require: "表.2.金额 = 支.合计.合计", derives: true }),
    rule("表-3", { each: { 行: ["表.[3-3]"] }, require: "表.@行.金额 = 支.@行.合计", derives: true }),
    rule("表-4", { each: {}, require: "表.4.金额 = 表.1.金额 + 表.2.金额", derives: true }),
  ]);
