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
  for (const { sheet, grid } of read.forms.values()) {
    const before = bySheet.get(sheet.name) ?? [];
    const row = grid.content.maxRow + rowsAdded(before) + GAP + 1;
    bySheet.set(sheet.name, [...before, ...footRow(read.pack.frame.signOff, row, grid.content.maxColumn)]);
  }
  return [...bySheet].map(([sheet, operations]) => ({ sheet, operations }));
}

function rowsAdded(operations: readonly SheetOperation[]): number {
  return operations.reduce((sum, operation) => {
    if (operation.kind === "insert-rows") return sum + operation.count;
    return operation.kind === "remove-rows" ? sum - operation.count : sum;
  }, 0);
}

/** The texts at even distances from the first column; each runs on over the empty cells right of it. */
function footRow(texts: readonly string[], row: number, width: number): readonly SheetOperation[] {
  return texts.map((text, index) => {
    const column = Math.max(index + 1, Math.floor((index * width) / texts.length) + 1);
    return { kind: "set-cell", ref: formatReference(row, column), value: { kind: "text", text }, formula: "drop" };
  });
}
