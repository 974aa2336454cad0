import { whole, ZERO } from "../decimal.js";
import { isMoney } from "../amount.js";
import { cellNumber, type TableLayout } from "../calc/layout.js";
import { findTable, rowsOfSet, type BoundRow } from "../calc/row-names.js";
import { describeCell, scopeOver } from "../calc/scope.js";
import { sourceOf, type Session } from "../calc/session.js";
import { holdsFigures } from "../calc/state.js";
import { exactly, type Evaluated } from "../expression/evaluated.js";
import type { Scope } from "../expression/evaluate.js";
import type { RowSet } from "../expression/expression.js";
import { LOOP_WORDS, words } from "./wording.js";

/** Where a loop of the template stands: the row, and its position among the rows listed, counted from 1. */
export interface Loop {
  readonly row: BoundRow;
  readonly position: number;
}

/** One place of the narrative being read: a workbook, and the loop row if there is one. */
export interface Reading {
  readonly session: Session;
  readonly loop?: Loop;
  /** Figures exact, to be rounded once when they are printed. */
  readonly scope: Scope;
}

/**
 * Opens a workbook for the narrative. Its scope differs from that of the rules in three ways: figures are exact; a blank
 * amount is 0 when its table holds any figure (as in the sums of architecture, “Blank”; a table without figures stays
 * missing, and so do counts, which inspectors ask for); and it knows the narrative's words and `要素.用途@行`. With the mode
 * `printed` figures are read as the tables print them, each with the interval it stands for: what a text may be held to.
 */
export function readingOf(session: Session, loop?: Loop, mode: "exact" | "printed" = "exact"): Reading {
  const bindings = loop === undefined ? {} : { row: loop.row };
  const inner = scopeOver({ ...sourceOf(session, mode), words }, bindings);
  const scope: Scope = {
    set: (expression) => inner.set(expression),
    lastYear: (expression) => inner.lastYear(expression),
    name: (name) => inner.name(name),
    call: (name, args) => inner.call(name, args),
    cell: (expression) => blankAsZero(session, inner.cell(expression)),
    element: (id) => elementOf(session, inner, elementId(id, loop)),
    label: (variable, label) =>
      label === LOOP_WORDS.position && loop !== undefined
        ? exactly(whole(loop.position))
        : inner.label(variable, label),
  };
  return { session, scope, ...(loop === undefined ? {} : { loop }) };
}

/** The rows of a loop's set, each as a reading's loop before any condition; undefined when there is no such table. */
export function rowsInSet(reading: Reading, table: string, rows: RowSet): readonly BoundRow[] | undefined {
  const layout = findTable(reading.session.plan.layout, table);
  if (layout === undefined) return undefined;
  const bindings = reading.loop === undefined ? {} : { row: reading.loop.row };
  return rowsOfSet(layout, rows, bindings).map((row): BoundRow => ({ table: layout, row }));
}

/** The element an id means: `@行` in it is the loop row's code, or its key where it has no code. */
export function elementId(id: string, loop: Loop | undefined): string {
  return loop === undefined ? id : id.replaceAll(LOOP_WORDS.row, rowMark(loop.row.table, loop.row.row));
}

function rowMark(table: TableLayout, row: number): string {
  return table.codes[row] ?? table.keys[row] ?? "";
}

function blankAsZero(session: Session, found: Evaluated): Evaluated {
  if (found.kind !== "missing") return found;
  const [address] = found.cells;
  const { layout, places } = session.plan;
  const cell = address === undefined ? undefined : cellNumber(layout, address);
  if (address === undefined || cell === undefined) return found;
  const { unit } = describeCell(layout, cell);
  const table = layout.byId.get(address.table);
  if (table === undefined || !isMoney(unit) || !holdsFigures(session.figures, table)) return found;
  return exactly(ZERO, unit, places[cell], [address]);
}

/** An element that should be a number and is none has not been filled in. */
function elementOf(session: Session, inner: Scope, id: string): Evaluated {
  const found = inner.element(id);
  if (found.kind !== "text") return found;
  const element = session.plan.layout.pack.elements.find((one) => one.id === id);
  return element === undefined || element.kind === "text" ? found : { kind: "missing", cells: [], wanted: [id] };
}
