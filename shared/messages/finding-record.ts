import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { printedFigure } from "./figure-text.js";
import { findingText } from "./finding-text.js";
import { columnLabel, formOf, rowLabel } from "./place-text.js";

/** Where a cell stands in the file, if it stands there: sheet name and A1 reference. */
export type PlaceOf = (at: CellAddress) => { readonly sheet: string; readonly address: string } | undefined;

/** A finding as the command line's JSON prints it. Key order is part of the promise that the same input gives the same bytes. */
export interface FindingRecord {
  readonly rule: string;
  readonly severity: Finding["severity"];
  readonly kind: Finding["kind"];
  readonly message: string;
  readonly cells: readonly CellRecord[];
  readonly left?: string;
  readonly right?: string;
  readonly difference?: string;
  readonly tolerance?: string;
  readonly remark?: string;
  /** Only on findings about an existing narrative. */
  readonly text?: { readonly quote: string; readonly figure: string; readonly expected: string; readonly line: number };
}

/** A cell of a finding: the table's title in the pack, where it stands in the file, and its printed row and column. */
export interface CellRecord {
  readonly table: string;
  readonly sheet: string;
  readonly address: string;
  readonly row: string;
  readonly column: string;
}

/** Turns a finding into its record. A row that the file does not have has an empty address; a place without a cell is kept as one. */
export function findingRecord(computed: Computed, finding: Finding, placeOf: PlaceOf): FindingRecord {
  const { remark, place, text } = finding;
  const printed = (figure: string | undefined): string | undefined =>
    figure === undefined ? undefined : printedFigure(computed, finding, figure);
  const [left, right] = [printed(finding.left), printed(finding.right)];
  const [difference, tolerance] = [printed(finding.difference), printed(finding.tolerance)];
  const cells = finding.cells.map((at) => cellRecord(computed, at, placeOf));
  const elsewhere = place === undefined || cells.length > 0 ? [] : [{ table: "", ...place, row: "", column: "" }];
  return {
    rule: finding.rule,
    severity: finding.severity,
    kind: finding.kind,
    message: findingText(computed, finding),
    cells: [...cells, ...elsewhere],
    ...(left === undefined ? {} : { left }),
    ...(right === undefined ? {} : { right }),
    ...(difference === undefined ? {} : { difference }),
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(remark === undefined ? {} : { remark }),
    ...(text === undefined
      ? {}
      : { text: { quote: text.quote, figure: text.figure, expected: text.expected, line: text.line } }),
  };
}

function cellRecord(computed: Computed, at: CellAddress, placeOf: PlaceOf): CellRecord {
  const form = formOf(computed, at.table);
  const place = placeOf(at);
  return {
    table: form.title,
    sheet: place?.sheet ?? form.sheet,
    address: place?.address ?? "",
    row: rowLabel(computed, at.table, at.row),
    column: columnLabel(computed, at),
  };
}
