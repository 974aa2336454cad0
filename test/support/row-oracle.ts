import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runPython, toolPath } from "./tools.js";

/** Rows that LibreOffice itself is to put in above, or take out from, row `first` of the sheet with that index. */
export interface OfficeOperation {
  readonly kind: "insert" | "remove";
  readonly sheet: number;
  readonly first: number;
  readonly count: number;
}

/** What LibreOffice knows of a cell. */
export interface OfficeCell {
  readonly formula?: string;
  readonly value?: string | number;
  /** A digest of number format, colours, alignment, font and borders. */
  readonly look?: string;
  /** Kind and two formulas. */
  readonly validation?: readonly string[];
  /** First row, first column, last row, last column. */
  readonly merged?: readonly number[];
}

/** Condition formats: their ranges as first row, first column, last row, last column. */
export interface OfficeFormat {
  readonly ranges: readonly (readonly [number, number, number, number])[];
  readonly rules: readonly unknown[];
}

/** What LibreOffice knows of a sheet. */
export interface OfficeSheet {
  readonly name: string;
  /** By `row,column`. */
  readonly cells: Readonly<Record<string, OfficeCell>>;
  readonly formats: readonly OfficeFormat[];
  readonly [fact: string]: unknown;
}

/** What LibreOffice knows of a workbook. */
export interface OfficeWorkbook {
  readonly sheets: readonly OfficeSheet[];
  readonly names: Readonly<Record<string, string>>;
  readonly databases: unknown;
}

/** Opens files in one LibreOffice, lets it make an operation in each, computes all and tells what it then knows. */
export function askOffice(
  jobs: readonly { readonly file: string; readonly operation: OfficeOperation | null }[],
): readonly OfficeWorkbook[] {
  const profile = mkdtempSync(path.join(tmpdir(), "gongkai-oracle-"));
  try {
    const script = path.join(import.meta.dirname, "row-oracle.py");
    const args = [script, toolPath("soffice"), profile, JSON.stringify(jobs)];
    return JSON.parse(runPython("import runpy, sys; runpy.run_path(sys.argv[1])", args)) as OfficeWorkbook[];
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
