import { BrokenXml } from "../archive/xml-scan.js";
import { valueOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";
import { openZip, type ZipParts } from "../archive/zip-gate.js";
import { failure, type Failure } from "../failure.js";
import type { Prose } from "../prose/prose.js";
import { refusal, success, type Result } from "../result.js";
import { wordParts, type WordPart } from "../word/word-parts.js";

/** A Word document as text, and for each of its paragraphs the elements of the body it was read from. */
export interface WordProse {
  readonly prose: Prose;
  readonly body: WordPart;
  /** By the paragraph's index: one place, or one for each paragraph of a table's row. */
  readonly places: readonly (readonly WordPlace[])[];
  readonly parts: ZipParts;
}

/** An element of the body and where its text begins in the paragraph that was read from it. */
export interface WordPlace {
  readonly element: XmlElement;
  readonly at: number;
}

/** Reads the body of a .docx; headers and footers say nothing of the figures. */
export function readWord(bytes: Uint8Array): Result<Prose> {
  const read = openWord(bytes);
  return read.ok ? success(read.value.prose) : read;
}

/** The same with the places of the paragraphs in the file, for writing comments into it. */
export function openWord(bytes: Uint8Array): Result<WordProse> {
  const opened = openZip(bytes);
  if (!opened.ok) return refusal(ofDocument(opened.failure));
  try {
    const [body] = wordParts(opened.value) ?? [];
    return body === undefined
      ? refusal(failure("document-unknown"))
      : success({ ...proseOfBody(body), body, parts: opened.value });
  } catch (thrown) {
    if (thrown instanceof BrokenXml) return refusal(failure("document-damaged", { reason: "workbook-broken-xml" }));
    throw thrown;
  }
}

/** What the gate says of a workbook, said of a document. */
function ofDocument({ code, facts }: Failure): Failure {
  if (code === "encrypted-workbook") return failure("document-encrypted", facts);
  if (code === "file-too-large" || code === "workbook-bomb") return failure("document-too-large", facts);
  return failure("document-damaged", { ...facts, reason: code });
}

/** Text that does not stand in the document any more, or a second time. */
const PASSED_OVER: ReadonlySet<string> = new Set(["del", "moveFrom", "Fallback"]);

function proseOfBody({ tree, paragraphs: found }: WordPart): Pick<WordProse, "prose" | "places"> {
  const paragraphs: { text: string; line: number; isTable: boolean }[] = [];
  const places: WordPlace[][] = [];
  let row: XmlElement | undefined;
  let cell: XmlElement | undefined;
  let line = 0;
  for (const { element, text } of found) {
    if (ancestor(element, PASSED_OVER) !== undefined) continue;
    const own = rowOf(element);
    const ownCell = own === undefined ? undefined : ancestor(element, TABLE_CELL);
    if (own !== undefined && own === row) {
      const last = paragraphs.at(-1);
      if (last !== undefined) {
        last.text += ownCell === cell ? "" : "\t".repeat(spanOf(tree, cell));
        places.at(-1)?.push({ element, at: last.text.length });
        last.text += text;
      }
      cell = ownCell;
      continue;
    }
    row = own;
    cell = ownCell;
    line += 1;
    for (const one of own === undefined ? text.split("\n") : [text]) {
      if (own === undefined && one.trim() === "") continue;
      paragraphs.push({ text: one, line, isTable: own !== undefined });
      places.push([{ element, at: 0 }]);
    }
  }
  const prose = {
    paragraphs: paragraphs.map(({ text, line: number, isTable }, index) => {
      return { index, text, lines: [{ at: 0, line: number }], isTable };
    }),
  };
  return { prose, places };
}

const TABLE_ROW: ReadonlySet<string> = new Set(["tr"]);
const TABLE_CELL: ReadonlySet<string> = new Set(["tc"]);

/** The table's row an element stands in. A row of a single cell frames a text and is none. */
function rowOf(element: XmlElement): XmlElement | undefined {
  const row = ancestor(element, TABLE_ROW);
  const cells = row?.children.filter(({ local }) => local === "tc") ?? [];
  return cells.length > 1 ? row : undefined;
}

/** Over how many columns a cell reaches. */
function spanOf(tree: XmlTree, cell: XmlElement | undefined): number {
  const span = cell?.children.find(({ local }) => local === "tcPr")?.children.find(({ local }) => local === "gridSpan");
  if (span === undefined) return 1;
  const columns = Number.parseInt(valueOf(tree, span, span.name.replace("gridSpan", "val")) ?? "1", 10);
  return columns >= 1 && columns <= MOST_COLUMNS ? columns : 1;
}

/** Word itself allows no more. */
const MOST_COLUMNS = 63;

function ancestor(element: XmlElement, names: ReadonlySet<string>): XmlElement | undefined {
  let above = element.parent;
  while (above !== undefined && !names.has(above.local)) above = above.parent;
  return above;
}
