import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { patchRich, RICH_FILE } from "../support/patching.js";
import {
  askOffice,
  type OfficeCell,
  type OfficeOperation,
  type OfficeSheet,
  type OfficeWorkbook,
} from "../support/row-oracle.js";

/**
 * LibreOffice puts in or takes out the same rows of the same file; both results are opened in LibreOffice and must be the
 * same but for what the functions below say. The inserted rows themselves take after their neighbour, in ours only.
 */
type RowOperation =
  | { readonly kind: "insert-rows"; readonly after: number; readonly count: number; readonly like: number }
  | { readonly kind: "remove-rows"; readonly first: number; readonly count: number };

const GROUPS: readonly (readonly [string, readonly RowOperation[]])[] = [
  [
    "rows put in",
    [
      { kind: "insert-rows", after: 12, count: 3, like: 12 },
      { kind: "insert-rows", after: 20, count: 2, like: 20 },
      { kind: "insert-rows", after: 7, count: 1, like: 7 },
    ],
  ],
  [
    "rows put in at edges",
    [
      { kind: "insert-rows", after: 9, count: 2, like: 9 },
      { kind: "insert-rows", after: 11, count: 1, like: 11 },
      { kind: "insert-rows", after: 0, count: 1, like: 2 },
      { kind: "insert-rows", after: 25, count: 4, like: 25 },
    ],
  ],
  [
    "lines taken out",
    [
      { kind: "remove-rows", first: 12, count: 2 },
      { kind: "remove-rows", first: 14, count: 1 },
      { kind: "remove-rows", first: 16, count: 1 },
    ],
  ],
  [
    "lines at edges taken out",
    [
      { kind: "remove-rows", first: 20, count: 1 },
      { kind: "remove-rows", first: 8, count: 3 },
      { kind: "remove-rows", first: 8, count: 13 },
    ],
  ],
  [
    "heads and feet taken out",
    [
      { kind: "remove-rows", first: 21, count: 10 },
      { kind: "remove-rows", first: 5, count: 1 },
      { kind: "remove-rows", first: 1, count: 6 },
    ],
  ],
];

interface Answers {
  readonly office: OfficeWorkbook;
  readonly ours: OfficeWorkbook;
}

describe.each(GROUPS)("%s", (_, operations) => {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-rows-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  // Asked by the first test of a group, so that every test fails by its name when LibreOffice is missing.
  let asked: ReadonlyMap<RowOperation, Answers> | undefined;
  const answersTo = (operation: RowOperation): Answers => {
    asked ??= askAll(operations, folder);
    const answers = asked.get(operation);
    if (answers === undefined) throw new Error("LibreOffice gave no answer");
    return answers;
  };

  test.each(operations.map((operation) => [JSON.stringify(operation), operation] as const))(
    "%s",
    (_name, operation) => {
      const { office, ours } = answersTo(operation);
      expect(Object.keys(office.names)).toHaveLength(7);
      expect(plainNames(ours.names)).toEqual(plainNames(office.names));
      expect(ours.databases).toEqual(office.databases);
      expect(ours.sheets.map(({ name }) => name)).toEqual(office.sheets.map(({ name }) => name));
      office.sheets.forEach((theirs, index) => {
        const sheet = ours.sheets[index] ?? { name: "", cells: {}, formats: [] };
        const made = index === 0 ? madeRows(operation) : new Set<number>();
        expect(plainCells(sheet, made)).toEqual(plainCells(theirs, made));
        const strange = index === 0 ? strangeRows(operation) : new Set<number>();
        expect(looks(sheet, strange)).toEqual(looks(theirs, strange));
        comparePlaces(sheet, theirs, operation, index);
        expect(formatRanges(sheet, made)).toEqual(formatRanges(theirs, made));
      });
    },
  );
});

/** Both results of each operation as LibreOffice sees them, in one run of it. */
function askAll(operations: readonly RowOperation[], folder: string): ReadonlyMap<RowOperation, Answers> {
  // LibreOffice puts a lock file beside what it opens.
  const original = path.join(folder, "original.xlsx");
  copyFileSync(RICH_FILE, original);
  const jobs = operations.flatMap((operation, index) => {
    const file = path.join(folder, `${index}.xlsx`);
    writeFileSync(file, patchRich([operation]));
    return [
      { file: original, operation: officeOperation(operation) },
      { file, operation: null },
    ];
  });
  const answers = askOffice(jobs);
  return new Map(
    operations.flatMap((operation, index) => {
      const [office, ours] = [answers[2 * index], answers[2 * index + 1]];
      return office === undefined || ours === undefined ? [] : [[operation, { office, ours }] as const];
    }),
  );
}

/**
 * Rows whose looks are not compared: new ones unless they are like the row above them, as LibreOffice makes them; and the
 * row of a merge that shrinks to one cell, where LibreOffice keeps the border that it had painted around all of it.
 */
function strangeRows(operation: RowOperation): ReadonlySet<number> {
  if (operation.kind === "remove-rows") return new Set(operation.first === 5 ? [4] : []);
  return operation.like === operation.after ? new Set() : madeRows(operation);
}

