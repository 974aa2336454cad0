import type { DXT } from "docxtemplater";
import { failure } from "../failure.js";
import type { Session } from "../calc/session.js";
import { printTag } from "../narrative/figure.js";
import { markTexts } from "../narrative/mark.js";
import { readingOf, type Loop, type Reading } from "../narrative/reading.js";
import { loopsOf, readingsOf, renderOutline } from "../narrative/render.js";
import { readRewordings, type Rewordings } from "../narrative/rewording.js";
import { outlineOf } from "../narrative/outline.js";
import { parseTag, type FigureTag, type Section } from "../narrative/tag.js";
import { refusal, success, type Result } from "../result.js";
import { openWordTemplate } from "./read-word-template.js";
import { applyMarks, MARK_END, MARK_START, PARAGRAPH_BREAK } from "./word-marks.js";
import type { WordPart } from "./word-parts.js";
import { applyRewordings } from "./word-rewordings.js";
import { rewriteZip } from "../archive/zip-rewrite.js";

/**
 * Fills a narrative's template and gives the document's bytes; the same template and workbook give the same bytes. Texts are
 * inserted as text, never as markup; what is missing stands in the document as a highlighted mark. A template with any
 * problem is refused as `broken-template` with the first one's facts, and nothing is written.
 */
export async function writeWord(template: Uint8Array, session: Session): Promise<Result<Uint8Array>> {
  const opened = openWordTemplate(template);
  if (!opened.ok) return opened;
  const outline = outlineOf(opened.value.flatMap((part) => part.paragraphs));
  const [problem] = renderOutline(outline, session).problems;
  if (problem !== undefined) {
    const { code, tag, found, id = "" } = problem;
    const paragraph = problem.paragraph < 0 ? "" : String(problem.paragraph + 1);
    return refusal(failure("broken-template", { reason: code, paragraph, id, tag, found }));
  }
  const rewordings = readRewordings(outline, session.workbook.remarks);
  return success(
    rewriteZip(template, { changed: await fill(template, opened.value, rewordings, session), ...NOTHING }),
  );
}

const NOTHING = { added: new Map<string, Uint8Array>(), removed: new Set<string>() } as const;

/** The filled parts by name. docxtemplater and pizzip are loaded only when a document is written. */
async function fill(
  template: Uint8Array,
  parts: readonly WordPart[],
  rewordings: Rewordings,
  session: Session,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const [{ default: Docxtemplater }, { default: PizZip }] = await Promise.all([
    import("docxtemplater"),
    import("pizzip"),
  ]);
  const zip = new PizZip(template);
  for (const part of parts) zip.file(part.path, applyRewordings(part, rewordings));
  const document = new Docxtemplater(zip, {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    modules: [ownPrefixes()],
    parser: () => ({ get: (scope: unknown, context: ParserContext) => valueOf(context, scope, session) }),
    nullGetter: ({ value }: { readonly value: string }) => {
      throw new Error(`a tag without a value: ${value}`);
    },
  });
  document.render(ROOT);
  const written = document.getZip();
  return new Map(
    parts.map(({ path }) => [path, new TextEncoder().encode(applyMarks(written.file(path)?.asText() ?? ""))]),
  );
}

/** What docxtemplater hands to its parser: the part that is the tag, as it was written. */
interface ParserContext {
  readonly meta: { readonly part: { readonly raw?: string; readonly value: string } };
}

/** Outside of loops the scope is this; inside, it is the {@link Loop}. */
const ROOT = { outside: true } as const;

/** Of docxtemplater's prefixes only `#` and `/` are tags of ours: `{@行.名称}` and `{-…}` are figures, `{/若}` closes what is open. */
function ownPrefixes(): DXT.Module {
  const never = /^(?!)()/;
  return {
    name: "OwnPrefixes",
    optionsTransformer: (options, document) => {
      for (const one of document.modules) {
        if (one["name"] === "LoopModule") one["prefix"] = { start: "#", end: /^\/()/, dash: never, inverted: never };
        if (one["name"] === "RawXmlModule") one["prefix"] = never;
      }
      return options;
    },
  };
}

function valueOf(
  { meta: { part } }: ParserContext,
  scope: unknown,
  session: Session,
): string | boolean | readonly Loop[] {
  const tag = parseTag(part.raw ?? part.value);
  const reading = scope === ROOT ? readingOf(session) : readingOf(session, scope as Loop);
  if (tag.kind === "figure") return textOf(tag, reading);
  if (tag.kind === "open") return sectionValue(tag.section, reading);
  throw new Error(`not a tag of a checked template: ${part.value}`);
}

function sectionValue(section: Section, reading: Reading): boolean | readonly Loop[] {
  return section.kind === "loop" ? loopsOf(section, reading) : readingsOf(section, reading).length > 0;
}

function textOf(tag: FigureTag, reading: Reading): string {
  const printed = printTag(tag, reading);
  if (printed.kind === "figure") return printed.text;
  if (printed.kind === "remark") return printed.lines.join(printed.paragraphs ? PARAGRAPH_BREAK : "\n");
  return markTexts(printed, reading.session)
    .map(({ text }) => MARK_START + text + MARK_END)
    .join("");
}
