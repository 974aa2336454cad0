import { decimal, type Decimal } from "../decimal.js";
import type { Finding } from "../model/finding.js";
import { formatReference } from "../sheets/cell-reference.js";
import type { CellSetting } from "../patching/cell-settings.js";
import type { OpenSheet } from "../recognition/find-working-sheets.js";
import { findReferences } from "../patching/formula-references.js";
import { sameName, shiftFormula, translateFormula } from "../patching/formula-shift.js";
import { formulaValue } from "./formula-value.js";
import { type PendingCell, sameFigure } from "./pending-cells.js";
import { readingFinding } from "../reading/reading-findings.js";
import type { RowShift } from "../patching/row-shift.js";
import { numeric } from "../sheets/sheet-cells.js";
import type { SheetRowPlan } from "./sheet-row-plan.js";
import { cellKey, type FormulaAt, type WorkbookFormulas } from "./workbook-formulas.js";

/** What is to be set on each sheet, and what becomes of the formulas. */
export interface FormulaPlan {
  readonly settings: ReadonlyMap<string, readonly CellSetting[]>;
  /** A formula of our cells that had to give way to a value, each with its place. */
  readonly findings: readonly Finding[];
  /** Whether a formula outside our tables depends on a changed cell. */
  readonly recalculate: boolean;
}

/** The workbook whose cells are planned. */
export interface FormulaGround {
  readonly sheets: readonly OpenSheet[];
  readonly formulas: WorkbookFormulas;
  readonly rows: ReadonlyMap<string, SheetRowPlan>;
}

/**
 * Decides about every formula in or behind our cells. A formula whose own result, with all changes made, is the wanted figure
 * stays, its cached value refreshed; any other of a cell that changes or depends on a change is replaced by the value. A
 * formula that depends on nothing changed is not touched.
 */
export function planFormulas(ground: FormulaGround, cells: readonly PendingCell[]): FormulaPlan {
  const state = new PlannedState(ground, cells);
  const settings = new Map<string, CellSetting[]>();
  const findings: Finding[] = [];
  for (const { cell, row } of state.placed) {
    const formula = state.formulaOf(cell, row);
    const isTouched = cell.changed || (formula !== undefined && state.depends(formula));
    if (!isTouched) continue;
    const ref = formatReference(row, cell.column);
    const agrees = formula !== undefined && state.agrees(formula, cell);
    if (agrees && !cell.changed) continue;
    if (formula !== undefined && !agrees && cell.spot.kind === "old") {
      const at = {
        cells: cell.address === undefined ? [] : [cell.address],
        place: { sheet: cell.sheet, address: ref },
      };
      findings.push(readingFinding("formula-replaced", { formula: formula.text }, at));
    }
    const list = settings.get(cell.sheet) ?? [];
    list.push({ ref, value: cell.value, formula: agrees ? "keep" : "drop" });
    settings.set(cell.sheet, list);
  }
  return { settings, findings, recalculate: state.recalculates() };
}

interface PlacedCell {
  readonly cell: PendingCell;
  /** Its row after all rows have come and gone. */
  readonly row: number;
}

/** The workbook as it will be: all rows in their new places, all planned values in their cells. */
class PlannedState {
  readonly placed: readonly PlacedCell[];
  private readonly planned = new Map<string, Map<number, PendingCell>>();
  private readonly own = new Map<string, Map<number, PendingCell>>();
  private readonly affected: ReadonlySet<FormulaAt>;
  private readonly formulas: readonly FormulaAt[];
  private readonly byPlace = new Map<string, Map<number, FormulaAt>>();
  private readonly changed: readonly { readonly sheet: string; readonly row: number; readonly column: number }[];

  constructor(
    private readonly ground: FormulaGround,
    cells: readonly PendingCell[],
  ) {
    this.placed = cells.flatMap((cell) => {
      const row =
        ground.rows.get(cell.sheet)?.newRow(cell.spot) ?? (cell.spot.kind === "old" ? cell.spot.row : undefined);
      return row === undefined ? [] : [{ cell, row }];
    });
    for (const { cell, row } of this.placed) {
      put(this.own, cell.sheet, cellKey(row, cell.column), cell);
      if (cell.changed) put(this.planned, cell.sheet, cellKey(row, cell.column), cell);
    }
    this.changed = this.placed
      .filter(({ cell }) => cell.changed)
      .map(({ cell, row }) => ({ sheet: cell.sheet, row, column: cell.column }));
    this.formulas = this.shiftedFormulas();
    for (const each of this.formulas) put(this.byPlace, each.sheet, cellKey(each.row, each.column), each);
    this.affected = this.spread();
  }

  /** The formula that stands in a planned cell once all rows are in place. */
  formulaOf(cell: PendingCell, row: number): FormulaAt | undefined {
    if (cell.origin?.formula === undefined) return undefined;
    if (cell.spot.kind === "old") return this.formulaAt(cell.sheet, row, cell.column);
    const model = this.ground.rows.get(cell.sheet)?.newRow({ kind: "old", row: cell.spot.like });
    const like = model === undefined ? undefined : this.formulaAt(cell.sheet, model, cell.column);
    if (like === undefined || model === undefined) return undefined;
    return { ...like, row, text: translateFormula(like.text, row - model, 0) };
  }

