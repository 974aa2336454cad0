import type { Profile } from "../model/workbook.js";
import type { Pack } from "../template/pack.js";
import { emptySentenceCell } from "../recognition/empty-sentences.js";
import type { LocatedForm } from "../recognition/located.js";
import type { PendingCell } from "./pending-cells.js";
import { normalised } from "../recognition/printed-text.js";
import type { ReadWorkbook } from "../reading/read-excel.js";
import type { SheetCell } from "../sheets/sheet-content.js";
import { departmentLine } from "../recognition/sheet-lines.js";
import { PROFILE_PLACEHOLDERS } from "../recognition/words.js";

/**
 * Plans the publisher's line of every form, the years in titles, and the sentences below empty forms that are worded as the pack
 * words them. Sentences and lines that people have worded themselves stay.
 */
export function planProfile(read: ReadWorkbook, wanted: Profile): readonly PendingCell[] {
  const { department, year } = read.profile;
  return [...read.forms.values()].flatMap((form) => [
    ...(wanted.department === department ? [] : departmentCells(form, wanted.department)),
    ...(wanted.year === year ? [] : titleCells(form, year, wanted.year)),
    ...sentenceCells(read, form, wanted),
  ]);
}

function departmentCells(form: LocatedForm, department: string): readonly PendingCell[] {
  const line = departmentLine(form.grid, form.regions[0]?.firstRow ?? 1);
  if (line === undefined) return [];
  return [changedCell(form, line.cell, `${line.before}${department}${line.behind}`)];
}

/** The pack's sentence for the wanted profile, where the one in the file is the pack's for the profile it has now. */
function sentenceCells(read: ReadWorkbook, form: LocatedForm, wanted: Profile): readonly PendingCell[] {
  const cell = emptySentenceCell(form);
  if (cell === undefined) return [];
  const sentence = form.form.emptySentence ?? "";
  const now = normalised(cell.text);
  if (now !== normalised(filled(sentence, read.profile, read.pack))) return [];
  const text = filled(sentence, wanted, read.pack);
  return normalised(text) === now ? [] : [changedCell(form, cell, text)];
}

function filled(sentence: string, { department, year }: Profile, pack: Pack): string {
  const name = department === "" ? pack.frame.unnamedDepartment : department;
  return sentence.replaceAll(PROFILE_PLACEHOLDERS.department, name).replaceAll(PROFILE_PLACEHOLDERS.year, String(year));
}

function titleCells(form: LocatedForm, now: number, wanted: number): readonly PendingCell[] {
  if (form.title === undefined || form.titleYear !== now) return [];
  const cell = form.grid.content.cell(form.title.row, form.title.column);
  if (cell?.text.includes(String(now)) !== true) return [];
  return [changedCell(form, cell, cell.text.replace(String(now), String(wanted)))];
}

function changedCell(form: LocatedForm, origin: SheetCell, text: string): PendingCell {
  return {
    sheet: form.sheet.name,
    spot: { kind: "old", row: origin.row },
    column: origin.column,
    value: text === "" ? { kind: "blank" } : { kind: "text", text },
    changed: text !== origin.text,
    origin,
  };
}
