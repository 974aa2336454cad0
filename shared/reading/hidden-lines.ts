import type { WorkbookPackage } from "../sheets/package.js";
import type { SheetPart } from "../sheets/workbook-parts.js";

/** Which rows and columns of a sheet nobody sees. */
export interface HiddenLines {
  readonly rows: ReadonlySet<number>;
  /** Ranges of columns, first to last. */
  readonly columns: readonly { readonly first: number; readonly last: number }[];
}

/** Reads the hidden rows and columns of a sheet. Lines of no height or width count as hidden. */
export function hiddenLines(workbook: WorkbookPackage, sheet: SheetPart): HiddenLines {
  const text = workbook.parts.text(sheet.path) ?? "";
  const rows = new Set<number>();
  for (const [tag] of text.matchAll(ROW)) {
    const row = attribute(tag, "r");
    if (row !== undefined) rows.add(row);
  }
  const columns = [...text.matchAll(COLUMN)].flatMap(([tag]) => {
    const first = attribute(tag, "min");
    const last = attribute(tag, "max");
    return first === undefined || last === undefined ? [] : [{ first, last }];
  });
  return { rows, columns };
}

const ROW = /<(?:[A-Za-z]\w*:)?row\b[^>]*\s(?:hidden\s*=\s*["'](?:1|true)["']|ht\s*=\s*["']0(?:\.0+)?["'])[^>]*>/g;
const COLUMN =
  /<(?:[A-Za-z]\w*:)?col\b[^>]*\s(?:hidden\s*=\s*["'](?:1|true)["']|width\s*=\s*["']0(?:\.0+)?["'])[^>]*>/g;

function attribute(tag: string, name: "r" | "min" | "max"): number | undefined {
  const digits = new RegExp(`\\s${name}\\s*=\\s*["'](\\d{1,7})["']`).exec(tag)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 10);
}
