import { failure } from "../failure.js";
import { refusal, type Result, success } from "../result.js";
import { addSheet, type NewSheet } from "./add-sheet.js";
import { dropCalcChain } from "./calc-chain.js";
import type { CellSetting } from "./cell-settings.js";
import { sameName } from "./formula-shift.js";
import { askForRecalculation } from "./full-recalculation.js";
import { PackageEdit, type SheetEntry } from "./package-edit.js";
import { patchCells } from "./patch-cells.js";
import { PatchRefused } from "./patch-refused.js";
import { removeSheet } from "./remove-sheet.js";
import type { RowShift } from "./row-shift.js";
import { shiftPackage } from "./shift-package.js";
import { exactText, xmlEncoding } from "../archive/xml-encoding.js";
import { openZip, type ZipParts } from "../archive/zip-gate.js";
import { rewriteZip } from "../archive/zip-rewrite.js";

export type { NewSheet } from "./add-sheet.js";
export type { CellWrite } from "./cell-markup.js";

/** One change to a sheet. References and row numbers are those that hold at that moment, after the operations before. */
export type SheetOperation =
  /**
   * `keep`: the cell's formula stays and only its cached value is refreshed (a derived cell whose own formula agrees);
   * `drop`: the value takes the formula's place.
   */
  | ({ readonly kind: "set-cell" } & CellSetting)
  /**
   * New rows below the sheet's row `after` (0: above the first), copies of the row `like`: its height, styles,
   * validations, formats, merges within the row, and formulas that calculate along the row; no values.
   */
  | { readonly kind: "insert-rows"; readonly after: number; readonly count: number; readonly like: number }
  | { readonly kind: "remove-rows"; readonly first: number; readonly count: number };

/** The changes to one sheet, by the name on its tab, in the order in which they are made. */
export interface SheetPatch {
  readonly sheet: string;
  readonly operations: readonly SheetOperation[];
}

/** Everything to be changed in a workbook. Sheets are patched first, then removed, then added. */
export interface PatchRequest {
  readonly sheets: readonly SheetPatch[];
  /** Sheets made from nothing. One with the name of a removed sheet takes that sheet's place. */
  readonly newSheets: readonly NewSheet[];
  readonly removeSheets: readonly string[];
  /** Whether a formula outside our tables depends on a change, so that Excel must compute all of them when it opens the file. */
  readonly recalculate: boolean;
}

/**
 * Writes changes into the accountant's own workbook and leaves everything else in it as it is: parts that are not touched
 * keep their bytes in the zip, and within a touched part every character that is not part of a change. The same bytes and
 * request give the same bytes; a request that changes nothing gives the very same ones. Refused is only what the file
 * itself forbids; a request that makes no sense (no such sheet, a cell inside a merged range) is a defect and throws.
 */
export function patchExcel(bytes: Uint8Array, request: PatchRequest): Result<Uint8Array> {
  const opened = openZip(bytes);
  if (!opened.ok) return opened;
  try {
    return success(patched(bytes, opened.value, request));
  } catch (error) {
    if (error instanceof PatchRefused) return refusal(error.failure);
    throw error;
  }
}

function patched(bytes: Uint8Array, parts: ZipParts, request: PatchRequest): Uint8Array {
  const edit = new PackageEdit(parts);
  let formulasGone = false;
  for (const patch of request.sheets) {
    const sheet = worksheetNamed(edit, patch.sheet);
    for (const step of steps(patch.operations)) formulasGone = applyStep(edit, sheet, step) || formulasGone;
  }
  const isRenewed = (name: string): boolean => request.newSheets.some((sheet) => sameName(sheet.name, name));
  for (const name of request.removeSheets) {
    formulasGone ||= hasFormulas(edit.text(worksheetNamed(edit, name).path));
    if (!isRenewed(name)) removeSheet(edit, name);
  }
  for (const sheet of request.newSheets) {
    addSheet(
      edit,
      sheet,
      request.removeSheets.some((name) => sameName(name, sheet.name)),
    );
  }
  if (formulasGone) dropCalcChain(edit);
  if (request.recalculate) askForRecalculation(edit);
  return writePackage(bytes, parts, edit);
}

/** Operations to be made at once: cells set one after the other need one pass over their sheet. */
type Step = readonly CellSetting[] | Exclude<SheetOperation, { kind: "set-cell" }>;

function steps(operations: readonly SheetOperation[]): Step[] {
  const found: Step[] = [];
  let settings: CellSetting[] = [];
  for (const operation of operations) {
    if (operation.kind === "set-cell") {
      if (settings.length === 0) found.push(settings);
      settings.push(operation);
    } else {
      settings = [];
      found.push(operation);
    }
  }
  return found;
}

/** Makes one step; says whether a formula went away or moved. */
function applyStep(edit: PackageEdit, sheet: SheetEntry, step: Step): boolean {
  if (!("kind" in step)) {
    let gone = false;
    edit.edit(sheet.path, (text) => {
      const result = patchCells(text, sheet.name, step);
      gone = result.formulasGone;
      return result.text;
    });
    return gone;
  }
  const shift = rowShift(sheet.name, step);
  if (shift.count === 0) return false;
  return shiftPackage(edit, shift, step.kind === "insert-rows" ? step.like : undefined);
}

function rowShift(sheet: string, step: Exclude<SheetOperation, { kind: "set-cell" }>): RowShift {
  const { count } = step;
  const row = step.kind === "insert-rows" ? step.after : step.first - 1;
  if (!Number.isInteger(row) || row < 0 || !Number.isInteger(count) || count < 0) {
    throw new RangeError(`no rows: ${JSON.stringify(step)}`);
  }
  if (step.kind === "insert-rows") return { kind: "insert", sheet, after: step.after, count };
  return { kind: "remove", sheet, first: step.first, count };
}

function hasFormulas(sheet: string): boolean {
  return /<(?:[\w.-]+:)?f[\s/>]/.test(sheet);
}

function worksheetNamed(edit: PackageEdit, name: string): SheetEntry {
  const sheet = edit.sheets().find((each) => sameName(each.name, name));
  if (sheet?.kind !== "worksheet") throw new RangeError(`there is no worksheet named ${name}`);
  return sheet;
}

function writePackage(bytes: Uint8Array, parts: ZipParts, edit: PackageEdit): Uint8Array {
  const { changed, added, removed } = edit.changes();
  if (changed.size + added.size + removed.size === 0) return bytes;
  for (const name of changed.keys()) refuseNoText(parts.bytes(name), name);
  const encode = (texts: ReadonlyMap<string, string>): Map<string, Uint8Array> =>
    new Map([...texts].map(([name, text]) => [name, encodePart(parts.bytes(name), text)]));
  return rewriteZip(bytes, { changed: encode(changed), added: encode(added), removed });
}

/** A part with bytes that are no text would be written back with question marks in it. */
function refuseNoText(bytes: Uint8Array | undefined, part: string): void {
  if (bytes === undefined || exactText(bytes, xmlEncoding(bytes)) !== undefined) return;
  throw new PatchRefused(failure("workbook-broken-xml", { part }));
}

/** UTF-8, with a byte order mark where the part began with one. */
function encodePart(old: Uint8Array | undefined, text: string): Uint8Array {
  const isMarked = old?.[0] === 0xef && old[1] === 0xbb && old[2] === 0xbf;
  return new TextEncoder().encode(isMarked ? `\uFEFF${text}` : text);
}
