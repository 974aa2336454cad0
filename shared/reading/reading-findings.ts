import type { CellAddress } from "../model/address.js";
import type { Finding, FindingKind, Severity } from "../model/finding.js";

/** A place in the file: sheet name and A1 reference. */
export interface FilePlace {
  readonly sheet: string;
  readonly address: string;
}

/**
 * What reading a workbook can find, and how grave it is. `shared/messages` makes the sentence of each from its facts:
 * - `unreadable-figure` text, problem (see `CellProblem`): a figure cell holds something else
 * - `formula-without-value` formula: a formula that no program has computed yet
 * - `misplaced-figure` text: a figure where the form has no cell: beside a printed —, in an empty row, below the table
 * - `row-without-code` name, text, printed: figures in a row of a code table that has no code, or something else in its place
 * - `sum-row` name, text: figures in a row of sums that the form does not have; they belong to no row of its own
 * - `foreign-unit` form, unit, read: a sheet in a unit of money that is not known; its amounts are read in the pack's
 * - `row-shifted` no, name, expected: a row's printed number and its name belong to different rows
 * - `row-renamed` no, name, expected: a class stands under a name the form does not have, such as last year's
 * - `row-twice` name: a fixed row stands twice; the second is not read
 * - `row-missing` name: a fixed row does not stand on its sheet; with an amount it is to be explained (`shared/exchange`)
 * - `form-missing` form, no, sheets (with figures, known as no form): a form has no sheet; may stand with a reason
 * - `region-missing` form, region: a part of a form is not on its sheet
 * - `region-differs` form, missing: heads of one block are not the form's; the block's part is not read
 * - `label-missing` form, label: a label does not stand on the sheet, so its value could not be read
 * - `number-differs` column, printed, expected: a column's printed number is not the form's
 * - `stored-as-text` count: numbers that Excel does not add up
 * - `department-missing`: no sheet names the publisher
 * - `department-differs` department, other: sheets name different publishers
 * - `unbounded-merge`, `unbounded-validation` range: over whole columns, rows or the sheet
 * - `hidden-sheet` form: the sheet of a form is hidden
 * - `hidden-figures` lines: hidden rows or columns hold figures
 * - `external-link` count: the file refers to other files
 * - `formula` formula: a cell people type into holds a formula; its saved value was read
 * - `formula-replaced` formula: on saving, a formula whose own result would not be the figure gave way to the value
 * - `cell-blank`: a computed cell is blank in the file although its parts are filled; saving writes it
 */
export const READING_FINDINGS = {
  "unreadable-figure": { severity: "error", kind: "format" },
  "formula-without-value": { severity: "error", kind: "format" },
  "misplaced-figure": { severity: "error", kind: "format" },
  "row-without-code": { severity: "error", kind: "format" },
  "foreign-unit": { severity: "error", kind: "format" },
  "row-shifted": { severity: "error", kind: "format" },
  "sum-row": { severity: "hint", kind: "format" },
  "row-renamed": { severity: "hint", kind: "format" },
  "row-twice": { severity: "error", kind: "format" },
  "region-differs": { severity: "error", kind: "format" },
  "row-missing": { severity: "hint", kind: "missing" },
  "form-missing": { severity: "explain", kind: "missing" },
  "region-missing": { severity: "hint", kind: "missing" },
  "label-missing": { severity: "hint", kind: "missing" },
  "number-differs": { severity: "hint", kind: "format" },
  "stored-as-text": { severity: "hint", kind: "format" },
  "department-missing": { severity: "hint", kind: "missing" },
  "department-differs": { severity: "hint", kind: "format" },
  "unbounded-merge": { severity: "hint", kind: "format" },
  "unbounded-validation": { severity: "hint", kind: "format" },
  "hidden-sheet": { severity: "hint", kind: "format" },
  "hidden-figures": { severity: "hint", kind: "format" },
  "external-link": { severity: "hint", kind: "format" },
  formula: { severity: "hint", kind: "format" },
  "formula-replaced": { severity: "hint", kind: "format" },
  "cell-blank": { severity: "hint", kind: "missing" },
} as const satisfies Readonly<Record<string, { readonly severity: Severity; readonly kind: FindingKind }>>;

/** The code of a finding of reading. */
export type ReadingCode = keyof typeof READING_FINDINGS;

/** Where a finding of reading is: cells of tables, a place in the file, or both. */
export interface ReadingPlace {
  readonly cells?: readonly CellAddress[];
  readonly place?: FilePlace;
}

/** Makes a finding of reading; its rule id is its code. */
export function readingFinding(
  code: ReadingCode,
  facts: Readonly<Record<string, string>>,
  { cells = [], place }: ReadingPlace = {},
): Finding {
  const { severity, kind } = READING_FINDINGS[code];
  return { rule: code, severity, kind, code, cells, facts, ...(place === undefined ? {} : { place }) };
}