function looks(sheet: OfficeSheet, without: ReadonlySet<number>): Record<string, unknown> {
  const heights = (sheet["heights"] ?? []) as readonly unknown[];
  return {
    heights: heights.filter((_, index) => !without.has(index + 1)),
    cells: Object.fromEntries(
      Object.entries(sheet.cells)
        .filter(([place]) => !without.has(Number(place.split(",")[0])))
        .map(([place, { look }]) => [place, look]),
    ),
  };
}

function officeOperation(operation: RowOperation): OfficeOperation {
  const { count } = operation;
  if (operation.kind === "insert-rows") return { kind: "insert", sheet: 0, first: operation.after + 1, count };
  return { kind: "remove", sheet: 0, first: operation.first, count };
}

function madeRows(operation: RowOperation): ReadonlySet<number> {
  if (operation.kind === "remove-rows") return new Set();
  return new Set(Array.from({ length: operation.count }, (_, index) => operation.after + 1 + index));
}

/** LibreOffice writes `Sheet.E#REF!:E#REF!` where Excel and we write `#REF!`. */
function plainFormula(formula: string): string {
  return formula.replace(/(?:\$?'[^']*'\.)?\$?[A-Z]*\$?#REF!(?::\$?[A-Z]*\$?#REF!)?/gi, "#REF!");
}

function plainNames(names: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names as Record<string, string>).map(([name, formula]) => [
      name,
      plainFormula(formula).replace(/file:\/\/[^']*\//, ""),
    ]),
  );
}

/**
 * Formulas, values, merges and validations by cell. Of rows that were made only the validations count, for LibreOffice
 * copies no more. A value that hangs on `#REF!` differs in kind of error only. LibreOffice 7.4 takes the formulas of
 * validations to stand on the next sheet, so that those without a sheet's name do not follow: of them only the kind counts.
 */
function plainCells(sheet: OfficeSheet, made: ReadonlySet<number>): Record<string, unknown> {
  const cells = Object.entries(sheet.cells).flatMap(([place, cell]) => {
    const row = Number(place.split(",")[0]);
    const plain = { ...(made.has(row) ? {} : plainContent(cell)), ...plainValidation(cell) };
    return Object.keys(plain).length === 0 ? [] : [[place, plain] as const];
  });
  return Object.fromEntries(cells);
}

function plainContent({ formula, value, merged }: OfficeCell): Record<string, unknown> {
  const plain = formula === undefined ? undefined : plainFormula(formula).replace(/file:\/\/[^']*\//, "");
  return {
    ...(plain !== undefined && { formula: plain }),
    ...(plain !== undefined && !plain.includes("#REF!") && { value }),
    ...(merged !== undefined && { merged }),
  };
}

function plainValidation({ validation }: OfficeCell): Record<string, unknown> {
  if (validation === undefined) return {};
  const [kind, ...formulas] = validation;
  return {
    validation: [
      kind,
      ...formulas.map((formula) => (/^[A-Z$]/.test(formula) && !formula.includes("'") ? "" : plainFormula(formula))),
    ],
  };
}

/** Names of the sheet, print areas, titles, breaks, notes and charts. */
function comparePlaces(ours: OfficeSheet, office: OfficeSheet, operation: RowOperation, index: number): void {
  if (index > 0) return;
  expect(ours["breaks"]).toEqual(office["breaks"]);
  expect(ours["notes"]).toEqual(office["notes"]);
  const isAllGone = operation.kind === "remove-rows" && operation.first === 8 && operation.count === 13;
  if (!isAllGone) expect(plainCharts(ours)).toEqual(plainCharts(office));
  // LibreOffice keeps a print area or title whose rows are gone as one of the row that takes their place.
  const kept = plainNames(office["names"]);
  for (const [name, formula] of Object.entries(kept)) {
    if (name.startsWith("_xlnm."))
      kept[name] = formula
        .split(";")
        .filter((area) => !area.includes("#REF!"))
        .join(";");
  }
  expect(plainNames(ours["names"])).toEqual(kept);
  const hasCutPrint = JSON.stringify(office["names"]).includes("#REF!");
  if (hasCutPrint) return;
  expect(ours["printAreas"]).toEqual(office["printAreas"]);
  expect(ours["titleRows"]).toEqual(office["titleRows"]);
}

/** A series title whose row was removed is `#REF!` in ours and stays as it was in LibreOffice. */
function plainCharts(sheet: OfficeSheet): string[] {
  const charts = sheet["charts"] as readonly (readonly string[])[];
  return charts.flat().filter((range) => /\.\$[DF]\$\d+:\$[DF]\$(?!5$)/.test(range));
}

/**
 * Cells and rules of each condition format, rows that were made left out. When the row that a rule's relative references
 * count from is removed, LibreOffice breaks them; Excel and we read them from the next row, so that nothing changes.
 */
function formatRanges(sheet: OfficeSheet, made: ReadonlySet<number>): unknown[] {
  return sheet.formats.map(({ ranges, rules }) => ({
    cells: ranges.flatMap(([top, left, bottom, right]) =>
      Array.from({ length: bottom - top + 1 }, (_, index) => top + index)
        .filter((row) => !made.has(row))
        .map((row) => `${row}:${left}-${right}`),
    ),
    rules: plainFormula(JSON.stringify(rules)).replace("AND(#REF!>1500,#REF!>$E$7/20)", "AND($E8>1500,F8>$E$7/20)"),
  }));
}
