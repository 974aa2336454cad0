import { frozenColumns, regionGroups } from "../forms/region-groups.js";
import type { RowKey } from "../model/address.js";
import type { Form, Pack, Region } from "../template/pack.js";
import { PLACEHOLDERS } from "../template/words.js";
import type { NewContent } from "./new-content.js";
import { addFields } from "./new-sheet-fields.js";
import { addGrid, type HeadRows, type RegionSource } from "./new-sheet-grid.js";
import { SheetBuilder, textValue, type Look, type NewSheet } from "./new-sheet.js";

/** Title and the lines below it, in points. */
const TITLE_SIZE = 22;
const LINE_SIZE = 11;

/** Lays a form out as a sheet, filled with the content. */
export function formSheet(pack: Pack, form: Form, content: NewContent): NewSheet {
  const { widths, fontSize, orientation } = form.print;
  // An upright page is long: its rows may stand wider apart.
  const sheet = new SheetBuilder(widths, fontSize, fontSize * (orientation === "portrait" ? 2.1 : 1.8));
  addTitle(sheet, form, content);
  addLines(sheet, pack, form, content);
  let head: HeadRows | undefined;
  for (const group of regionGroups(form.regions)) {
    for (const [index, block] of blocks(group, content).entries()) {
      if (index > 0) sheet.endRow(sheet.size);
      const source: RegionSource = { pack, content, ...(block === undefined ? {} : { block }) };
      for (const region of group) {
        if (region.kind === "fields") addFields(sheet, region, source);
        else {
          const rows = addGrid(sheet, region, source);
          head ??= rows;
        }
      }
    }
  }
  addNotes(sheet, pack, form, content);
  return sheet.finish({
    name: form.sheet,
    orientation,
    frozenColumns: frozenColumns(form),
    ...(form.print.repeatHead && head !== undefined ? { head } : {}),
  });
}

function addTitle(sheet: SheetBuilder, form: Form, content: NewContent): void {
  const title = content.titles?.get(form.id) ?? form.title;
  const look: Look = { face: "title", size: TITLE_SIZE, horizontal: "center", wrap: false, border: false };
  sheet.put(1, sheet.widths.length, textValue(title), look);
  sheet.endRow(TITLE_SIZE * 1.7);
}

/** The printed number stands above the unit where a form prints both, else beside the publisher. */
function addLines(sheet: SheetBuilder, pack: Pack, form: Form, content: NewContent): void {
  const { lines } = form;
  const { department, unit } = pack.frame;
  const left = lines.department ? department.replace(PLACEHOLDERS.department, content.department ?? "") : "";
  const number = lines.number ? form.no : "";
  if (lines.unit === undefined) return addLine(sheet, left, number);
  if (number !== "") addLine(sheet, "", number);
  addLine(sheet, left, (lines.unitText ?? unit).replace(PLACEHOLDERS.unit, lines.unit));
}

function addLine(sheet: SheetBuilder, left: string, right: string): void {
  const look: Look = { face: "body", size: LINE_SIZE, horizontal: "left", wrap: false, border: false };
  if (left !== "") sheet.put(1, 1, textValue(left), look);
  if (right !== "") sheet.put(sheet.widths.length, 1, textValue(right), { ...look, horizontal: "right" });
  sheet.endRow(LINE_SIZE * 1.6);
}

/** The rows a group repeats for; one blank block when there are none yet. */
function blocks(group: readonly Region[], content: NewContent): readonly (RowKey | undefined)[] {
  const table = group[0]?.repeatedBy;
  const keys = table === undefined ? [] : (content.tables.get(table) ?? []).map(({ key }) => key);
  return keys.length > 0 ? keys : [undefined];
}

function addNotes(sheet: SheetBuilder, pack: Pack, form: Form, content: NewContent): void {
  const sentence = emptySentence(pack, form, content);
  const look: Look = { face: "body", size: sheet.size, horizontal: "left", wrap: true, border: false };
  for (const note of sentence === undefined ? form.notes : [...form.notes, sentence]) {
    sheet.put(1, sheet.widths.length, textValue(note), look);
    sheet.endRow(Math.max(sheet.rowHeight, sheet.heightOf(note, 1, sheet.widths.length)));
  }
}

/** The sentence below a form that holds no figure, where its pack or the content has one. */
function emptySentence(pack: Pack, form: Form, content: NewContent): string | undefined {
  const tables = pack.tables.filter((table) => table.form === form.id);
  const rows = tables.flatMap(({ id }) => content.tables.get(id) ?? []);
  if (rows.some(({ cells }) => Object.keys(cells).length > 0)) return undefined;
  return (
    content.emptySentences?.get(form.id) ??
    form.emptySentence
      ?.replaceAll(PLACEHOLDERS.department, content.department ?? pack.frame.unnamedDepartment)
      .replaceAll(PLACEHOLDERS.year, String(content.year ?? pack.years[0] ?? ""))
  );
}
