import { formatRange } from "../sheets/cell-reference.js";
import type { FormulaCell, SharedFormula } from "./formula-cells.js";
import { translateFormula } from "./formula-shift.js";
import { openTag } from "./sheet-rows.js";
import { attributesOf, escapeAttribute, escapeText } from "../archive/xml-scan.js";

/** What becomes of one cell of a shared formula. */
export interface NewFormula {
  readonly cell: FormulaCell;
  /** Undefined when the cell loses its formula or goes away with its row. */
  readonly place: FormulaPlacing | undefined;
}

/** Where a formula stands from now on, and how it reads there. */
export interface FormulaPlacing {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** New `<f>` elements by the offset of the old one; the empty text takes it away. */
export type FormulaRewrites = Map<number, string>;

/**
 * Rewrites a shared formula after its cells moved, changed or went: it stays shared as long as one text still serves all
 * that are left (the first of them then holds it), otherwise each gets its own. Cells that lose their formula are not
 * written here. `ref` is the new range of a master that keeps its part; absent, it keeps its range.
 */
export function rewriteShared(
  text: string,
  rewrites: FormulaRewrites,
  shared: SharedFormula,
  now: readonly NewFormula[],
  ref?: string,
): void {
  const left = now.flatMap(({ cell, place }) =>
    place === undefined ? [] : [{ row: place.row, column: place.column, text: place.text, cell }],
  );
  const lead = left[0];
  if (lead === undefined) return;
  const uniform = left.every(
    (each) => translateFormula(lead.text, each.row - lead.row, each.column - lead.column) === each.text,
  );
  if (uniform && lead.cell.element === shared.master.element) {
    rewriteFormula(text, rewrites, lead.cell, lead.text, ref === undefined ? {} : { ref });
  } else if (uniform && left.length > 1) {
    const markup = formulaMarkup(text, lead.cell, lead.text, {
      t: "shared",
      ref: bounds(left),
      si: lead.cell.shared ?? "",
    });
    rewrites.set(lead.cell.element.start, markup);
  } else {
    const alone = { t: undefined, ref: undefined, si: undefined };
    for (const each of left) rewrites.set(each.cell.element.start, formulaMarkup(text, each.cell, each.text, alone));
  }
}

/** Rewrites a `<f>` with another text and other attributes, when it does not have them already. */
export function rewriteFormula(
  text: string,
  rewrites: FormulaRewrites,
  cell: FormulaCell,
  formula: string,
  attributes: Readonly<Record<string, string | undefined>>,
): void {
  const { element } = cell;
  const old = new Map(
    attributesOf(text, openTag(element)).map((each) => [each.name, text.slice(each.valueStart, each.valueEnd)]),
  );
  if (formula === cell.text && Object.entries(attributes).every(([name, value]) => old.get(name) === value)) return;
  rewrites.set(element.start, formulaMarkup(text, cell, formula, attributes));
}

/** A `<f>` with its attributes as they were but for the given ones: undefined takes one away. */
function formulaMarkup(
  text: string,
  cell: FormulaCell,
  formula: string,
  attributes: Readonly<Record<string, string | undefined>>,
): string {
  const { name } = cell.element;
  const fresh = new Map(Object.entries(attributes));
  const kept = attributesOf(text, openTag(cell.element)).flatMap((attribute) => {
    if (!fresh.has(attribute.name)) return [` ${text.slice(attribute.start, attribute.end)}`];
    const value = fresh.get(attribute.name);
    fresh.delete(attribute.name);
    return value === undefined ? [] : [` ${attribute.name}="${escapeAttribute(value)}"`];
  });
  for (const [attribute, value] of fresh)
    if (value !== undefined) kept.push(` ${attribute}="${escapeAttribute(value)}"`);
  const head = `<${name}${kept.join("")}`;
  return formula === "" ? `${head}/>` : `${head}>${escapeText(formula)}</${name}>`;
}

function bounds(places: readonly FormulaPlacing[]): string {
  const whole = places.reduce(
    (range, { row, column }) => ({
      firstRow: Math.min(range.firstRow, row),
      firstColumn: Math.min(range.firstColumn, column),
      lastRow: Math.max(range.lastRow, row),
      lastColumn: Math.max(range.lastColumn, column),
    }),
    { firstRow: Infinity, firstColumn: Infinity, lastRow: 0, lastColumn: 0 },
  );
  return formatRange(whole);
}
