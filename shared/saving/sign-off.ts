import { formatReference } from "../sheets/cell-reference.js";
import type { SheetOperation, SheetPatch } from "../patching/patch-excel.js";
import type { ReadWorkbook } from "../reading/read-excel.js";

/** Empty rows between the notes of a form and its foot row, so that hand and seal have room. */
const GAP = 2;

/**
 * The foot row of a sign-off copy below every form: 单位负责人（签章）, 财务负责人（签章）, 填表人, 填报日期, spread over the form's width.
 * `patches` are the changes the sheets get anyway; the foot row comes after them and counts the rows they add and take away.
 */
export function withSignOff(read: ReadWorkbook, patches: readonly SheetPatch[]): readonly SheetPatch[] {
  const bySheet = new Map(patches.map((patch) => [patch.sheet, patch.operations]));
  for (const { form, sheet, grid } of read.forms.values()) {
    const before = bySheet.get(sheet.name) ?? [];
    const row = grid.content.maxRow + rowsAdded(before) + GAP + 1;
    bySheet.set(sheet.name, [...before, ...footRow(read.pack.frame.signOff, row, form.print.widths)]);
  }
  return [...bySheet].map(([sheet, operations]) => ({ sheet, operations }));
}

function rowsAdded(operations: readonly SheetOperation[]): number {
  return operations.reduce((sum, operation) => {
    if (operation.kind === "insert-rows") return sum + operation.count;
    return operation.kind === "remove-rows" ? sum - operation.count : sum;
  }, 0);
}

/**
 * The texts at even distances across the form's width; each runs on over the empty cells right of it. Where the form's few columns
 * leave a text too little room, all of them stand in one cell.
 */
function footRow(texts: readonly string[], row: number, widths: readonly number[]): readonly SheetOperation[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns: number[] = [];
  for (const index of texts.keys()) {
    columns.push(Math.max((columns.at(-1) ?? 0) + 1, columnNearest(widths, (index * total) / texts.length)));
  }
  const fits = texts.every((text, index) => roomAt(widths, columns[index] ?? 1, columns[index + 1]) >= wide(text));
  const placed = fits ? texts.map((text, index) => ({ text, column: columns[index] ?? 1 })) : [oneCell(texts)];
  return placed.map(({ text, column }) => {
    return { kind: "set-cell", ref: formatReference(row, column), value: { kind: "text", text }, formula: "drop" };
  });
}

/** Full-width blanks between texts that share a cell, so that hands and seals have room. */
const APART = String.fromCodePoint(0x3000).repeat(6);

function oneCell(texts: readonly string[]): { readonly text: string; readonly column: number } {
  return { text: texts.join(APART), column: 1 };
}

/** The width from a column to the next text, in characters; the last text may run over the edge. */
function roomAt(widths: readonly number[], column: number, next: number | undefined): number {
  if (next === undefined) return Number.POSITIVE_INFINITY;
  return widths.slice(column - 1, next - 1).reduce((sum, width) => sum + width, 0);
}

/** A text's width in characters; Chinese ones count twice. */
function wide(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2), 0);
}

/** The column, from 1, whose left edge is nearest to a distance from the left. */
function columnNearest(widths: readonly number[], distance: number): number {
  let left = 0;
  let nearest = { column: 1, miss: distance };
  for (const [index, width] of widths.entries()) {
    const miss = Math.abs(left - distance);
    if (miss < nearest.miss) nearest = { column: index + 1, miss };
    left += width;
  }
  return nearest.column;
}
