import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { convertDocument, runPython, toolPath } from "./tools.js";

const folder = mkdtempSync(path.join(tmpdir(), "gongkai-tools-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("LibreOffice converts a table there and back", () => {
  writeFileSync(path.join(folder, "sum.csv"), "1,2,=A1+B1\n");
  const made = convertDocument(path.join(folder, "sum.csv"), "xlsx", folder);
  const back = convertDocument(made, "csv", folder);
  expect(readFileSync(back, "utf8").trim()).toBe("1,2,3");
});

test("Python knows LibreOffice and openpyxl", () => {
  expect(runPython("import uno, openpyxl, sys; print(sys.argv[1])", ["here"]).trim()).toBe("here");
});

test("a Python script that fails is not a silent success", () => {
  expect(() => runPython("raise SystemExit('no such sheet')", [])).toThrow("no such sheet");
});

test("the other tools are there", () => {
  expect([toolPath("pdftoppm"), toolPath("pdftotext")].every((file) => path.isAbsolute(file))).toBe(true);
});
