import { decodeEscapes } from "./rich-text.js";
import type { SheetCell } from "./sheet-content.js";

/** A `<c>` as it was read: its attributes, and its children's texts as far as it has such children. */
export interface CellElement {
  /** The attribute `r`. */
  readonly reference: string | undefined;
  /** The attribute `t`; `n` when there is none. */
  readonly type: string | undefined;
  /** The attribute `s`. */
  readonly style: string | undefined;
  value: string | undefined;
  formula: string | undefined;
  inline: string | undefined;
}

/** What a cell holds. */
export type CellValue = Pick<SheetCell, "type" | "text">;

const BLANK: CellValue = { type: "blank", text: "" };

const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ["1", "TRUE"],
  ["true", "TRUE"],
  ["0", "FALSE"],
  ["false", "FALSE"],
]);

/**
 * What a cell holds by its type (ISO/IEC 29500-1, 18.18.11), or in one word what is wrong with it: `type` unknown,
 * `boolean` neither true nor false, `shared-string` that does not exist.
 */
export function cellValue(cell: CellElement, sharedStrings: readonly string[]): CellValue | { problem: string } {
  const { value } = cell;
  switch (cell.type) {
    case undefined:
    case "n":
      return value === undefined || value.trim() === "" ? BLANK : { type: "number", text: value };
    case "s":
      return value === undefined || value.trim() === "" ? BLANK : sharedString(value.trim(), sharedStrings);
    case "str":
    case "d":
      return value === undefined ? BLANK : { type: "text", text: decodeEscapes(value) };
    case "inlineStr":
      return inlineText(cell);
    case "b":
      return value === undefined ? BLANK : truth(value.trim());
    case "e":
      return value === undefined ? BLANK : { type: "error", text: value };
    default:
      return { problem: "type" };
  }
}

function sharedString(index: string, sharedStrings: readonly string[]): CellValue | { problem: string } {
  const text = /^[0-9]+$/.test(index) ? sharedStrings[Number.parseInt(index, 10)] : undefined;
  return text === undefined ? { problem: "shared-string" } : { type: "text", text };
}

/** Some writers put the text of such a cell into `<v>`. */
function inlineText(cell: CellElement): CellValue {
  const text = cell.inline ?? (cell.value === undefined ? undefined : decodeEscapes(cell.value));
  return text === undefined ? BLANK : { type: "text", text };
}

function truth(value: string): CellValue | { problem: string } {
  const text = BOOLEANS.get(value);
  return text === undefined ? { problem: "boolean" } : { type: "boolean", text };
}
