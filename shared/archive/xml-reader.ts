import { SaxesParser } from "saxes";
import { type Failure, failure } from "../failure.js";
import { plainTags, type PlainTag } from "./plain-xml.js";
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

/** An XML part: its text, or its bytes in one or several pieces. */
export type XmlSource = string | Uint8Array | Iterable<Uint8Array>;

/** No part of a workbook is nested deeper than a few dozen elements. */
const DEEPEST = 256;

/** Text is decoded and parsed in pieces of this many bytes, so that a large part is never one string. */
const PIECE = 1024 * 1024;

/** The most bytes of a part in another encoding than UTF-8. */
const LARGEST_OTHER = 8 * 1024 * 1024;

/** Thrown inside the parser's calls and caught around them: why the part is refused. */
class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/**
 * Reads one XML part from beginning to end and gives the reader's problem, or why the part itself is refused: not well
 * formed, a DOCTYPE, nested too deep. `part` is the name for such failures.
 */
export function readXml(source: XmlSource, part: string, reader: XmlReader): Failure | undefined {
  const text = shortText(source);
  const tags = text === undefined ? undefined : plainTags(text, DEEPEST);
  if (tags === undefined) return parseXml(source, part, reader);
  tell(reader, tags);
  return reader.problem();
}

/** The text of a source that is a single piece of UTF-8; plain ways of spelling are tried on such only. */
function shortText(source: XmlSource): string | undefined {
  if (typeof source === "string") return source.length <= PIECE ? source : undefined;
  const piece: unknown = Array.isArray(source) && source.length === 1 ? source[0] : source;
  if (!(piece instanceof Uint8Array) || piece.length > PIECE || xmlEncoding(piece) !== "utf-8") return undefined;
  return exactText(piece, "utf-8");
}

function tell(reader: XmlReader, tags: readonly PlainTag[]): void {
  let depth = 0;
  for (const tag of tags) {
    const name = localName(tag.name);
    if (tag.kind !== "end") {
      depth++;
      reader.open(name, depth, tag.attributes);
    }
    if (tag.kind !== "start") {
      reader.close(name, depth);
      depth--;
    }
    if (tag.text !== "") reader.text(tag.text);
  }
}

/** Reads a part by the parser. What it gives is right in any case; reading plainly spelled parts must give the same. */
export function parseXml(source: XmlSource, part: string, reader: XmlReader): Failure | undefined {
  const parser = parserFor(part, reader);
  try {
    for (const text of texts(source, part)) {
      parser.write(text);
      const problem = reader.problem();
      if (problem !== undefined) return problem;
    }
    parser.close();
    return reader.problem();
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.failure;
    throw thrown;
  }
}

function texts(source: XmlSource, part: string): Iterable<string> {
  if (typeof source === "string") return [source];
  return decodedPieces(source instanceof Uint8Array ? [source] : source, part);
}

function parserFor(part: string, reader: XmlReader): Pick<SaxesParser, "write" | "close"> {
  let depth = 0;
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on("error", () => {
    throw new Refused(failure("workbook-broken-xml", { part }));
  });
  parser.on("doctype", () => {
    throw new Refused(failure("workbook-doctype", { part }));
  });
  parser.on("opentag", (tag) => {
    depth++;
    if (depth > DEEPEST) throw new Refused(tooDeep(part));
    reader.open(localName(tag.name), depth, tag.attributes);
  });
  parser.on("closetag", (tag) => {
    reader.close(localName(tag.name), depth);
    depth--;
  });
  parser.on("text", (text) => {
    reader.text(text);
  });
  parser.on("cdata", (text) => {
    reader.text(text);
  });
  return parser;
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

/**
 * The text of bytes in pieces of limited length. UTF-8 is cut between characters; in other encodings, which no program is
 * known to write, a part is decoded whole and must not be large.
 */
function* decodedPieces(pieces: Iterable<Uint8Array>, part: string): Generator<string> {
  let encoding: string | undefined;
  let rest: Uint8Array = new Uint8Array(0);
  for (const piece of pieces) {
    rest = joined(rest, piece);
    encoding ??= xmlEncoding(rest);
    if (encoding !== "utf-8" && rest.length > LARGEST_OTHER) {
      throw new Refused(failure("workbook-unsupported", { part, encoding }));
    }
    while (encoding === "utf-8" && rest.length > PIECE) {
      const end = characterStart(rest, PIECE);
      yield decoded(rest.subarray(0, end), encoding, part);
      rest = rest.subarray(end);
    }
  }
  yield decoded(rest, encoding ?? "utf-8", part);
}

function joined(rest: Uint8Array, piece: Uint8Array): Uint8Array {
  if (rest.length === 0) return piece;
  const bytes = new Uint8Array(rest.length + piece.length);
  bytes.set(rest);
  bytes.set(piece, rest.length);
  return bytes;
}

/** The nearest place at or before `at` where a character of UTF-8 begins. */
function characterStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > at - 4 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}

function decoded(bytes: Uint8Array, encoding: string, part: string): string {
  const text = exactText(bytes, encoding);
  if (text === undefined) throw new Refused(failure("workbook-broken-xml", { part }));
  return text;
}
