import { compileRules } from "../../shared/calc/compiled-rules.js";
import { openWorkbook, type ReadyPack } from "../../shared/exchange/open-workbook.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { PACK_FILES, packProblemText, ruleProblemText } from "../../shared/messages/pack-problem-text.js";
import { templateProblemText } from "../../shared/messages/template-problem-text.js";
import { renderOutline } from "../../shared/narrative/render.js";
import { outlineOf } from "../../shared/narrative/outline.js";
import { readPack } from "../../shared/template/read-pack.js";
import { readWordTemplate } from "../../shared/word/read-word-template.js";
import type { CheckedPack, PackToCheck } from "./protocol.js";

/** Without these two a pack makes no new workbook and no narrative. */
const WORKBOOK = "workbook.xlsx";
const NARRATIVE = "narrative.docx";

/**
 * Judges a folder that is to become a pack, by the readers that will read it: its texts, its formulas, its template workbook, its
 * narrative. Every problem is a sentence with its file and place.
 */
export function checkPack({ files, links }: PackToCheck): CheckedPack {
  const problems = links.map((link) => PACK_FILES.link(link));
  const read = readPack(textsOf(files, problems));
  if (!read.ok) return { ok: false, problems: [...problems, ...read.problems.map(packProblemText)] };
  const compiled = compileRules(read.pack, read.formulas);
  if (!compiled.ok) return { ok: false, problems: [...problems, ...compiled.problems.map(ruleProblemText)] };
  problems.push(...templateProblems(files, { pack: read.pack, formulas: compiled.formulas }));
  if (problems.length > 0) return { ok: false, problems };
  const { id, title } = read.pack;
  return { ok: true, id, title };
}

/** The data files as texts; one in another encoding is a problem. */
function textsOf(files: PackToCheck["files"], problems: string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [file, bytes] of Object.entries(files)) {
    if (!/\.(json|csv)$/u.test(file)) continue;
    try {
      texts.set(file, new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      problems.push(PACK_FILES.encoding(file));
    }
  }
  return texts;
}

/** What is wrong with the template workbook, and with the narrative's template over it. */
function templateProblems(files: PackToCheck["files"], ready: ReadyPack): readonly string[] {
  const [workbook, narrative] = [files[WORKBOOK], files[NARRATIVE]];
  const missing = [WORKBOOK, NARRATIVE].filter((file) => files[file] === undefined).map(PACK_FILES.missing);
  if (workbook === undefined || narrative === undefined) return missing;
  const opened = openWorkbook(workbook, [ready]);
  if (!opened.ok) return [PACK_FILES.refused(WORKBOOK, failureText(opened.failure))];
  const paragraphs = readWordTemplate(narrative);
  if (!paragraphs.ok) {
    const facts = { ...paragraphs.failure.facts, role: "template", file: NARRATIVE };
    return [PACK_FILES.refused(NARRATIVE, failureText({ ...paragraphs.failure, facts }))];
  }
  const { problems } = renderOutline(outlineOf(paragraphs.value), opened.value.session);
  return problems.map(({ code, paragraph, id = "", tag, found }) => {
    const place = paragraph < 0 ? "" : String(paragraph + 1);
    return PACK_FILES.refused(NARRATIVE, templateProblemText({ reason: code, paragraph: place, id, tag, found }));
  });
}
