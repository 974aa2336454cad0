import type { FormSheet, SheetPosition } from "../forms/form-sheet.js";
import { changesOfCells, type WantedInput } from "./cell-changes.js";
import { gesture, refuse, type Editing, type Gesture } from "./gesture.js";

/**
 * Takes a merged text of a list apart: a text reaches down over rows that leave its column blank, so each of them gets the text for its
 * own, to be typed over.
 */
export function splitMerge(editing: Editing, sheet: FormSheet, { row, column }: SheetPosition): Gesture {
  const cell = sheet.at(row, column);
  const merge = sheet.merge(row, column);
  const text = cell.kind === "cell" ? editing.computed.text(cell.at) : undefined;
  if (cell.kind !== "cell" || merge === undefined || text === undefined) return refuse("printed");
  const wanted: WantedInput[] = [];
  for (let below = merge.from.row + 1; below <= merge.to.row; below += 1) {
    for (const own of sheet.row(below).rows) {
      if (own.table !== cell.at.table) continue;
      wanted.push({ at: { ...own, column: cell.at.column }, input: { kind: "text", text } });
    }
  }
  return gesture("rows", changesOfCells(editing.session, wanted, "rows"));
}
