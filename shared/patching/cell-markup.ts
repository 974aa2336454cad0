import { columnLetters } from "../sheets/cell-reference.js";
import type { CellElement } from "./sheet-rows.js";
import { attributesOf, escapeText } from "../archive/xml-scan.js";

/** What a cell is to hold. Numbers are plain decimal text and written verbatim, never through a binary float. */
export type CellWrite =
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "blank" };

/** The longest text an Excel cell can hold. */
const LONGEST_TEXT = 32_767;

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** Refuses what must never be written into a cell; the program made it, so it is a defect. */
export function checkWrite(ref: string, value: CellWrite): void {
  if (value.kind === "number" && !PLAIN_NUMBER.test(value.text)) {
    throw new TypeError(`not a plain decimal for ${ref}: ${JSON.stringify(value.text)}`);
  }
  if (value.kind === "text" && value.text.length > LONGEST_TEXT) {
    throw new RangeError(`a text of ${value.text.length} characters does not fit into ${ref}`);
  }
}

/** A new cell. `prefix` is that of the elements beside it, with its colon. */
export function newCell(
  prefix: string,
  row: number,
  column: number,
  style: string | undefined,
  value: CellWrite,
): string {
  const type = typeOf(value, false);
  const attributes = `${style === undefined ? "" : ` s="${style}"`}${type === undefined ? "" : ` t="${type}"`}`;
  const head = `<${prefix}c r="${columnLetters(column)}${row}"${attributes}`;
  const content = valueMarkup(prefix, value, false);
  return content === "" ? `${head}/>` : `${head}>${content}</${prefix}c>`;
}

/**
 * A cell with another value: its style and other attributes stay, its type follows the value. `formula` is the markup of
 * the formula it keeps, if any. Metadata of the old value (`vm`) is dropped; that of the formula (`cm`) goes with it.
 */
export function changedCell(
  text: string,
  cell: CellElement,
  value: CellWrite,
  formula: string,
  prefix: string,
): string {
  const type = typeOf(value, formula !== "");
  const attributes = attributesOf(text, { start: cell.start, end: cell.openEnd })
    .filter(({ name }) => name !== "vm" && name !== "t" && (name !== "cm" || formula !== ""))
    .map((attribute) => ` ${text.slice(attribute.start, attribute.end)}`);
  const head = `<${cell.name}${attributes.join("")}${type === undefined ? "" : ` t="${type}"`}`;
  const content = formula + valueMarkup(prefix, value, formula !== "") + extensions(text, cell);
  return content === "" ? `${head}/>` : `${head}>${content}</${cell.name}>`;
}

function typeOf(value: CellWrite, hasFormula: boolean): string | undefined {
  if (value.kind !== "text" || (value.text === "" && !hasFormula)) return undefined;
  return hasFormula ? "str" : "inlineStr";
}

function valueMarkup(prefix: string, value: CellWrite, hasFormula: boolean): string {
  if (value.kind === "blank" || (value.kind === "text" && value.text === "" && !hasFormula)) return "";
  if (value.kind === "number") return `<${prefix}v>${value.text}</${prefix}v>`;
  const written = escapeText(guardText(value.text));
  if (hasFormula) return `<${prefix}v>${written}</${prefix}v>`;
  return `<${prefix}is><${prefix}t xml:space="preserve">${written}</${prefix}t></${prefix}is>`;
}

/**
 * Text as Excel stores it (ST_Xstring, ISO/IEC 29500-1 22.9.2.19): what XML cannot hold or would change is written as
 * `_xHHHH_`, and an underscore that would begin such a code by chance is itself written so.
 */
function guardText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(FORBIDDEN, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** Control characters, carriage return (XML would make it a line feed), half surrogates, and two that are no characters. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What stands behind the value in a cell, such as `<extLst>`. */
function extensions(text: string, cell: CellElement): string {
  const end = Math.max(cell.openEnd, cell.formula?.end ?? 0, ...cell.values.map((value) => value.end));
  return text.slice(end, cell.closeStart).trim();
}
