import type { Unpacking } from "../archive/unpacking.js";
import type { Decimal } from "../decimal.js";
import type { Finding } from "../model/finding.js";
import type { TableId } from "../model/address.js";
import type { Profile, RemarkId } from "../model/workbook.js";
import { type Result, success } from "../result.js";
import type { AmountUnit, Pack } from "../template/pack.js";
import { emptySentence } from "../recognition/empty-sentences.js";
import { formatReference } from "../sheets/cell-reference.js";
import type { FoundWorkingSheet, FoundWorkingSheets, OpenSheet } from "../recognition/find-working-sheets.js";
import { formFindings, missingForm, unreadSheets } from "./form-findings.js";
import type { LocatedForm, LocatedRegion } from "../recognition/located.js";
import { openPackage, type WorkbookPackage } from "../sheets/package.js";
import type { Places } from "./places.js";
import { readCodeRows } from "./read-code-rows.js";
import { readFieldValues } from "./read-field-values.js";
import { readFixedRows } from "./read-fixed-rows.js";
import { readListRows } from "./read-list-rows.js";
import { readProfile } from "./read-profile.js";
import { type LastYearRow, readElements, readLastYear } from "../recognition/read-working-sheets.js";
import { Reading, type ReadRow } from "./reading.js";
import { readingFinding } from "./reading-findings.js";
import { recognise, type Recognised } from "../recognition/recognise.js";
import { hiddenFindings, hiddenSheetFindings, linkFindings, rangeFindings } from "./sheet-findings.js";
import { PROFILE_ELEMENTS } from "../recognition/words.js";

export type { ReadRow } from "./reading.js";

/** A table as a file has it: its rows in printed order. */
export interface ReadTable {
  readonly rows: readonly ReadRow[];
}

/** Everything an .xlsx says, in the pack's tables and units, and where each of it stands. */
export interface ReadWorkbook {
  readonly pack: Pack;
  readonly profile: Profile;
  /** Tables of the forms the workbook has. */
  readonly tables: ReadonlyMap<TableId, ReadTable>;
  /** 说明要素 without the profile's own entries. */
  readonly remarks: ReadonlyMap<RemarkId, string>;
  /** 上年数 by reference, in the unit of the cell each names. */
  readonly lastYear: ReadonlyMap<string, Decimal>;
  /** The sentence found below an empty form, by form id. */
  readonly emptySentences: ReadonlyMap<string, string>;
  /** The formulas of cells that have one, by `addressKey`; the followers of a shared formula have the empty text. */
  readonly formulas: ReadonlyMap<string, string>;
  readonly places: Places;
  readonly findings: readonly Finding[];
  /** The unit of money its sheets print; where they differ, the one of the first sheet. */
  readonly unit: AmountUnit;
  /** The forms on their sheets, by form id; what saving needs to know of them. */
  readonly forms: ReadonlyMap<string, LocatedForm>;
  /** The sheets 上年数 and 说明要素, where the workbook has them. */
  readonly working: FoundWorkingSheets;
  /** All sheets, others than the forms' too. */
  readonly sheets: readonly OpenSheet[];
  readonly file: WorkbookPackage;
}

/**
 * Reads a workbook of any of the given packs. Refusals are those of the zip gate, of the XML and of `recognise`; whatever is
 * odd about single cells, rows or sheets is a finding, and the rest is read.
 */
export function readWorkbook(bytes: Uint8Array, packs: readonly Pack[], unpacking?: Unpacking): Result<ReadWorkbook> {
  const file = openPackage(bytes, {}, unpacking);
  if (!file.ok) return file;
  const recognised = recognise(file.value, packs);
  return recognised.ok ? success(readRecognised(file.value, recognised.value)) : recognised;
}

