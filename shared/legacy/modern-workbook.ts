import type { CellObject, Range, WorkBook, WorkSheet } from "@e965/xlsx";
import { isLegacyWorkbook } from "../archive/file-kind.js";
import { failure } from "../failure.js";
import { refusal, success, type Result } from "../result.js";

/**
 * An old workbook (.xls, .et: BIFF in an OLE2 file) as a plain .xlsx with the same sheets, cells, merges and number formats, so that
 * everything else reads it as it reads any other; formulas give way to their saved results, and looks are not carried over. Bytes of any
 * other kind are given back as they are. What cannot be read is refused as `legacy-workbook`.
 *
 * The parser is a foreign one that trusts its input: whoever calls this on a file from outside sees to it that it can be stopped.
 */
export async function modernWorkbook(bytes: Uint8Array): Promise<Result<Uint8Array>> {
  if (!isLegacyWorkbook(bytes)) return success(bytes);
  const library = await import("@e965/xlsx");
  try {
    const read = library.read(bytes, { type: "array", dense: true, cellNF: true, cellFormula: false, cellHTML: false });
    const modern = library.utils.book_new();
    for (const name of read.SheetNames) {
      const sheet = read.Sheets[name];
      if (sheet !== undefined)
        library.utils.book_append_sheet(
          modern,
          plainSheet(sheet, (range) => library.utils.encode_range(range)),
          name,
        );
    }
    if (modern.SheetNames.length === 0) return refusal(failure("legacy-workbook"));
    const hidden = hiddenSheets(read);
    if (hidden !== undefined) modern.Workbook = hidden;
    const written = library.write(modern, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer;
    return success(new Uint8Array(written));
  } catch {
    // The library throws texts of its own for every file it cannot read: a Word document, a broken folder, a password.
    return refusal(failure("legacy-workbook"));
  }
}

/** The cells that hold something, in a range no larger than they need: a file may claim all 65,536 rows. */
function plainSheet(sheet: WorkSheet, encode: (range: Range) => string): WorkSheet {
  const rows: CellObject[][] = [];
  let lastColumn = 0;
  (sheet["!data"] ?? []).forEach((row: readonly (CellObject | undefined)[] | undefined, at) => {
    row?.forEach((cell, column) => {
      if (cell === undefined || !holdsSomething(cell)) return;
      // The library's writer stumbles over rows that are not there.
      while (rows.length <= at) rows.push([]);
      const { t, v = "", z } = cell;
      (rows[at] ??= [])[column] = z === undefined ? { t, v } : { t, v, z };
      lastColumn = Math.max(lastColumn, column);
    });
  });
  const range = { s: { r: 0, c: 0 }, e: { r: Math.max(rows.length - 1, 0), c: lastColumn } };
  const merges = sheet["!merges"];
  return { "!data": rows, "!ref": encode(range), ...(merges === undefined ? {} : { "!merges": merges }) };
}

function holdsSomething({ t, v }: CellObject): boolean {
  return t !== "z" && v !== undefined && v !== "";
}

function hiddenSheets({ Workbook: book }: WorkBook): WorkBook["Workbook"] {
  const sheets = book?.Sheets?.map(({ name = "", Hidden: hidden = 0 }) => ({ name, Hidden: hidden }));
  return sheets?.some(({ Hidden: hidden }) => hidden !== 0) === true ? { Sheets: sheets } : undefined;
}
