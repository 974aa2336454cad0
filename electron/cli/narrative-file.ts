import "./older-node.js";
import type { Session } from "../../shared/calc/session.js";
import type { Finding } from "../../shared/model/finding.js";
import { refusal, success, type Result } from "../../shared/result.js";
import { asSideFile, readSideFile } from "./input-file.js";
import { readPackFile, type InstalledPack } from "./pack-folder.js";

/** Checks one existing narrative against a workbook, by the template of the workbook's pack. */
export type NarrativeCheck = (session: Session, packs: readonly InstalledPack[]) => Result<readonly Finding[]>;

/** Reads the narrative that was given, once for all workbooks; undefined when none was. */
export async function readNarrative(file: string | undefined): Promise<Result<NarrativeCheck | undefined>> {
  if (file === undefined) return success(undefined);
  const bytes = readSideFile("narrative", file);
  if (!bytes.ok) return bytes;
  // Loaded only here: a check of tables alone does not pay for reading texts.
  const [{ readDocument }, { checkProse }, { readWordTemplate }, { outlineOf }] = await Promise.all([
    import("../../shared/documents/read-document.js"),
    import("../../shared/comparing/check-prose.js"),
    import("../../shared/word/read-word-template.js"),
    import("../../shared/narrative/outline.js"),
  ]);
  const prose = await readDocument(bytes.value);
  if (!prose.ok) return refusal(asSideFile("narrative", file, prose.failure));
  return success((session, packs) => {
    const installed = packs.find(({ pack }) => pack.id === session.workbook.packId);
    if (installed === undefined) throw new Error(`no pack ${session.workbook.packId}`);
    const template = readWordTemplate(readPackFile(installed, "narrative.docx"));
    if (!template.ok) return template;
    return success(checkProse(prose.value, outlineOf(template.value), session));
  });
}