function readRecognised(file: WorkbookPackage, recognised: Recognised): ReadWorkbook {
  const { pack, forms, working } = recognised;
  const reading = new Reading(pack, file.date1904);
  const emptySentences = new Map<string, string>();
  for (const form of forms.values()) {
    for (const region of form.regions) readRegion(reading, form, region);
    const sentence = emptySentence(form);
    if (sentence !== undefined) emptySentences.set(form.form.id, sentence);
  }
  const tables = new Map<TableId, ReadTable>();
  for (const table of pack.tables) {
    if (forms.has(table.form)) tables.set(table.id, { rows: reading.rowsOf(table.id) });
  }
  const { profile, findings } = readProfile(recognised, { rows: reading.rows, emptySentences });
  const lastYear = readLastYear(working.lastYear, pack);
  const remarks = remarksOf(working);
  const unread = recognised.missing.length === 0 ? [] : unreadSheets(recognised);
  return {
    pack,
    profile,
    tables,
    remarks,
    lastYear: new Map(lastYear.flatMap(({ reference, value }) => (value === undefined ? [] : [[reference, value]]))),
    emptySentences,
    formulas: reading.formulas,
    places: reading.places,
    findings: [
      ...recognised.missing.map((form) => missingForm(form, remarks, unread)),
      ...[...forms.values()].flatMap((form) => formFindings(reading, form)),
      ...reading.findings,
      ...storedAsText(reading),
      ...lastYearFindings(working.lastYear, lastYear),
      ...findings,
      ...[...forms.values(), ...Object.values<FoundWorkingSheet>({ ...working })].flatMap(rangeFindings),
      ...[...forms.values()].flatMap(hiddenSheetFindings),
      ...[...forms.values()].flatMap((form) => hiddenFindings(file, form)),
      ...linkFindings(file),
    ],
    unit: printedUnit(recognised),
    forms,
    working,
    sheets: recognised.sheets,
    file,
  };
}

function readRegion(reading: Reading, form: LocatedForm, region: LocatedRegion): void {
  if (region.kind === "fields") {
    const table = reading.table(region.region.table);
    readFieldValues(reading, form, region, table);
    reading.places.addRegion(table.id, form, region.firstRow, region.lastRow);
    return;
  }
  for (const id of new Set(region.panels.map(({ panel }) => panel.table))) {
    const table = reading.table(id);
    reading.places.addRegion(id, form, region.firstRow, region.lastRow);
    if (table.rows.kind === "fixed") readFixedRows(reading, form, region, table, table.rows.rows);
    else if (table.rows.kind === "codes") readCodeRows(reading, form, region, table);
    else if (table.rows.fixed !== undefined) readFixedRows(reading, form, region, table, table.rows.fixed);
    else readListRows(reading, form, region, table);
  }
}

/** What 说明要素 holds besides the profile. */
function remarksOf(working: FoundWorkingSheets): ReadonlyMap<RemarkId, string> {
  const own: readonly string[] = Object.values(PROFILE_ELEMENTS);
  const filled = readElements(working.elements).filter(({ id, text }) => text !== "" && !own.includes(id));
  return new Map(filled.map(({ id, text }) => [id, text]));
}

/** One finding a table for figures stored as text: Excel leaves them out of its sums. */
function storedAsText(reading: Reading): readonly Finding[] {
  return [...reading.textFigures.values()].flatMap((cells) => {
    const [first] = cells;
    const place = first === undefined ? undefined : reading.places.cell(first);
    if (place === undefined) return [];
    const at = { cells, place: { sheet: place.sheet, address: place.ref } };
    return [readingFinding("stored-as-text", { count: String(cells.length) }, at)];
  });
}

function lastYearFindings(found: FoundWorkingSheet | undefined, rows: readonly LastYearRow[]): readonly Finding[] {
  if (found === undefined) return [];
  return rows.flatMap(({ unreadable, row }) => {
    if (unreadable === undefined) return [];
    const place = { sheet: found.sheet.name, address: formatReference(row, found.columns[3] ?? 1) };
    return [readingFinding("unreadable-figure", { text: unreadable, problem: "not-a-number" }, { place })];
  });
}

function printedUnit({ pack, forms }: Recognised): AmountUnit {
  for (const form of forms.values()) if (form.unit !== undefined) return form.unit;
  return pack.forms.find((form) => form.lines.unit !== undefined)?.lines.unit ?? "万元";
}
