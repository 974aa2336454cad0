import type { PackageEdit, SheetEntry } from "./package-edit.js";
import { CHART_SHAPES_TYPE, CHART_TYPES, PIVOT_CACHE_TYPE } from "../archive/part-types.js";
import { relationsPath } from "../archive/relations.js";
import type { RowShift } from "./row-shift.js";
import { shiftComments, shiftVml } from "./shift-notes.js";
import { shiftDrawing } from "./shift-anchors.js";
import { shiftLinkTargets } from "./shift-links.js";
import { shiftOtherSheet, shiftOwnSheet } from "./shift-sheet.js";
import { shiftTable, shiftTableFormulas } from "./shift-tables.js";
import { shiftChart, shiftLinkedCells, shiftNames, shiftPivotSource, shiftPivotTable } from "./shift-workbook.js";

/**
 * Puts rows into a sheet or takes rows out, with everything in the workbook that refers to them: the sheet itself, the
 * formulas of all sheets, names, charts, pictures, comments, tables, pivot sources. Says whether a formula moved.
 */
export function shiftPackage(edit: PackageEdit, shift: RowShift, like: number | undefined): boolean {
  const sheets = edit.sheets();
  let formulasMoved = false;
  for (const sheet of sheets) {
    const isOwn = sheet.name === shift.sheet;
    if (isOwn) {
      edit.edit(sheet.path, (text) => {
        const shifted = shiftOwnSheet(text, shift, like);
        formulasMoved ||= shifted.formulasMoved;
        return shifted.text;
      });
    } else if (sheet.kind === "worksheet") {
      edit.edit(sheet.path, (text) => (mayReferTo(text) ? shiftOtherSheet(text, shift, sheet.name) : text));
    }
    shiftPartsOf(edit, sheet, shift, like, isOwn);
    edit.edit(relationsPath(sheet.path), (text) =>
      text.includes("#") ? shiftLinkTargets(text, shift, sheet.name) : text,
    );
  }
  for (const type of CHART_TYPES) {
    for (const path of edit.partsOfType(type))
      edit.edit(path, (text) => (mayReferTo(text) ? shiftChart(text, shift) : text));
  }
  for (const path of edit.partsOfType(PIVOT_CACHE_TYPE)) edit.edit(path, (text) => shiftPivotSource(text, shift));
  for (const path of edit.partsOfType(CHART_SHAPES_TYPE)) {
    edit.edit(path, (text) => (mayReferTo(text) ? shiftLinkedCells(text, shift, undefined) : text));
  }
  const names = sheets.map(({ name }) => name);
  edit.edit(edit.workbookPath, (text) => shiftNames(text, shift, names));
  return formulasMoved;
}

/** The parts that hang on one sheet. */
function shiftPartsOf(
  edit: PackageEdit,
  sheet: SheetEntry,
  shift: RowShift,
  like: number | undefined,
  isOwn: boolean,
): void {
  const change = (path: string, ours: (text: string) => string, others?: (text: string) => string): void => {
    if (isOwn) edit.edit(path, ours);
    else if (others !== undefined) edit.edit(path, (text) => (mayReferTo(text) ? others(text) : text));
  };
  for (const { kind, target, external } of edit.relations(sheet.path)) {
    if (external) continue;
    if (kind === "drawing") {
      change(
        target,
        (text) => shiftDrawing(text, shift, sheet.name),
        (text) => shiftLinkedCells(text, shift, sheet.name),
      );
    } else if (kind === "vmlDrawing") {
      const vml = (text: string): string => shiftVml(text, shift, sheet.name);
      change(target, vml, vml);
    } else if (kind === "comments" || kind === "threadedComment") {
      change(target, (text) => shiftComments(text, shift));
    } else if (kind === "table") {
      change(
        target,
        (text) => shiftTable(text, shift, like),
        (text) => shiftTableFormulas(text, shift, sheet.name),
      );
    } else if (kind === "pivotTable") change(target, (text) => shiftPivotTable(text, shift));
    else if (kind === "ctrlProp") {
      const linked = (text: string): string => shiftLinkedCells(text, shift, sheet.name);
      change(target, linked, linked);
    }
  }
}

/** Whether a part can hold a reference to another sheet at all: it needs a `!`, perhaps written as a number. */
function mayReferTo(text: string): boolean {
  return text.includes("!") || text.includes("&#");
}
