import type { FoundRow, FoundWorkbook } from "../../shared/calc/open.js";
import { decimal, plain } from "../../shared/decimal.js";
import { cellText, readCellText } from "../../shared/model/transaction-text.js";
import type { CellInput, Profile } from "../../shared/model/workbook.js";

/** A {@link FoundWorkbook} as plain data that crosses from worker to page: figures as decimal text, maps as lists of pairs. */
export interface PlainWorkbook {
  readonly profile: Profile;
  readonly tables: readonly (readonly [table: string, rows: readonly PlainRow[]])[];
  readonly remarks: readonly (readonly [string, string])[];
  readonly emptySentences: readonly (readonly [string, string])[];
  readonly printedUnits: readonly (readonly [string, "元" | "万元"])[];
  readonly lastYear: readonly (readonly [reference: string, figure: string])[];
}

/** Key, name (empty where there is none), and columns with cells in turn, as cellText writes them. */
type PlainRow = readonly [key: string, name: string, cells: readonly string[]];

/** Writes a found workbook as plain data. */
export function plainWorkbook(found: FoundWorkbook): PlainWorkbook {
  return {
    profile: { department: found.profile.department, year: found.profile.year },
    tables: Array.from(found.tables, ([id, { rows }]) => [id, rows.map(plainRow)] as const),
    remarks: [...found.remarks],
    emptySentences: [...found.emptySentences],
    printedUnits: [...(found.printedUnits ?? [])],
    lastYear: Array.from(found.lastYear, ([reference, figure]) => [reference, plain(figure)] as const),
  };
}

/** The found workbook that plain data stands for. Data that {@link plainWorkbook} did not write is a defect and throws. */
export function revivedWorkbook(written: PlainWorkbook): FoundWorkbook {
  return {
    profile: written.profile,
    tables: new Map(written.tables.map(([id, rows]) => [id, { rows: rows.map(revivedRow) }])),
    remarks: new Map(written.remarks),
    emptySentences: new Map(written.emptySentences),
    printedUnits: new Map(written.printedUnits),
    lastYear: new Map(written.lastYear.map(([reference, figure]) => [reference, decimal(figure)])),
  };
}

function plainRow({ key, name, cells }: FoundRow): PlainRow {
  return [key, name ?? "", [...cells].flatMap(([column, input]) => [column, cellText(input)])];
}

function revivedRow([key, name, listed]: PlainRow): FoundRow {
  const cells = new Map<string, CellInput>();
  for (let at = 0; at < listed.length; at += 2) {
    const input = readCellText(listed[at + 1]);
    if (input === undefined) throw new TypeError(`no cell: ${String(listed[at + 1])}`);
    cells.set(listed[at] ?? "", input);
  }
  return name === "" ? { key, cells } : { key, name, cells };
}
