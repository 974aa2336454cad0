import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { read, write, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { newFromSession } from "../../shared/exchange/new-from-session.js";
import { findingsOf, openWorkbook, type ReadyPack } from "../../shared/exchange/open-workbook.js";
import { modernWorkbook } from "../../shared/legacy/modern-workbook.js";
import { sameSession } from "../support/same-session.js";
import { loadFormulas, loadPack } from "../support/seed.js";
import { convertDocument } from "../support/tools.js";

const TEMPLATES = path.resolve(import.meta.dirname, "../../templates/yunnan-2020");
const pack = loadPack("yunnan-2020");
const ready: ReadyPack = { pack, formulas: loadFormulas(pack) };
const sample = new Uint8Array(readFileSync(path.join(TEMPLATES, "sample.xlsx")));

/** The sample as Excel 97 to 2003 and WPS's .et would have it: another program writes it. */
const old = savedAsXls(path.join(TEMPLATES, "sample.xlsx"));

function savedAsXls(file: string): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-xls-"));
  try {
    return new Uint8Array(readFileSync(convertDocument(file, "xls", folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function biff(workbook: WorkBook): Uint8Array {
  return new Uint8Array(write(workbook, { type: "array", bookType: "biff8" }) as ArrayBuffer);
}

describe("an old workbook", () => {
  let modern: Uint8Array;

  beforeAll(async () => {
    const converted = await modernWorkbook(old);
    if (!converted.ok) throw new Error(converted.failure.code);
    modern = converted.value;
  });

  test("is an OLE2 file that the gate refuses by itself", () => {
    const opened = openWorkbook(old, [ready]);
    expect(opened.ok ? undefined : opened.failure.code).toBe("legacy-workbook");
  });

  test("says the same figures and texts as the .xlsx it was", () => {
    const [was, is] = [sample, modern].map((bytes) => openWorkbook(bytes, [ready]));
    if (was?.ok !== true || is?.ok !== true) throw new Error("not opened");
    expect(sameSession(is.value.session, was.value.session)).toBeUndefined();
  });

  test("becomes a new workbook of the pack's template, without an error the old one had not", async () => {
    const opened = openWorkbook(modern, [ready]);
    if (!opened.ok) throw new Error(opened.failure.code);
    const template = new Uint8Array(readFileSync(path.join(TEMPLATES, "workbook.xlsx")));
    const made = await newFromSession(template, ready, opened.value.session);
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
    const again = openWorkbook(made.value, [ready]);
    if (!again.ok) throw new Error(again.failure.code);
    expect(sameSession(again.value.session, opened.value.session)).toBeUndefined();
    expect(findingsOf(again.value).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("that claims all its rows gives no larger a file than its cells need", async () => {
    const book = read(old, { type: "array", cellNF: true });
    const [name = ""] = book.SheetNames;
    const far: WorkSheet = { ...book.Sheets[name], "!ref": "A1:A65536" };
    const claimed = biff({ ...book, SheetNames: [name], Sheets: { [name]: far } });
    const converted = await modernWorkbook(claimed);
    expect(converted.ok && converted.value.length < modern.length).toBe(true);
  });
});

describe("other bytes", () => {
  test("an .xlsx is given back untouched", async () => {
    const given = await modernWorkbook(sample);
    expect(given.ok && given.value === sample).toBe(true);
  });

  test.each([
    ["an OLE2 file without a workbook", (bytes: Uint8Array) => bytes.slice(0, 512)],
    ["one cut in half", (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)],
    ["one whose folder is rubbish", (bytes: Uint8Array) => bytes.map((byte, at) => (at > 512 ? byte ^ 0x5a : byte))],
  ])("%s is refused, not thrown", async (_, spoil) => {
    const refused = await modernWorkbook(spoil(old));
    if (refused.ok) {
      expect(openWorkbook(refused.value, [ready]).ok).toBe(false);
      return;
    }
    expect(refused.failure.code).toBe("legacy-workbook");
  });
});
