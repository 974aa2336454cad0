import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { commandLine, inFolder, PACK_FOLDER, type CommandRun } from "../support/command-line.js";
import type { PaperBook } from "../support/paper-book.js";
import { checkBook, readSample } from "../support/paper-check.js";
import { paperFile } from "../support/paper-file.js";

/** The document that `check --json` prints, as the page on the command line promises it. */
interface Document {
  readonly files: readonly FileEntry[];
}

interface FileEntry {
  readonly file: string;
  readonly ok: boolean;
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly Readonly<Record<string, unknown>>[];
  readonly failure?: { readonly code: string; readonly message: string };
}

let gongkai: (...args: readonly string[]) => CommandRun;
let sample: PaperBook;

beforeAll(async () => {
  gongkai = await commandLine();
  sample = await readSample("sample");
});

/** Checks a workbook in a process of its own. */
function check(book: PaperBook): Promise<CommandRun & { readonly entry: FileEntry }> {
  return inFolder((folder) => {
    const file = path.join(folder, "某局公开表.xlsx");
    writeFileSync(file, paperFile(book));
    const run = gongkai("check", file, "--json");
    const { files } = JSON.parse(run.stdout) as Document;
    const [entry] = files;
    if (entry === undefined || files.length !== 1) throw new Error(run.stdout);
    return { ...run, entry };
  });
}

const FINDING_KEYS = [
  "rule",
  "severity",
  "kind",
  "message",
  "cells",
  "left",
  "right",
  "difference",
  "tolerance",
  "remark",
  "text",
];
const CELL_KEYS = ["table", "sheet", "address", "row", "column"];
const KINDS = ["violated", "rounding", "not-checked", "missing", "plausibility", "narrative", "format"];
const SEVERITIES = ["error", "explain", "hint"];

