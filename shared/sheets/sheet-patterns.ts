import { withoutEntities } from "../archive/plain-xml.js";
import type { CellList } from "./cell-list.js";
import { decodeEscapes } from "./rich-text.js";

const OPEN = "<sheetData>";
const CLOSE = "</sheetData>";

/** Characters that XML forbids, and carriage returns, which it reads as line feeds. */
const UNUSUAL = /[\0-\x08\x0B-\x1F\uFFFE\uFFFF]/;

const QUOTED = `="[^"<&]*"`;
const TEXT = "([^<>&]*(?:&(?:amp|lt|gt|quot|apos);[^<>&]*)*)";
const NAME = "[A-Za-z][A-Za-z0-9]*";
const ROW = `<row((?: ${NAME}(?::${NAME})?${QUOTED})*)( ?/)?>`;
const FORMULA_ATTRIBUTES = ["t", "aca", "ref", "ca", "si"].map((name) => `(?: ${name}${QUOTED})?`).join("");
const FORMULA = `<f${FORMULA_ATTRIBUTES}(?: ?/>|>${TEXT}</f>)`;
const VALUE = `(<v ?/>)|<v>${TEXT}</v>`;
const INLINE = `<is><t(?: xml:space="preserve")?>${TEXT}</t></is>`;
const CELL =
  `<c(?: r="([A-Z]{1,3}[0-9]{1,7})")?(?: s="([0-9]{1,6})")?(?: t="([A-Za-z]{1,9})")?` +
  `(?: ?/>|>(${FORMULA})?(?:${VALUE})?(?:${INLINE})?</c>)`;

/**
 * Reads the rows of a sheet that is spelled as the usual programs spell it, by patterns that the engine turns into machine
 * code at once: in a fresh process several times faster than a parser that has to warm up. The patterns match nothing but
 * well-formed XML and give `list` what the parser would. The result is the text around the rows, with an empty
 * `<sheetData/>` in their place, for the parser to read; undefined as soon as anything is spelled otherwise, and then
 * the parser has to read the whole part and the list is of no use.
 */
export function readByPatterns(text: string, list: CellList): string | undefined {
  const open = text.indexOf(OPEN);
  const end = text.indexOf(CLOSE, open);
  if (open < 0 || end < 0 || text.includes("<sheetData", open + 1)) return undefined;
  if (UNUSUAL.test(text.slice(open, end))) return undefined;
  const row = new RegExp(ROW, "y");
  const cell = new RegExp(CELL, "y");
  let at: number | undefined = open + OPEN.length;
  while (at !== undefined && at < end) {
    row.lastIndex = at;
    const match = row.exec(text);
    const attributes = match?.[1] ?? "";
    if (match === null || hasTwice(attributes)) return undefined;
    list.row(/(?:^| )r="([^"]*)"/.exec(attributes)?.[1]);
    at += match[0].length;
    if (match[2] === undefined) at = readCells(cell, text, at, list);
  }
  return at === end ? `${text.slice(0, open)}<sheetData/>${text.slice(end + CLOSE.length)}` : undefined;
}

/** Reads the cells of a row and gives the place behind its end tag. Taking a match apart by a pattern is dear before it is compiled. */
function readCells(cell: RegExp, text: string, from: number, list: CellList): number | undefined {
  let at = from;
  for (;;) {
    cell.lastIndex = at;
    const match = cell.exec(text);
    if (match === null) break;
    const value = match[6] === undefined ? match[7] : "";
    const inline = match[8];
    list.add({
      reference: match[1],
      type: match[3],
      style: match[2],
      value: value === undefined ? undefined : withoutEntities(value),
      formula: match[4] === undefined ? undefined : withoutEntities(match[5] ?? ""),
      inline: inline === undefined ? undefined : decodeEscapes(withoutEntities(inline)),
    });
    at += match[0].length;
  }
  return text.startsWith("</row>", at) ? at + "</row>".length : undefined;
}

/** Whether an attribute stands twice, which is not well formed. */
function hasTwice(attributes: string): boolean {
  const names = attributes.match(/[A-Za-z0-9:]+(?==")/g) ?? [];
  return new Set(names).size < names.length;
}
