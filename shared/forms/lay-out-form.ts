import type { Computed } from "../calc/computed.js";
import type { Form, Region } from "../template/pack.js";
import { fieldsSection } from "./fields-section.js";
import type { FormSheet, SheetPart, SheetRange } from "./form-sheet.js";
import { headDepth } from "./head-cells.js";
import { frozenColumns, regionGroups } from "./region-groups.js";
import { gridSection } from "./grid-section.js";
import { EMPTY, type Section, type SectionSource } from "./section.js";
import { sheetColumns } from "./sheet-columns.js";
import { isWorkingForm, workingSection } from "./working-forms.js";

/**
 * A form of the pack, or one of the working forms, laid out over a workbook's rows. Cheap: it asks for row keys and looks at no
 * figure; make it anew whenever rows came or went, or a text of a list changed (which decides its merges). `spareRows`: how many
 * blank rows for typing stand below every list and code table that holds rows; none on paper.
 */
export function formSheet(
  form: Form,
  computed: Computed,
  { spareRows = 1 }: { readonly spareRows?: number } = {},
): FormSheet {
  const source: SectionSource = { form, computed, width: form.print.widths.length, spareRows };
  const placed = isWorkingForm(form) ? [{ section: workingSection(form, source) }] : formSections(form, source);
  const sections = stacked(placed.map(({ section: each }) => each));
  const first = form.regions[0];
  const isHeaded = isWorkingForm(form) || (form.print.repeatHead && first?.kind === "grid");
  return {
    form,
    columns: sheetColumns(form),
    headRows: isHeaded ? headRows(first) : 0,
    frozenColumns: isWorkingForm(form) ? 1 : frozenColumns(form),
    rowCount: sections.rowCount,
    parts: partsOf(placed),
    row: (row) => sections.at(row, (section, own) => section.row(own)) ?? { kind: "blank", rows: [] },
    at: (row, column) => sections.at(row, (section, own) => section.at(own, column)) ?? EMPTY,
    merge: (row, column) =>
      sections.at(row, (section, own) => {
        const range = section.merge(own, column);
        return range === undefined ? undefined : moved(range, row - own);
      }),
    positionOf: (address) =>
      sections.locate((section, top) => {
        const position = section.positionOf(address);
        return position === undefined ? undefined : { ...position, row: position.row + top };
      }),
  };
}

/** The head of a form's first grid with its caption and 栏次; a working form has one row of heads. */
function headRows(region: Region | undefined): number {
  if (region?.kind !== "grid") return 1;
  const columns = region.panels.flatMap((panel) => panel.columns);
  return (region.caption === undefined ? 0 : 1) + headDepth(columns) + (region.officialNumbers ? 1 : 0);
}

function moved({ from, to }: SheetRange, rows: number): SheetRange {
  return { from: { ...from, row: from.row + rows }, to: { ...to, row: to.row + rows } };
}

/** A region's rows, and the block they belong to. */
interface PlacedSection {
  readonly section: Section;
  readonly block?: number;
}

/** The regions one below the other; between two blocks stands a blank row. */
function formSections(form: Form, source: SectionSource): readonly PlacedSection[] {
  return regionGroups(form.regions).flatMap((group) => {
    const table = group[0]?.repeatedBy;
    if (table === undefined) return group.map((region) => ({ section: section(region, source) }));
    const rows = source.computed.rows(table);
    const blocks = rows.length > 0 ? rows : ["none" as const];
    return blocks.flatMap((row, index) => [
      ...(index === 0 ? [] : [{ section: GAP }]),
      ...group.map((region) => ({ section: section(region, { ...source, block: { table, row } }), block: index })),
    ]);
  });
}

function partsOf(placed: readonly PlacedSection[]): readonly SheetPart[] {
  const parts: SheetPart[] = [];
  let first = 0;
  for (const { section: each, block } of placed) {
    const end = first + each.rowCount;
    const { headRows: own } = each;
    if (each !== GAP) parts.push({ first, end, headRows: own, ...(block === undefined ? {} : { block }) });
    first = end;
  }
  return parts;
}

function section(region: Region, source: SectionSource): Section {
  return region.kind === "grid" ? gridSection(region, source) : fieldsSection(region, source);
}

const GAP: Section = {
  rowCount: 1,
  headRows: 0,
  row: () => ({ kind: "blank", rows: [] }),
  at: () => EMPTY,
  merge: () => undefined,
  positionOf: () => undefined,
};

/** Sections one below the other, found by halving. */
interface Stacked {
  readonly rowCount: number;
  /** Asks the section a row lies in, with the row's number in it; undefined outside. */
  at<Answer>(row: number, ask: (section: Section, own: number) => Answer): Answer | undefined;
  /** The first answer of a section, each asked with its first row. */
  locate<Answer>(ask: (section: Section, top: number) => Answer | undefined): Answer | undefined;
}

function stacked(sections: readonly Section[]): Stacked {
  const tops: number[] = [];
  let rowCount = 0;
  for (const { rowCount: rows } of sections) {
    tops.push(rowCount);
    rowCount += rows;
  }
  return {
    rowCount,
    at: (row, ask) => {
      if (row < 0 || row >= rowCount) return undefined;
      let low = 0;
      let high = sections.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((tops[middle] ?? 0) <= row) low = middle;
        else high = middle - 1;
      }
      const found = sections[low];
      return found === undefined ? undefined : ask(found, row - (tops[low] ?? 0));
    },
    locate: (ask) => {
      for (const [index, each] of sections.entries()) {
        const answer = ask(each, tops[index] ?? 0);
        if (answer !== undefined) return answer;
      }
      return undefined;
    },
  };
}
