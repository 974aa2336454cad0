import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openSession } from "../../shared/calc/open.js";
import type { Session } from "../../shared/calc/session.js";
import { decimal, type Decimal } from "../../shared/decimal.js";
import { readWordTemplate } from "../../shared/word/read-word-template.js";
import type { TemplateParagraph } from "../../shared/narrative/outline.js";
import { renderNarrative, textOf, type Narrative } from "../../shared/narrative/render.js";
import { workbookOf } from "./rule-example.js";
import { foundFrom, loadFormulas, loadPack, loadSeed } from "./seed.js";

const ROOT = new URL("../../", import.meta.url).pathname;
const PACK = loadPack("yunnan-2020");
const FORMULAS = loadFormulas(PACK);

/**
 * A workbook that holds these figures (`表.行.栏`) and elements (`要素.编号`), these figures of last year, and these other
 * entries of 说明要素.
 */
export function workbookWith(
  given: Readonly<Record<string, string>>,
  lastYear: Readonly<Record<string, string>> = {},
  entries: Readonly<Record<string, string>> = {},
): Session {
  const found = workbookOf(PACK, { given, expect: "holds" });
  const remarks = new Map([...found.remarks, ...Object.entries(entries)]);
  return openSession(PACK, FORMULAS, { ...found, remarks, lastYear: figures(lastYear) });
}

/** The published document's figures, last year's, and what people wrote; `changed` replaces or (with an empty text) takes away elements. */
export function seedWorkbook(
  changed: Readonly<Record<string, string>> = {},
  lastYear = seedTexts("last-year.json"),
): Session {
  const remarks = new Map(
    Object.entries({ ...seedTexts("elements.json"), ...changed }).filter(([, text]) => text !== ""),
  );
  return openSession(PACK, FORMULAS, {
    ...foundFrom(PACK, loadSeed("tables-01-09.json", "assets.json")),
    profile: { department: "楚雄彝族自治州人力资源和社会保障局", year: 2020 },
    remarks,
    lastYear: figures(lastYear),
  });
}

/** A file of build/templates/seed that maps names to texts. */
export function seedTexts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(ROOT, "build/templates/seed", file), "utf8")) as Readonly<Record<string, string>>;
}

/** The pack's narrative template as a file. */
export function templateFile(): Uint8Array {
  return new Uint8Array(readFileSync(join(ROOT, "templates/yunnan-2020/narrative.docx")));
}

/** The pack's narrative template as paragraphs. */
export function templateParagraphs(): readonly TemplateParagraph[] {
  const read = readWordTemplate(templateFile());
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

/** What the pack's own template says in the paragraph of an id, one line a paragraph; nothing where it does not stand. */
export function saysIn(session: Session, id: string): string {
  const { problems, paragraphs } = renderNarrative(templateParagraphs(), session);
  if (problems.length > 0) throw new Error(JSON.stringify(problems, undefined, 1));
  return paragraphs
    .filter((paragraph) => paragraph.id === id)
    .map(textOf)
    .join("\n");
}

/** Renders paragraphs of template text, all in the body. */
export function render(session: Session, ...paragraphs: readonly string[]): Narrative {
  return renderNarrative(
    paragraphs.map((text) => ({ text, container: 0 })),
    session,
  );
}

/** What paragraphs of template text say for a workbook, one line a paragraph; problems instead when there are any. */
export function say(session: Session, ...paragraphs: readonly string[]): string {
  const { problems, paragraphs: rendered } = render(session, ...paragraphs);
  if (problems.length > 0) return problems.map(({ code, found }) => `${code}: ${found}`).join("\n");
  return rendered.map(textOf).join("\n");
}

function figures(texts: Readonly<Record<string, string>>): ReadonlyMap<string, Decimal> {
  return new Map(Object.entries(texts).map(([reference, text]) => [reference, decimal(text)]));
}
