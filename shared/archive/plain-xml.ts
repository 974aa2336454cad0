/** A tag of an XML part with the text behind it, up to the next tag. */
export interface PlainTag {
  /** The name as written, prefix included. */
  readonly name: string;
  readonly kind: "start" | "end" | "empty";
  /** Entities resolved; the record has no prototype. None for end tags. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Entities resolved. */
  readonly text: string;
}

/** Characters that XML forbids, and carriage returns, which it reads as line feeds. */
const UNUSUAL = /[\0-\x08\x0B-\x1F\uFFFE\uFFFF]|\]\]>/;

const NAME = "[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?";
const ENTITY = "&(?:amp|lt|gt|quot|apos);";
const VALUE = `"[^"<&\\t\\n]*(?:${ENTITY}[^"<&\\t\\n]*)*"`;
const TEXT = `[^<&]*(?:${ENTITY}[^<&]*)*`;
const BLANK = "[ \\t\\n]";
const TAG = `<(/?)(${NAME})((?:${BLANK}+${NAME}=${VALUE})*)${BLANK}*(/?)>(${TEXT})`;
const ATTRIBUTE = `${BLANK}+(${NAME})="([^"]*)"`;
const DECLARATION =
  /^\uFEFF?(?:<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"utf-8"|'utf-8'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? ?\?>)?[ \t\n]*(?=<[A-Za-z_])/i;

/**
 * The tags of a part that is spelled as programs spell XML: no comment, CDATA, processing instruction, numbered entity or single
 * quote. They are found by patterns, which the engine turns into machine code at once: in a fresh process several times
 * faster than a parser that has to warm up. Undefined as soon as anything is spelled otherwise, is not well formed or lies deeper
 * than `deepest`; then the parser has to say what it is.
 */
export function plainTags(text: string, deepest: number): readonly PlainTag[] | undefined {
  const declaration = DECLARATION.exec(text);
  if (declaration === null || UNUSUAL.test(text)) return undefined;
  const pattern = new RegExp(TAG, "y");
  const attribute = new RegExp(ATTRIBUTE, "y");
  const tags: PlainTag[] = [];
  const open: string[] = [];
  let at = declaration[0].length;
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return undefined;
    at += match[0].length;
    const tag = tagOf(match, attribute);
    if (tag === undefined) return undefined;
    if (tag.kind === "start") open.push(tag.name);
    else if (tag.kind === "end" && open.pop() !== tag.name) return undefined;
    const isLast = open.length === 0;
    const depth = open.length + (tag.kind === "empty" ? 1 : 0);
    if (depth > deepest || (isLast && (at < text.length || !BLANKS.test(tag.text)))) return undefined;
    tags.push(tag);
  }
  return open.length === 0 ? tags : undefined;
}

const BLANKS = /^[ \t\n]*$/;

/** Undefined for an end tag with more than a name, and for an attribute that stands twice. */
function tagOf(match: RegExpExecArray, attribute: RegExp): PlainTag | undefined {
  // Not taken apart as a list: that makes an iterator for every tag.
  const name = match[2] ?? "";
  const written = match[3] ?? "";
  const empty = match[4] ?? "";
  const isEnd = match[1] !== "";
  if (isEnd && (written !== "" || empty !== "")) return undefined;
  const attributes = written === "" ? NO_ATTRIBUTES : attributesOf(written, attribute);
  if (attributes === undefined) return undefined;
  return {
    name,
    kind: isEnd ? "end" : empty === "" ? "start" : "empty",
    attributes,
    text: withoutEntities(match[5] ?? ""),
  };
}

const NO_ATTRIBUTES = noAttributes();

function noAttributes(): Record<string, string> {
  return Object.create(null) as Record<string, string>;
}

function attributesOf(written: string, attribute: RegExp): Readonly<Record<string, string>> | undefined {
  const attributes = noAttributes();
  attribute.lastIndex = 0;
  for (let match = attribute.exec(written); match !== null; match = attribute.exec(written)) {
    const name = match[1] ?? "";
    if (attributes[name] !== undefined) return undefined;
    attributes[name] = withoutEntities(match[2] ?? "");
  }
  return attributes;
}

/** A text with the entities resolved that XML knows by name. */
export function withoutEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES.get(name) ?? "");
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
