import { beforeAll, describe, expect, it } from "vitest";
import { exportExcel } from "../../shared/exchange/export-excel.js";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import type { PaperBook } from "../support/paper-book.js";
import { checkBytes, readSample, type Checked } from "../support/paper-check.js";
import { paperFile } from "../support/paper-file.js";
import { CODE_TABLES, formsOf, rowOf, stack } from "../support/paper-forms.js";
import { loadFormulas, loadPack } from "../support/seed.js";

const pack = loadPack("yunnan-2020");
const packs = [{ pack, formulas: loadFormulas(pack) }];

let sample: PaperBook;

beforeAll(async () => {
  sample = await readSample("sample");
});

/** What is found in a workbook, and in what is exported from it. */
function exported(book: PaperBook): readonly [Checked, Checked] {
  const bytes = paperFile(book);
  const opened = openWorkbook(bytes, packs);
  if (!opened.ok) throw new Error(opened.failure.code);
  const out = exportExcel(bytes, opened.value, { signOff: false });
  if (!out.ok) throw new Error(JSON.stringify(out.failure));
  const [before, after] = [checkBytes(bytes), checkBytes(out.value.bytes)];
  if (typeof before === "string" || typeof after === "string") throw new Error("refused");
  return [before, after];
}

/** Files as bureaus have them, and how many hints fewer their export has because blanks were filled. */
const VARIANTS: Readonly<Record<string, readonly [(book: PaperBook) => void, number]>> = {
  "a project without its last lines and one source": [
    (book) => book.sheet("公开12表").removeRows(19, 2).removeRows(9),
    0,
  ],
  "rows of sums of its own": [
    (book) => {
      const sheet = book.sheet("公开03表");
      const row = rowOf(sheet, "210");
      sheet.insertRows(row).fill(row, undefined, undefined, undefined, "小计", 8078.45, 2121.82);
      book.sheet("公开11表").insertRows(19).fill(19, "合计", undefined, undefined, 5757.61);
    },
    0,
  ],
  "no merges and an empty first column": [
    (book) => {
      for (const sheet of formsOf(book)) {
        sheet.merges = [];
        sheet.insertColumns(1);
      }
    },
    0,
  ],
  "no 合计 rows": [
    (book) => {
      for (const name of CODE_TABLES) book.sheet(name).removeRows(name === "公开05表" ? 8 : 7);
    },
    27,
  ],
  "two tables on one sheet, neither with its 合计": [
    (book) => {
      for (const name of ["公开02表", "公开03表"]) book.sheet(name).removeRows(7);
      stack(book, "公开02表", "公开03表");
    },
    14,
  ],
  "rows of the form left out": [(book) => book.sheet("公开01表").removeRows(26, 7), 7],
  "two tables only": [(book) => (book.sheets = [book.sheet("公开02表"), book.sheet("公开03表")]), 0],
};

describe("the export of a workbook with", () => {
  it.each(Object.entries(VARIANTS))("%s reads back as it was, blanks filled", (_name, [change, filled]) => {
    const book = sample.copy();
    change(book);
    const [before, after] = exported(book);
    expect({ ...after.summary, hints: after.summary.hints + filled }).toEqual(before.summary);
  });
});
