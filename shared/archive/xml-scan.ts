/**
 * A position in a part that is no well-formed XML. Thrown while a part is edited and turned into the failure
 * `workbook-broken-xml` at the writer's one door.
 */
export class BrokenXml extends Error {
  constructor(readonly offset: number) {
    super(`broken XML at ${offset}`);
  }
}

/** One attribute of a tag by its offsets in the text of the part. */
export interface XmlAttribute {
  /** The first character of its name. */
  readonly start: number;
  /** Just behind its closing quote. */
  readonly end: number;
  readonly name: string;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Where a start tag stands: from its `<` to just behind its `>`. */
export interface TagSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Walks over the tags of an XML text by their offsets. Comments, CDATA sections and processing instructions are passed
 * over, whatever they hold; a `>` inside an attribute value does not end a tag. Holds no copy of the text.
 */
export class TagCursor {
  kind: "open" | "close" | "empty" = "open";
  /** The tag's name as written, with its prefix. */
  name = "";
  start = 0;
  end: number;

  constructor(
    readonly text: string,
    from = 0,
    readonly until = text.length,
  ) {
    this.end = from;
  }

  /** Goes to the next tag before `until`; false when there is none. */
  next(): boolean {
    const { text } = this;
    let at = text.indexOf("<", this.end);
    while (at >= 0 && at < this.until) {
      const code = text.charCodeAt(at + 1);
      if (code === EXCLAMATION) at = text.indexOf("<", endOfMarkup(text, at));
      else if (code === QUESTION) at = text.indexOf("<", endAfter(text, "?>", at));
      else {
        this.read(at, code === SLASH);
        return true;
      }
    }
    this.start = this.end = this.until;
    return false;
  }

  /**
   * Goes from a start tag to the end tag of its element. `leaps` says that the element holds neither itself nor, as
   * `isPlain` tells, anything that could look like an end tag: then the tags inside need not be looked at.
   */
  toEnd(leaps: boolean): void {
    const { start, name, text } = this;
    if (leaps) {
      let at = text.indexOf(`</${name}`, this.end);
      while (at >= 0 && !endsName(text.charCodeAt(at + name.length + 2))) at = text.indexOf(`</${name}`, at + 1);
      if (at < 0 || at >= this.until) throw new BrokenXml(start);
      this.read(at, true);
      return;
    }
    for (let depth = 1; depth > 0;) {
      if (!this.next()) throw new BrokenXml(start);
      if (this.kind === "open") depth++;
      else if (this.kind === "close") depth--;
    }
  }

  private read(at: number, closing: boolean): void {
    const { text } = this;
    const nameStart = closing ? at + 2 : at + 1;
    const end = endOfTag(text, nameStart);
    let nameEnd = nameStart;
    while (!endsName(text.charCodeAt(nameEnd))) nameEnd++;
    if (nameEnd === nameStart) throw new BrokenXml(at);
    this.name = text.slice(nameStart, nameEnd);
    this.start = at;
    this.end = end;
    this.kind = closing ? "close" : text.charCodeAt(end - 2) === SLASH ? "empty" : "open";
  }
}

const EXCLAMATION = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

/** Whether no comment and no CDATA section, in which anything may stand, begins in that piece of the text. */
export function isPlain(text: string, from: number, to = text.length): boolean {
  return !text.slice(from, to).includes("<!");
}

/** The name behind the prefix: `x:c` → `c`. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The prefix with its colon, or nothing: `x:c` → `x:`. New elements beside this one take it. */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(":") + 1);
}

/** The attributes of a start tag in their order. */
export function attributesOf(text: string, tag: TagSpan): XmlAttribute[] {
  const found: XmlAttribute[] = [];
  for (let next = attributeFrom(text, tag, nameEndOf(text, tag)); next; next = attributeFrom(text, tag, next.end)) {
    found.push(next);
  }
  return found;
}

/** The attribute of that name, prefix included (`r:id`), or undefined. */
export function findAttribute(text: string, tag: TagSpan, name: string): XmlAttribute | undefined {
  let next = attributeFrom(text, tag, nameEndOf(text, tag));
  while (next !== undefined && next.name !== name) next = attributeFrom(text, tag, next.end);
  return next;
}

/** The value of an attribute with its entities resolved, or undefined. */
export function attributeValue(text: string, tag: TagSpan, name: string): string | undefined {
  const found = findAttribute(text, tag, name);
  return found === undefined ? undefined : resolveEntities(text.slice(found.valueStart, found.valueEnd));
}

function attributeFrom(text: string, tag: TagSpan, from: number): XmlAttribute | undefined {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  const first = text.charCodeAt(at);
  if (first === GREATER || first === SLASH || first === QUESTION || at >= tag.end) return undefined;
  const start = at;
  while (text.charCodeAt(at) !== EQUALS && !endsName(text.charCodeAt(at))) at++;
  const name = text.slice(start, at);
  while (isBlank(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== EQUALS) throw new BrokenXml(start);
  at++;
  while (isBlank(text.charCodeAt(at))) at++;
  const quote = text.charCodeAt(at);
  if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw new BrokenXml(start);
  const valueEnd = text.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", at + 1);
  if (valueEnd < 0 || valueEnd >= tag.end) throw new BrokenXml(start);
  return { start, end: valueEnd + 1, name, valueStart: at + 1, valueEnd };
}

function nameEndOf(text: string, tag: TagSpan): number {
  let at = tag.start + 1;
  while (!endsName(text.charCodeAt(at))) at++;
  return at;
}

/** The whole number that an attribute or element states; undefined for anything else. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,15}\s*$/.test(text) ? Number.parseInt(text, 10) : undefined;
}

const ENTITY = /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Resolves entities and character references, and line ends as XML does. */
export function resolveEntities(raw: string): string {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (_all, hex: string | undefined, digits: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? "";
    const code = Number.parseInt(hex ?? digits ?? "", hex === undefined ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}

/** Text as element content. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** Text as an attribute value between quotes of that kind. */
export function escapeAttribute(text: string, quote = '"'): string {
  return text.replace(/[&<>"'\r\n\t]/g, (sign) => {
    const isOther = (sign === '"' || sign === "'") && sign !== quote;
    return isOther ? sign : (ESCAPES[sign] ?? sign);
  });
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};

function endOfMarkup(text: string, at: number): number {
  if (text.startsWith("<!--", at)) return endAfter(text, "-->", at + 4);
  if (text.startsWith("<![CDATA[", at)) return endAfter(text, "]]>", at + 9);
  throw new BrokenXml(at);
}

function endAfter(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new BrokenXml(from);
  return at + mark.length;
}

function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at + 1;
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      at = text.indexOf(code === DOUBLE_QUOTE ? '"' : "'", at + 1);
      if (at < 0) break;
    }
  }
  throw new BrokenXml(from);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function endsName(code: number): boolean {
  return isBlank(code) || code === GREATER || code === SLASH || Number.isNaN(code);
}
