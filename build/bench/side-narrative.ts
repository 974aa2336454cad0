import { readFileSync } from "node:fs";
import { checkProse } from "../../shared/comparing/check-prose.js";
import { readDocument } from "../../shared/documents/read-document.js";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import { outlineOf } from "../../shared/narrative/outline.js";
import { readWordTemplate } from "../../shared/word/read-word-template.js";
import { writeWord } from "../../shared/word/write-word.js";
import { readPackFile } from "../../electron/cli/pack-folder.js";
import { installedPacks } from "./packs.js";
import { timed, type Sample } from "./sample.js";

/** Checking an existing narrative as `check --narrative` does: the document read and every figure of it compared. */
export async function measure(file: string): Promise<Sample> {
  const packs = installedPacks();
  const opened = openWorkbook(readFileSync(file), packs);
  const [pack] = packs;
  if (!opened.ok || pack === undefined) throw new Error("the sample does not open");
  const { session } = opened.value;
  const template = readPackFile(pack, "narrative.docx");
  const document = await writeWord(template, session);
  const paragraphs = readWordTemplate(template);
  if (!document.ok || !paragraphs.ok) throw new Error("the narrative cannot be written");
  const begin = performance.now();
  const prose = await readDocument(document.value);
  if (!prose.ok) throw new Error(prose.failure.code);
  const readMs = performance.now() - begin;
  const checked = timed(() => checkProse(prose.value, outlineOf(paragraphs.value), session));
  return { readMs, checkMs: checked.ms, workMs: readMs + checked.ms, documentFindings: checked.result.length };
}
