import { attributesOf, attributeValue } from "../archive/xml-scan.js";
import { TextSplices } from "../archive/text-splices.js";
import { readRows } from "../patching/formula-cells.js";
import { parseSheet, sheetDataOf } from "../patching/shift-sheet.js";
import { type CellElement, openTag } from "../patching/sheet-rows.js";

/** What a cell knows about a formula or a value of newer programs; without the formula it means nothing. */
const METADATA: ReadonlySet<string> = new Set(["cm", "vm"]);

/**
 * A sheet with every formula replaced by the value it shows, so that nothing in its cells refers to other sheets or files. Styles, types
 * and the digits of values stay as they are.
 */
export function withValuesOnly(text: string, sheet: string): string {
  const splices = new TextSplices();
  for (const { cells } of readRows(text, sheetDataOf(parseSheet(text), sheet))) {
    for (const cell of cells) {
      if (cell.openEnd === cell.closeStart) continue;
      settle(text, splices, cell);
    }
  }
  return splices.apply(text);
}

function settle(text: string, splices: TextSplices, cell: CellElement): void {
  const values = cell.values.map(({ start, end }) => text.slice(start, end)).join("");
  if (text.slice(cell.openEnd, cell.closeStart) !== values) splices.replace(cell.openEnd, cell.closeStart, values);
  for (const { name, start, end } of attributesOf(text, openTag(cell))) {
    if (METADATA.has(name)) splices.remove(start, end);
  }
}

/** The indices of the shared texts that a sheet's cells show. */
export function usedStrings(text: string, sheet: string): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { cells } of readRows(text, sheetDataOf(parseSheet(text), sheet))) {
    for (const cell of cells) {
      const [value] = cell.values;
      if (value === undefined || attributeValue(text, openTag(cell), "t") !== "s") continue;
      used.add(text.slice(value.openEnd, value.closeStart).trim());
    }
  }
  return used;
}

/**
 * The shared texts with those that no published sheet shows made empty: else what stood on the working sheets would go out in there.
 * They keep their places, because cells know them by number.
 */
export function withoutUnusedStrings(text: string, used: ReadonlySet<string>): string {
  let index = -1;
  return text.replace(
    /<((?:[\w.-]+:)?)si(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/\1si\s*>)|<((?:[\w.-]+:)?)extLst\b[\s\S]*?<\/\2extLst\s*>/g,
    (piece, prefix: string | undefined, extensions: string | undefined) => {
      if (prefix === undefined || extensions !== undefined) return "";
      index += 1;
      return used.has(String(index)) ? piece : `<${prefix}si><${prefix}t/></${prefix}si>`;
    },
  );
}
