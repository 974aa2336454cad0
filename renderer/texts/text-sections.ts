import type { FormSheet } from "../../shared/forms/form-sheet.js";
import { addressKey, type CellAddress } from "../../shared/model/address.js";
import type { OpenDocument } from "../session/document-store.js";

/** One text of a form under its printed heading. */
export interface TextSection {
  /** The key of its address, unique in the workbook. */
  readonly id: string;
  readonly at: CellAddress;
  /** The printed headings above it, outermost first, such as 一、部门基本情况 and （一）部门概况. */
  readonly group: string;
  readonly heading: string;
  /** How much room the form leaves for it, in points. */
  readonly height: number;
}

/** Sections under one printed heading. */
export interface TextGroup {
  readonly heading: string;
  readonly sections: readonly TextSection[];
}

/** The texts a form asks for outside of its grids and blocks, in printed order. */
export function textSections(sheet: FormSheet, { computed }: OpenDocument): readonly TextSection[] {
  const sections: TextSection[] = [];
  for (let row = 0; row < sheet.rowCount; row += 1) {
    const { kind, height = 0 } = sheet.row(row);
    if (kind !== "fields") continue;
    const labels: string[] = [];
    const own: { readonly at: CellAddress }[] = [];
    for (let column = 0; column < sheet.columns.length; column += 1) {
      const cell = sheet.at(row, column);
      if (cell.kind === "label" && cell.text !== "" && !labels.includes(cell.text)) labels.push(cell.text);
      if (cell.kind !== "cell" || cell.content !== "text") continue;
      if (!own.some(({ at }) => addressKey(at) === addressKey(cell.at))) own.push(cell);
    }
    for (const [index, { at }] of own.entries()) {
      const [group = "", ...others] = labels;
      const heading = others.length === 0 ? group : others.join(" ");
      const more = own.length > 1 && index > 0 ? ` · ${computed.column(at.table, at.column).name}` : "";
      sections.push({ id: addressKey(at), at, group, heading: `${heading}${more}`, height });
    }
  }
  return sections;
}

/** Sections that follow each other under the same outermost heading. */
export function textGroups(sections: readonly TextSection[]): readonly TextGroup[] {
  const groups: { heading: string; sections: TextSection[] }[] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    if (last?.heading === section.group) last.sections.push(section);
    else groups.push({ heading: section.group, sections: [section] });
  }
  return groups;
}

/** Whether a form is nothing but texts: then it is shown as a form of texts, not as a table. */
export function isTextForm(sheet: FormSheet): boolean {
  return sheet.form.regions.length > 0 && sheet.form.regions.every(({ kind }) => kind === "fields");
}

/** Whether a form has long texts beside its grids, which are better written as a form of texts than in cells. */
export function hasLongTexts({ form }: FormSheet): boolean {
  return form.regions.some(
    (region) =>
      region.kind === "fields" &&
      region.repeatedBy === undefined &&
      region.lines.some(({ height = 0, cells }) => height >= LONG && cells.some(({ kind }) => kind === "value")),
  );
}

/** From this height on, in points, a line of a form is meant for paragraphs. */
const LONG = 100;

/** How many signs a text has, as Word counts Chinese: blanks and line ends are none. */
export function signCount(text: string): number {
  return text.match(/\S/gu)?.length ?? 0;
}

/**
 * A text from the clipboard as plain paragraphs: Word and WPS separate them by line ends of every kind, mark line breaks by a
 * vertical tab and pad with hard blanks.
 */
export function plainParagraphs(text: string): string {
  return text
    .replaceAll(/\r\n?|\u2028|\u2029|\v|\f/gu, "\n")
    .replaceAll("\u00A0", " ")
    .replaceAll(/[ \t]+\n/gu, "\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .replace(/\n+$/u, "");
}
