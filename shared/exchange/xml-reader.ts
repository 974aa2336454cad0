import { SaxesParser } from "saxes";
import { type Failure, failure } from "../failure.js";
import { exactText, xmlEncoding } from "./xml-encoding.js";

/** The attributes of an element by their names as written. The record has no prototype. */
export type XmlAttributes = Readonly<Record<string, string>>;

/**
 * What a reader of one kind of part does with its elements. Names are local names: `<x:row>` is `row`, because prefixes
 * and the two namespaces of OOXML (transitional and strict) make no difference. The root element has depth 1.
 */
export interface XmlReader {
  open(name: string, depth: number, attributes: XmlAttributes): void;
  close(name: string, depth: number): void;
  /** Text and CDATA between two tags, entities resolved; may come in several pieces. */
  text(text: string): void;
  /** Why the part is refused, as soon as it is known. */
  problem(): Failure | undefined;
}

/** No part of a workbook is nested deeper than a few dozen elements. */
const DEEPEST = 256;

/** Parts are decoded and parsed in pieces of this many bytes, so that a large one is never one string. */
const PIECE = 1024 * 1024;

/** Thrown by our own handler of the parser's errors and caught below: the part is not well formed. */
class BrokenXml extends Error {}

/**
 * Reads one XML part from beginning to end and gives the reader's problem, or why the part itself is refused: not well
 * formed, a DOCTYPE, nested too deep. `part` is the name for such failures. The source is the part's bytes, or its text
 * where that is already known.
 */
export function readXml(source: Uint8Array | string, part: string, reader: XmlReader): Failure | undefined {
  let refused: Failure | undefined;
  let depth = 0;
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on("error", (error) => {
    throw new BrokenXml(error.message);
  });
  parser.on("doctype", () => {
    refused ??= failure("workbook-doctype", { part });
  });
  parser.on("opentag", (tag) => {
    depth++;
    if (depth > DEEPEST) refused ??= tooDeep(part);
    else reader.open(localName(tag.name), depth, tag.attributes);
  });
  parser.on("closetag", (tag) => {
    if (depth <= DEEPEST) reader.close(localName(tag.name), depth);
    depth--;
  });
  parser.on("text", (text) => {
    reader.text(text);
  });
  parser.on("cdata", (text) => {
    reader.text(text);
  });
  try {
    for (const piece of typeof source === "string" ? [source] : decodedPieces(source)) {
      parser.write(piece);
      refused ??= reader.problem();
      if (refused !== undefined) return refused;
    }
    parser.close();
    return refused ?? reader.problem();
  } catch (thrown) {
    if (thrown instanceof BrokenXml) return failure("workbook-broken-xml", { part });
    throw thrown;
  }
}

/** The value of an attribute whose name is written with any prefix, such as `r:id`. */
export function prefixedAttribute(attributes: XmlAttributes, local: string): string | undefined {
  for (const name in attributes) {
    if (name.includes(":") && localName(name) === local) return attributes[name];
  }
  return undefined;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function tooDeep(part: string): Failure {
  return failure("workbook-bomb", { part, measure: "depth", limit: String(DEEPEST) });
}

/** UTF-8 is cut between characters; other encodings are decoded whole. Bytes that are no text break the XML. */
function* decodedPieces(bytes: Uint8Array): Generator<string> {
  const encoding = xmlEncoding(bytes);
  const step = encoding === "utf-8" ? PIECE : bytes.length;
  for (let from = 0; from < bytes.length;) {
    let to = Math.min(from + step, bytes.length);
    while (to < bytes.length && to > from + 1 && ((bytes[to] ?? 0) & 0xc0) === 0x80) to--;
    const text = exactText(bytes.subarray(from, to), encoding);
    if (text === undefined) throw new BrokenXml("not text");
    yield text;
    from = to;
  }
}
