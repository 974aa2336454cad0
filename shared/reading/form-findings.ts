import type { Finding } from "../model/finding.js";
import type { RemarkId } from "../model/workbook.js";
import type { Form, Region } from "../template/pack.js";
import type { Recognised } from "../recognition/recognise.js";
import type { LocatedForm, LocatedGrid } from "../recognition/located.js";
import { slotCell } from "./places.js";
import type { SheetCell } from "../sheets/sheet-content.js";
import { digitsOf } from "../recognition/printed-text.js";
import { placeOn, type Reading } from "./reading.js";
import { readingFinding } from "./reading-findings.js";

/**
 * A form that the workbook does not have; it may stand with a reason, kept in 说明要素 under the finding's remark id. The form may be
 * there under another title: sheets with figures that are no form are named (fact sheets, one a line).
 */
export function missingForm(
  form: Form,
  remarks: ReadonlyMap<RemarkId, string>,
  unreadSheets: readonly string[],
): Finding {
  const remarkId = `form-missing-${form.id}`;
  const remark = remarks.get(remarkId);
  const facts = {
    form: form.title,
    no: form.no,
    ...(unreadSheets.length === 0 ? {} : { sheets: unreadSheets.join("\n") }),
  };
  const finding = { ...readingFinding("form-missing", facts), remarkId };
  return remark === undefined || remark === "" ? finding : { ...finding, remark };
}

/** Fewer figures than this make no table. */
const FEWEST_FIGURES = 4;

/** The sheets that hold a table nobody knows: no form and no working sheet, but figures. */
export function unreadSheets({ sheets, forms, working }: Recognised): readonly string[] {
  const known = new Set([...forms.values(), working.lastYear, working.elements].map((one) => one?.sheet));
  return sheets
    .filter(({ sheet, grid }) => !known.has(sheet) && holdsFigures(grid.content.cells))
    .map(({ sheet }) => sheet.name);
}

function holdsFigures(cells: readonly SheetCell[]): boolean {
  let figures = 0;
  for (const { type } of cells) {
    if (type === "number") figures += 1;
    if (figures >= FEWEST_FIGURES) return true;
  }
  return false;
}

/** What a form's sheet lacks, and printed column numbers that are not the form's. */
export function formFindings(reading: Reading, located: LocatedForm): readonly Finding[] {
  const grids = located.regions.filter((region) => region.kind === "grid");
  return [
    ...foreignUnit(located),
    ...missingRegions(located),
    ...grids.flatMap((region) => numberFindings(reading, located, region)),
  ];
}

/** A unit nobody converts makes every figure of the sheet wrong by its power of ten: an error, however well its sums agree. */
function foreignUnit({ form, sheet, foreignUnit: unit }: LocatedForm): readonly Finding[] {
  if (unit === undefined) return [];
  const facts = { form: form.title, unit: unit.text, read: form.lines.unit ?? "" };
  return [readingFinding("foreign-unit", facts, { place: { sheet: sheet.name, address: unit.ref } })];
}

function missingRegions(located: LocatedForm): readonly Finding[] {
  return located.missing.map(({ region, parent, differing }) => {
    const row = differing?.row ?? located.title?.row ?? 1;
    const place = placeOn(located, { row, column: 1 });
    const facts = { form: located.form.title, region: regionText(region), ...(parent === undefined ? {} : { parent }) };
    return differing === undefined
      ? readingFinding("region-missing", facts, { place })
      : readingFinding("region-differs", { ...facts, missing: differing.missing.join(", ") }, { place });
  });
}

/** What people call a region: its caption, else its first label or head. */
function regionText(region: Region): string {
  if (region.caption !== undefined) return region.caption;
  if (region.kind === "fields") {
    const labels = region.lines.flatMap((line) =>
      line.cells.flatMap((cell) => (cell.kind === "label" ? [cell.text] : [])),
    );
    return labels.find((text) => text !== "") ?? "";
  }
  const heads = region.panels.flatMap((panel) => panel.columns.map((column) => column.head[0] ?? ""));
  return heads.find((text) => text !== "") ?? "";
}

function numberFindings(reading: Reading, located: LocatedForm, region: LocatedGrid): readonly Finding[] {
  const { numbersRow } = region;
  if (numbersRow === undefined) return [];
  return region.panels.flatMap(({ panel, columns }) =>
    columns.flatMap(({ spec, slot }) => {
      const column = reading.table(panel.table).columns.find(({ id }) => id === spec.column);
      if (slot === undefined || column?.no === undefined) return [];
      const at = slotCell(located.grid, numbersRow, slot);
      const printed = digitsOf(located.grid.text(at.row, at.column));
      if (printed === undefined || printed === column.no) return [];
      const facts = { column: column.name, printed, expected: column.no };
      return [readingFinding("number-differs", facts, { place: placeOn(located, at) })];
    }),
  );
}
