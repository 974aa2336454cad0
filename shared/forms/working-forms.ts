import type { CellAddress, RowKey } from "../model/address.js";
import { LAST_YEAR_COLUMN, LAST_YEAR_TABLE, REMARK_COLUMN, REMARKS_TABLE } from "../model/workbook.js";
import type { Form, Pack, WorkingSheet } from "../template/pack.js";
import type { SheetCell, SheetColumn } from "./form-sheet.js";
import { EMPTY, type Section, type SectionSource } from "./section.js";

/**
 * The two working sheets 上年数 and 说明要素 as forms, to be listed behind the pack's: a head and one row for everything the pack asks
 * for, filled or not, then what the workbook holds besides. Their ids are {@link LAST_YEAR_TABLE} and {@link REMARKS_TABLE}.
 */
export function workingForms({ frame }: Pack): readonly Form[] {
  return [asForm(LAST_YEAR_TABLE, frame.lastYear), asForm(REMARKS_TABLE, frame.elements)];
}

/** Whether a form is one of the two working sheets. */
export function isWorkingForm({ id }: Form): boolean {
  return id === LAST_YEAR_TABLE || id === REMARKS_TABLE;
}

/** The columns of a working form. In the window they are no wider than lets the cells people fill be seen without scrolling. */
export function workingColumns({ id, print }: Form): readonly SheetColumn[] {
  const contents: readonly SheetColumn["content"][] =
    id === LAST_YEAR_TABLE ? ["name", "name", "name", "figure"] : ["name", "name", "text"];
  return print.widths.map((width, index) => {
    const content = contents[index] ?? "text";
    return { width: Math.min(width, content === "text" ? WIDEST_TEXT : WIDEST_LABEL), content };
  });
}

/** In characters, as widths of sheets are. */
const WIDEST_LABEL = 34;
const WIDEST_TEXT = 70;

/** The rows of a working form: one head row, then its entries. */
export function workingSection({ id }: Form, source: SectionSource): Section {
  const { computed } = source;
  const { frame } = computed.pack;
  const isLastYear = id === LAST_YEAR_TABLE;
  const heads = (isLastYear ? frame.lastYear : frame.elements).heads;
  const rows = isLastYear ? lastYearRows(source) : remarkRows(source);
  const column = isLastYear ? LAST_YEAR_COLUMN : REMARK_COLUMN;
  const places = new Map(rows.map(({ key }, index) => [key, index]));
  return {
    rowCount: rows.length + 1,
    headRows: 1,
    row: (row) => (row === 0 ? { kind: "head", rows: [] } : { kind: "body", rows: ofRow(id, rows[row - 1]) }),
    at: (row, at) => {
      const entry = rows[row - 1];
      const text = row === 0 ? heads[at] : entry?.labels[at];
      if (text !== undefined) return label(text, row === 0 ? "head" : "name");
      if (entry === undefined || at !== heads.length - 1) return EMPTY;
      return entryCell({ table: id, row: entry.key, column }, source);
    },
    merge: () => undefined,
    positionOf: (address) => {
      const place = address.table === id && address.column === column ? places.get(address.row) : undefined;
      return place === undefined ? undefined : { row: place + 1, column: heads.length - 1 };
    },
  };
}

function asForm(id: string, { sheet, title, widths }: WorkingSheet): Form {
  return {
    id,
    no: "",
    sheet,
    title: title ?? sheet,
    titleAliases: [],
    lines: { department: false, number: false },
    regions: [],
    notes: [],
    print: { orientation: "landscape", widths, fontSize: 10, repeatHead: true },
  };
}

interface Entry {
  readonly key: RowKey;
  /** What stands left of the cell people fill. */
  readonly labels: readonly string[];
}

function lastYearRows({ computed }: SectionSource): readonly Entry[] {
  const asked = computed.pack.lastYear;
  const known = new Set(asked.map(({ reference }) => reference));
  const others = (computed.workbook.tables.get(LAST_YEAR_TABLE)?.rows ?? []).filter(({ key }) => !known.has(key));
  const entries = [...asked, ...others.map(({ key }) => ({ item: "", reference: key }))];
  return entries.map(({ item, reference }) => {
    const unit = computed.unit({ table: LAST_YEAR_TABLE, row: reference, column: LAST_YEAR_COLUMN });
    return { key: reference, labels: [item, reference, unit ?? ""] };
  });
}

function remarkRows({ computed }: SectionSource): readonly Entry[] {
  const { elements } = computed.pack;
  const known = new Set(elements.map(({ id }) => id));
  const others = [...computed.workbook.remarks.keys()].filter((id) => !known.has(id));
  return [
    ...elements.map(({ id, place }) => ({ key: id, labels: [id, place] })),
    ...others.map((id) => ({ key: id, labels: [id, ""] })),
  ];
}

function ofRow(table: string, entry: Entry | undefined): readonly { readonly table: string; readonly row: RowKey }[] {
  return entry === undefined ? [] : [{ table, row: entry.key }];
}

function label(text: string, role: "head" | "name"): SheetCell {
  return { kind: "label", text, role, level: 0 };
}

function entryCell(at: CellAddress, { computed }: SectionSource): SheetCell {
  if (at.table === REMARKS_TABLE) return { kind: "cell", at, content: "text", derived: false, level: 0 };
  const unit = computed.unit(at);
  const places = computed.places(at);
  return {
    kind: "cell",
    at,
    content: "figure",
    derived: false,
    level: 0,
    places,
    ...(unit === undefined ? {} : { unit }),
  };
}
