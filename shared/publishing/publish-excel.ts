import { failure } from "../failure.js";
import { exportExcel } from "../exchange/export-excel.js";
import type { OpenedWorkbook } from "../exchange/open-workbook.js";
import type { Finding } from "../model/finding.js";
import { editPackage } from "../patching/edit-package.js";
import { sameName } from "../patching/formula-shift.js";
import type { PackageEdit } from "../patching/package-edit.js";
import { removeSheet } from "../patching/remove-sheet.js";
import { readWorkbook } from "../reading/read-excel.js";
import { refusal, type Result, success } from "../result.js";
import { saveTarget, type SaveTarget } from "../saving/save-target.js";
import { firstDifference } from "../saving/verify-save.js";
import { cleanChart, cleanDrawing } from "./clean-drawing.js";
import { cleanLooks, cleanTable } from "./clean-looks.js";
import { cleanSheet } from "./clean-sheet.js";
import { cleanWorkbook } from "./clean-workbook.js";
import { WORKBOOK_PARTS } from "./kept-relations.js";
import { publishedPackage } from "./published-package.js";
import { usedStrings, withoutUnusedStrings, withValuesOnly } from "./sheet-values.js";

/** The workbook that goes out. */
export interface PublishedExcel {
  readonly bytes: Uint8Array;
  /** Sheets that stay behind, as they stand on their tabs: the working sheets and whatever is no form. */
  readonly leftOut: readonly string[];
  /** Formulas that gave way to values already when the workbook was finished. */
  readonly findings: readonly Finding[];
}

/**
 * The finished workbook for the public: the sheets of the forms as they are laid out, every formula replaced by its value, and nothing
 * else of the file — no working sheets, no other sheets, no comments, no trace of who made it where. `title` is the document's name.
 * Read back and compared with the session before anybody gets it: a difference is `export-mismatch`, a defect of ours.
 */
export function publishExcel(bytes: Uint8Array, opened: OpenedWorkbook, title: string): Result<PublishedExcel> {
  const exported = exportExcel(bytes, opened, { signOff: false });
  if (!exported.ok) return exported;
  const forms = new Set([...opened.read.forms.values()].map(({ sheet }) => sheet.name));
  const made = publishSheets(exported.value.bytes, forms, title);
  if (!made.ok) return made;
  const at = difference(made.value.bytes, opened);
  if (at !== undefined) return refusal(failure("export-mismatch", { at }));
  return success({ ...made.value, findings: exported.value.findings });
}

/** The named sheets of a workbook, cleaned for the public, and the names of those that stay behind. */
export function publishSheets(
  bytes: Uint8Array,
  kept: ReadonlySet<string>,
  title: string,
): Result<Pick<PublishedExcel, "bytes" | "leftOut">> {
  return editPackage(bytes, (edit, parts) => {
    const leftOut = keepSheets(edit, kept);
    const used = new Set(edit.sheets().flatMap(({ path, name }) => [...usedStrings(edit.text(path), name)]));
    const clean = (kind: string, text: string, gone: ReadonlySet<string>): string => {
      if (kind === "sharedStrings") return withoutUnusedStrings(text, used);
      return CLEANERS[kind]?.(text, gone) ?? cleanLooks(text, gone);
    };
    return { bytes: publishedPackage(edit, parts, { kept: WORKBOOK_PARTS, title, clean }), leftOut };
  });
}

const CLEANERS: Readonly<Record<string, (text: string, gone: ReadonlySet<string>) => string>> = {
  officeDocument: cleanWorkbook,
  worksheet: cleanSheet,
  drawing: cleanDrawing,
  chart: cleanChart,
  chartEx: cleanChart,
  table: cleanTable,
};

/** Leaves values in place of formulas, then takes the other sheets away: nothing refers to them any more. */
function keepSheets(edit: PackageEdit, kept: ReadonlySet<string>): readonly string[] {
  const isKept = (name: string): boolean => [...kept].some((one) => sameName(one, name));
  for (const { path, name } of edit.sheets()) {
    if (isKept(name)) edit.edit(path, (text) => withValuesOnly(text, name));
  }
  // Of a workbook whose forms are hidden no visible sheet would be left.
  edit.edit(edit.workbookPath, cleanStates);
  const leftOut = edit.sheets().flatMap(({ name }) => (isKept(name) ? [] : [name]));
  for (const name of leftOut) removeSheet(edit, name);
  return leftOut;
}

/** Every sheet shown: those that stay are published, the others go. */
function cleanStates(text: string): string {
  return text.replace(/(<(?:[\w.-]+:)?sheet\s[^>]*?)\sstate\s*=\s*(?:"[^"]*"|'[^']*')/g, "$1");
}

/** The first thing in which published bytes do not say what the session says; last year's figures and answers stay at home. */
function difference(bytes: Uint8Array, { read, session }: OpenedWorkbook): string | undefined {
  const again = readWorkbook(bytes, [read.pack]);
  if (!again.ok) return again.failure.code;
  const target = saveTarget(session);
  // The year may stand on the working sheet alone.
  const profile = { ...target.profile, year: again.value.profile.year };
  const wanted: SaveTarget = { ...target, profile, remarks: new Map(), lastYear: new Map() };
  const missing = [...read.forms.keys()].find((form) => !again.value.forms.has(form));
  return missing === undefined ? firstDifference(again.value, wanted) : `form ${missing}`;
}
