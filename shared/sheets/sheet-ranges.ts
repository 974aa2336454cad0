import { type Failure, failure } from "../failure.js";
import { type CellRange, parseRange } from "./cell-reference.js";
import type { XmlAttributes } from "../archive/xml-reader.js";

/** Gathers the merged ranges and the ranges of data validations of a sheet as its part is read. */
export interface SheetRanges {
  readonly merges: readonly CellRange[];
  readonly validations: readonly CellRange[];
  open(name: string, depth: number, attributes: XmlAttributes): void;
  close(depth: number): void;
  text(text: string): void;
  problem(): Failure | undefined;
}

/** Something that has the shape of a range, though it may lie outside of every sheet. */
const RANGE_SHAPE = /^\$?[A-Za-z]*\$?[0-9]*(:\$?[A-Za-z]*\$?[0-9]*)?$/;

/**
 * Makes a gatherer. Ranges are kept as stated and never expanded: one may cover the whole sheet. Validations also stand
 * in an extension of newer Excels, with their ranges as text: extLst, ext, dataValidations, dataValidation, sqref.
 */
export function sheetRanges(sheet: string): SheetRanges {
  const merges: CellRange[] = [];
  const validations: CellRange[] = [];
  let section = "";
  let extension = "";
  let gathered: string | undefined;
  let problem: Failure | undefined;

  const add = (text: string, list: CellRange[]): void => {
    for (const ref of text.split(/\s+/)) {
      if (ref === "") continue;
      const range = parseRange(ref);
      if (range !== undefined) list.push(range);
      else problem ??= unusable(sheet, ref);
    }
  };

  return {
    merges,
    validations,
    open(name, depth, attributes) {
      if (depth === 2) section = name;
      if (depth === 4) extension = name;
      if (section === "mergeCells" && depth === 3 && name === "mergeCell") add(attributes["ref"] ?? "", merges);
      if (section === "dataValidations" && depth === 3) add(attributes["sqref"] ?? "", validations);
      if (section === "extLst" && extension === "dataValidations" && depth === 6 && name === "sqref") gathered = "";
    },
    close(depth) {
      if (depth !== 6 || gathered === undefined) return;
      add(gathered, validations);
      gathered = undefined;
    },
    text(text) {
      if (gathered !== undefined) gathered += text;
    },
    problem: () => problem,
  };
}

function unusable(sheet: string, ref: string): Failure {
  if (RANGE_SHAPE.test(ref)) return failure("workbook-row-out-of-range", { sheet, ref });
  return failure("workbook-damaged", { sheet, ref, problem: "reference" });
}
