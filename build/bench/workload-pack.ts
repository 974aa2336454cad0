import type { Column, Pack, Rule, Table } from "../../shared/template/pack.js";
import { classCode, COLUMNS, TABLES, type Workload } from "./workload.js";

/** The workload as a pack: 13 tables of classification codes, their three defining formulas each, one rule a check. */
export function workloadPack(workload: Workload, like: Pack): Pack {
  const tables = Array.from({ length: TABLES }, (_, number) => codeTable(number));
  const rules = [...tables.flatMap((_, number) => definingRules(number)), ...checkRules(workload)];
  return { ...like, id: "bench", tables, rules, elements: [], lastYear: [] };
}

export function tableId(number: number): string {
  return `T${number + 1}`;
}

export function columnId(number: number): string {
  return `c${number + 1}`;
}

function tableName(number: number): string {
  return `表${number + 1}`;
}

function columnName(number: number): string {
  return `栏${number + 1}`;
}

const COLUMN_NAMES = Array.from({ length: COLUMNS }, (_, number) => columnName(number));

function codeTable(number: number): Table {
  const columns = COLUMN_NAMES.map((name, index): Column => {
    return { id: columnId(index), name, aliases: [], kind: "amount", unit: "万元" };
  });
  return {
    id: tableId(number),
    name: tableName(number),
    aliases: [],
    form: tableId(number),
    rows: {
      kind: "codes",
      classification: "functional",
      total: { key: "total", name: "合计", level: 0 },
      footer: [],
      complete: false,
    },
    columns,
  };
}

function definingRules(number: number): readonly Rule[] {
  const table = tableName(number);
  const parts = COLUMN_NAMES.slice(1).map((column) => `${table}.@行.${column}`);
  return [
    rule(`${table}-行`, {
      each: { 行: [`${table}.[末级]`] },
      require: `${table}.@行.${columnName(0)} = ${parts.join(" + ")}`,
      derives: true,
    }),
    rule(`${table}-类`, {
      each: { 行: [`${table}.[上级]`], 栏: COLUMN_NAMES },
      require: `${table}.@行.@栏 = Σ(${table}.[@行的下级].@栏)`,
      derives: true,
    }),
    rule(`${table}-合计`, {
      each: { 栏: COLUMN_NAMES },
      require: `${table}.合计.@栏 = Σ(${table}.[顶级].@栏)`,
      derives: true,
    }),
  ];
}

function checkRules({ checks }: Workload): readonly Rule[] {
  return checks.map(({ table, group, column }, number) => {
    const cell = `${group === undefined ? "合计" : classCode(group)}.${columnName(column)}`;
    return rule(`相等-${number + 1}`, {
      each: {},
      require: `${tableName(table)}.${cell} = ${tableName(table + 1)}.${cell}`,
    });
  });
}

function rule(id: string, formula: Rule["formulas"][number]): Rule {
  return { id, title: id, kind: "基本平衡", basis: "", severity: "error", formulas: [formula], examples: [] };
}
