import { parseDecimal, whole, ZERO, type Decimal } from "../decimal.js";
import type { CellAddress } from "../model/address.js";
import { exactly, rounded, type Evaluated } from "../expression/evaluated.js";
import type { Scope } from "../expression/evaluate.js";
import type { CellExpression, SumExpression } from "../expression/expression.js";
import type { Workbook } from "../model/workbook.js";
import type { Column, Unit } from "../template/pack.js";
import { addressOf, tableOfCell, unitOf, type Layout, type TableLayout } from "./layout.js";
import { knownPlaces } from "./known-places.js";
import type { Plan } from "./plan.js";
import { findTable, type Bindings } from "./row-names.js";
import { asPrinted, type FigureReader } from "./state.js";
import { cellNamed, setCells } from "./term-cells.js";

/** What a scope reads from. `printed` is how rules read; the narrative reads exact figures and rounds once. */
export interface ScopeSource {
  readonly plan: Plan;
  readonly workbook: Workbook;
  readonly read: FigureReader;
  readonly lastYear: (address: CellAddress) => Decimal | undefined;
  readonly mode: "printed" | "exact";
  /** The narrative's words; rules have none. */
  readonly words?: (name: string, args: readonly Evaluated[]) => Evaluated;
}

/** A scope over one workbook with these loop variables bound. */
export function scopeOver(source: ScopeSource, bindings: Bindings): Scope {
  return new WorkbookScope(source, bindings);
}

/** A class, because one is made for every comparison that is more than a sum. */
class WorkbookScope implements Scope {
  constructor(
    private readonly source: ScopeSource,
    private readonly bindings: Bindings,
  ) {}

  cell(expression: CellExpression): Evaluated {
    const cell = cellNamed(expression, this.bindings, this.source.plan.layout);
    return cell === undefined ? unknownCell(expression) : quantityAt(this.source, cell);
  }

  set(expression: SumExpression): readonly Evaluated[] {
    const cells = setCells(expression, this.bindings, this.source.plan.layout);
    if (cells === undefined) return [{ kind: "unknown", name: expression.table }];
    return cells.map((cell) => quantityAt(this.source, cell));
  }

  lastYear(expression: CellExpression): Evaluated {
    return lastYear(this.source, expression, this.bindings);
  }

  element(id: string): Evaluated {
    return elementAt(this.source.workbook, this.source.plan.layout, id);
  }

  name(name: string): Evaluated {
    return profileName(this.source.workbook, name);
  }

  label(variable: string, label: string): Evaluated {
    return rowLabel(this.bindings, variable, label);
  }

  call(name: string, args: readonly Evaluated[]): Evaluated {
    return this.source.words?.(name, args) ?? { kind: "unknown", name };
  }
}

function quantityAt(source: ScopeSource, cell: number): Evaluated {
  const { plan, read, mode } = source;
  const { layout } = plan;
  const figure = read(cell);
  if (cell >= layout.cells) {
    return figure === undefined ? { kind: "missing", cells: [], wanted: [] } : exactly(ZERO);
  }
  const { table, row, column } = placeOfCell(layout, cell);
  const address = { table: table.table.id, row: table.keys[row] ?? "", column: column.id };
  if (column.kind === "text") return textAt(source, address);
  if (figure === undefined) return { kind: "missing", cells: [address], wanted: [] };
  const unit = unitOf(table, row, column);
  const places = plan.places[cell] ?? -1;
  if (places < 0) return exactly(figure, unit, column.kind === "score" ? undefined : 0, [address]);
  return mode === "exact"
    ? exactly(figure, unit, column.places ?? 2, [address])
    : rounded(asPrinted(plan, cell, figure), unit, knownPlaces(plan, cell, figure), [address]);
}

function textAt(source: ScopeSource, address: CellAddress): Evaluated {
  const row = source.workbook.tables.get(address.table)?.rows.find((one) => one.key === address.row);
  const input = row?.inputs.get(address.column);
  if (input === undefined) return { kind: "missing", cells: [address], wanted: [] };
  if (input.kind === "amount") return exactly(input.value, undefined, undefined, [address]);
  return { kind: "text", text: input.text, from: [address] };
}