  /** Whether anything a formula looks at changes. */
  depends(formula: FormulaAt): boolean {
    return this.affected.has(formula) || this.looksAt(formula, this.changed);
  }

  /** Whether a formula's own result is what the cell must hold. */
  agrees(formula: FormulaAt, cell: PendingCell): boolean {
    if (cell.value.kind !== "number") return false;
    const value = formulaValue(formula.text, this.valuesFor(formula.sheet, 0));
    return value !== undefined && sameFigure(value, decimal(cell.value.text));
  }

  /** Whether a formula that is none of ours depends on a change. */
  recalculates(): boolean {
    return [...this.affected].some(
      (formula) => this.own.get(formula.sheet)?.has(cellKey(formula.row, formula.column)) !== true,
    );
  }

  private formulaAt(sheet: string, row: number, column: number): FormulaAt | undefined {
    return this.byPlace.get(sheet)?.get(cellKey(row, column));
  }

  /** All formulas where they will stand, with the references they will have. */
  private shiftedFormulas(): readonly FormulaAt[] {
    const shifts = [...this.ground.rows].flatMap(([sheet, plan]) => shiftsOf(sheet, plan));
    return [...this.ground.formulas.values()].flatMap((formulas) =>
      [...formulas.values()].flatMap((formula) => {
        const plan = this.ground.rows.get(formula.sheet);
        const row = plan === undefined ? formula.row : plan.newRow({ kind: "old", row: formula.row });
        if (row === undefined) return [];
        const text = shifts.reduce((now, shift) => shiftFormula(now, shift, { sheet: formula.sheet }), formula.text);
        return [{ ...formula, row, text }];
      }),
    );
  }

  /** The formulas that depend on a change, directly or through others. */
  private spread(): ReadonlySet<FormulaAt> {
    const affected = new Set<FormulaAt>();
    let front: readonly { readonly sheet: string; readonly row: number; readonly column: number }[] = this.changed;
    while (front.length > 0) {
      const next = this.formulas.filter((formula) => !affected.has(formula) && this.looksAt(formula, front));
      for (const formula of next) affected.add(formula);
      front = next;
    }
    return affected;
  }

  private looksAt(
    formula: FormulaAt,
    cells: readonly { readonly sheet: string; readonly row: number; readonly column: number }[],
  ): boolean {
    if (cells.length === 0) return false;
    return findReferences(formula.text).some(({ prefix, first, last = first }) => {
      if (prefix?.foreign === true) return false;
      const sheet = prefix?.first ?? formula.sheet;
      const [top, bottom] = ordered(first.row, last.row);
      const [left, right] = ordered(first.column, last.column);
      return cells.some(
        (cell) =>
          (prefix?.last !== undefined || sameName(cell.sheet, sheet)) &&
          top <= cell.row &&
          cell.row <= bottom &&
          left <= cell.column &&
          cell.column <= right,
      );
    });
  }

  private valuesFor(own: string, depth: number): Parameters<typeof formulaValue>[1] {
    return (sheet = own, row, column) => this.valueAt(sheet, row, column, depth);
  }

  private valueAt(sheetName: string, row: number, column: number, depth: number): Decimal | "blank" | undefined {
    const open = this.ground.sheets.find(({ sheet }) => sameName(sheet.name, sheetName));
    if (open === undefined || depth > DEEPEST) return undefined;
    const { name } = open.sheet;
    const planned = this.planned.get(name)?.get(cellKey(row, column));
    if (planned !== undefined) return planned.value.kind === "number" ? decimal(planned.value.text) : "blank";
    const old = this.ground.rows.get(name)?.oldRow(row) ?? (this.ground.rows.has(name) ? undefined : row);
    const cell = old === undefined ? undefined : open.grid.content.cell(old, column);
    if (cell === undefined) return "blank";
    const formula = this.formulaAt(name, row, column);
    const isOwn = this.own.get(name)?.has(cellKey(row, column)) === true;
    if (formula !== undefined && this.affected.has(formula) && !isOwn)
      return formulaValue(formula.text, this.valuesFor(name, depth + 1));
    return cell.type === "error" ? undefined : (numeric(cell) ?? "blank");
  }
}

/** How many formulas are followed one behind the other. */
const DEEPEST = 20;

function put<Value>(map: Map<string, Map<number, Value>>, sheet: string, key: number, value: Value): void {
  const inner = map.get(sheet) ?? new Map<number, Value>();
  inner.set(key, value);
  map.set(sheet, inner);
}

function ordered(a: number | undefined, b: number | undefined): readonly [number, number] {
  if (a === undefined || b === undefined) return [0, Number.MAX_SAFE_INTEGER];
  return a <= b ? [a, b] : [b, a];
}

function shiftsOf(sheet: string, plan: SheetRowPlan): readonly RowShift[] {
  return plan.operations().flatMap((operation): readonly RowShift[] => {
    if (operation.kind === "insert-rows")
      return [{ kind: "insert", sheet, after: operation.after, count: operation.count }];
    if (operation.kind === "remove-rows")
      return [{ kind: "remove", sheet, first: operation.first, count: operation.count }];
    return [];
  });
}