/** Holds every finding of a file to its promised shape. */
function expectShape({ findings, summary }: FileEntry): void {
  for (const finding of findings) {
    const keys = Object.keys(finding);
    expect(FINDING_KEYS.filter((key) => keys.includes(key))).toEqual(keys);
    expect(SEVERITIES).toContain(finding["severity"]);
    expect(KINDS).toContain(finding["kind"]);
    expect(finding["message"]).toMatch(/\p{Script=Han}.*[。）]$/u);
    expect(finding["message"]).not.toMatch(/undefined|NaN|\[object|\bp\d+\b/);
    for (const figure of ["left", "right", "difference", "tolerance"]) {
      if (finding[figure] !== undefined) expect(finding[figure]).toMatch(/^-?\d+(?:\.\d+)?$/);
    }
    for (const cell of finding["cells"] as readonly Record<string, string>[]) {
      expect(Object.keys(cell)).toEqual(CELL_KEYS);
      expect(cell["address"]).toMatch(/^(?:[A-Z]{1,3}[1-9]\d*)?$/);
    }
  }
  const count = (severity: string): number => findings.filter((finding) => finding["severity"] === severity).length;
  const answered = findings.filter(({ severity, remark }) => severity === "explain" && remark !== undefined).length;
  expect(summary["errors"]).toBe(count("error"));
  expect(summary["explanations"]).toBe(count("explain") - answered);
  expect(summary["hints"]).toBe(count("hint"));
}

describe("check --json", () => {
  it("prints one document with the promised fields in the promised order", async () => {
    const { stdout, code, entry } = await check(sample);
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(["files"]);
    expect(Object.keys(entry)).toEqual(["file", "ok", "pack", "department", "year", "unit", "summary", "findings"]);
    expect(entry).toMatchObject({ ok: true, pack: "yunnan-2020", year: 2020, unit: "万元" });
    expect(Object.keys(entry.summary)).toEqual([
      ...["errors", "explanations", "hints", "rulesChecked", "comparisons", "notChecked"],
    ]);
    expectShape(entry);
    expect(code).toBe(0);
  });

  it("gives findings their rule, places in the file, both figures and a sentence", async () => {
    const book = sample.copy();
    const sheet = book.sheet("公开03表").insertRows(1, 2).insertColumns(1);
    sheet.name = "支出";
    sheet.set("G11", 2485.11);
    const { code, entry } = await check(book);
    const [finding] = entry.findings.filter(({ rule, severity }) => rule === "03-01" && severity === "error");
    expect(code).toBe(1);
    expect(finding).toEqual({
      rule: "03-01",
      severity: "error",
      kind: "violated",
      message: expect.stringMatching(
        /^公开03表《支出决算表》20801 .*是2,485\.10万元，.*应为3,185\.92万元，相差-700\.82万元.*请核对/,
      ) as string,
      cells: [
        { table: "支出决算表", sheet: "支出", address: "F11", row: "20801", column: "1" },
        { table: "支出决算表", sheet: "支出", address: "G11", row: "20801", column: "2" },
        { table: "支出决算表", sheet: "支出", address: "H11", row: "20801", column: "3" },
        { table: "支出决算表", sheet: "支出", address: "I11", row: "20801", column: "4" },
        { table: "支出决算表", sheet: "支出", address: "J11", row: "20801", column: "5" },
        { table: "支出决算表", sheet: "支出", address: "K11", row: "20801", column: "6" },
      ],
      left: "2485.10",
      right: "3185.92",
      difference: "-700.82",
      tolerance: "0.015",
    });
  });

  it("prints the same bytes for the same input, and holds to the shape with every kind of finding", async () => {
    const published = await readSample("sample-as-published");
    published.remove("公开08表");
    published.sheet("公开03表").set("F10", "abc").set("A12", "208018");
    published.sheet("公开02表").set("E9", { cell: { formula: "SUM(F9:L9)" } });
    published.sheet("公开01表").set("F20", undefined);
    const [first, second] = [await check(published), await check(published)];
    const withoutPath = ({ stdout }: CommandRun): string => stdout.replace(/"file": "[^"]*"/, "");
    expect(withoutPath(first)).toBe(withoutPath(second));
    expect(first.code).toBe(1);
    expectShape(first.entry);
    const kinds = new Set(first.entry.findings.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([...KINDS].sort());
  });

  it("says of a blank template no error, and asks for what is to be written", async () => {
    const { code, entry } = await check(await readSample("workbook"));
    expect(code).toBe(0);
    expectShape(entry);
    expect(entry.summary["errors"]).toBe(0);
    expect(new Set(entry.findings.map(({ rule }) => rule))).toEqual(
      new Set(["N-reason", "12-04", "department-missing"]),
    );
  });

  it.each(["公开01表", "公开02表", "公开03表", "公开04表", "公开05表", "公开06表", "公开09表"])(
    "finds no error in the other forms when %s is missing or not filled in",
    (name) => {
      const errorsOf = (book: PaperBook): readonly string[] =>
        checkBook(book)
          .findings.filter(({ severity }) => severity === "error")
          .map(({ message }) => message);
      expect(errorsOf(sample.copy().remove(name))).toEqual([]);
      if (name === "公开01表") return;
      const book = sample.copy();
      book.sheet(name).map((cell, { row }) => (typeof cell.value === "number" && row > 4 ? {} : cell));
      expect(errorsOf(book)).toEqual([]);
    },
  );

  it("names each missing form", async () => {
    const { code, entry } = await check(sample.copy().remove("公开07表", "国有资产", "公开12表"));
    const missing = entry.findings.filter(({ rule }) => rule === "form-missing").map(({ message }) => message);
    expect(missing).toEqual([
      expect.stringContaining("公开07表《政府性基金预算财政拨款收入支出决算表》"),
      expect.stringContaining("《国有资产占有使用情况表》"),
      expect.stringContaining("公开12表《项目支出绩效自评表》"),
    ]);
    expect(code).toBe(0);
  });

  it("refuses forms of another year, says what stands there, and goes on with the next file", () =>
    inFolder((folder) => {
      const book = sample.copy();
      book.sheet("公开01表").set("A1", "收入支出决算表");
      book.sheet("公开04表").set("A1", "财政拨款收入支出决算表");
      book.sheet("公开07表").set("A1", "一般公共预算财政拨款项目支出决算表");
      const file = path.join(folder, "2022.xlsx");
      writeFileSync(file, paperFile(book));
      const run = gongkai("check", file, path.join(PACK_FOLDER, "sample.xlsx"), "--json");
      const { files } = JSON.parse(run.stdout) as Document;
      expect(files.map(({ ok }) => ok)).toEqual([false, true]);
      expect(Object.keys(files[0] ?? {})).toEqual(["file", "ok", "failure"]);
      expect(files[0]?.failure?.code).toBe("other-year-form");
      expect(files[0]?.failure?.message).toContain("收入支出决算表");
      expect(run.code).toBe(2);
    }));
});