function lastYear(source: ScopeSource, expression: CellExpression, bindings: Bindings): Evaluated {
  const { layout } = source.plan;
  const cell = cellNamed(expression, bindings, layout);
  const written = `${expression.table}.${nameOf(expression.row)}.${nameOf(expression.column)}`;
  if (cell === undefined || cell >= layout.cells) {
    return findTable(layout, expression.table) === undefined
      ? unknownCell(expression)
      : { kind: "missing", cells: [], wanted: [written] };
  }
  const address = addressOf(layout, cell);
  const figure = source.lastYear(address);
  if (figure === undefined) return { kind: "missing", cells: [], wanted: [written] };
  const { unit, column } = describeCell(layout, cell);
  const places = source.plan.places[cell] ?? -1;
  if (places < 0) return exactly(figure, unit, 0, [address]);
  const printed = column.places ?? 2;
  return source.mode === "exact"
    ? exactly(figure, unit, printed, [address])
    : rounded(figure, unit, printed, [address]);
}

function elementAt(workbook: Workbook, layout: Layout, id: string): Evaluated {
  const element = layout.pack.elements.find((one) => one.id === id);
  const text = workbook.remarks.get(id)?.trim();
  if (element === undefined) return { kind: "unknown", name: id };
  if (text === undefined || text === "") return { kind: "missing", cells: [], wanted: [id] };
  if (element.kind === "text") return { kind: "text", text, from: [] };
  const figure = parseDecimal(text.replaceAll(",", ""));
  return figure === undefined ? { kind: "text", text, from: [] } : exactly(figure, element.unit, element.places);
}

/** 年度, 上年度 and 部门, from the profile only (domain 1: stale years are the commonest error). */
function profileName(workbook: Workbook, name: string): Evaluated {
  const { department, year } = workbook.profile;
  if (name === PROFILE_NAMES.year) return exactly(whole(year), "年", 0);
  if (name === PROFILE_NAMES.lastYear) return exactly(whole(year - 1), "年", 0);
  if (name === PROFILE_NAMES.department) return { kind: "text", text: department, from: [] };
  return { kind: "unknown", name };
}

const PROFILE_NAMES = { year: "年度", lastYear: "上年度", department: "部门" } as const;

function rowLabel(bindings: Bindings, variable: string, label: string): Evaluated {
  const bound = bindings.row;
  if (variable !== "行" || bound === undefined) return { kind: "unknown", name: `@${variable}` };
  const labels: Readonly<Record<string, string | undefined>> = {
    名称: bound.table.names[bound.row],
    编码: bound.table.codes[bound.row] ?? "",
    行次: String(bound.table.fixed[bound.row]?.no ?? ""),
  };
  const text = labels[label];
  return text === undefined ? { kind: "unknown", name: label } : { kind: "text", text, from: [] };
}

/** The column and unit of a cell by number. */
export function describeCell(
  layout: Layout,
  cell: number,
): { readonly column: Column; readonly unit: Unit | undefined } {
  const { table, row, column } = placeOfCell(layout, cell);
  return { column, unit: unitOf(table, row, column) };
}

function placeOfCell(layout: Layout, cell: number): { table: TableLayout; row: number; column: Column } {
  const table = tableOfCell(layout, cell);
  const column = table.table.columns[(cell - table.base) % table.width];
  if (column === undefined) throw new RangeError(`no cell ${cell}`);
  return { table, row: Math.floor((cell - table.base) / table.width), column };
}

function unknownCell(expression: CellExpression): Evaluated {
  return { kind: "unknown", name: `${expression.table}.${nameOf(expression.row)}.${nameOf(expression.column)}` };
}

function nameOf(part: CellExpression["row"] | CellExpression["column"]): string {
  return part.kind === "named" ? part.name : `@${part.name}`;
}
