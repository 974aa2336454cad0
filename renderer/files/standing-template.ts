import { tellFailure, type FlowTools, type OwnTemplate } from "./flow-tools.js";
import { hostFailureText } from "./wording.js";

/** A template of the narrative: the pack's, or with its file's name the bureau's own. */
export type NarrativeTemplateFile = Pick<OwnTemplate, "bytes"> & Partial<OwnTemplate>;

/** The template the open workbook's narrative is shown with; undefined when it cannot be read, which was told under `notDone`. */
export async function standingTemplate(tools: FlowTools, notDone: string): Promise<NarrativeTemplateFile | undefined> {
  const { desk } = tools;
  const standing = tools.ownTemplate();
  if (standing !== undefined) return standing;
  const pack = desk.store.current()?.ready.pack.id ?? "";
  const read = await desk.host().packFile(pack, "narrative.docx");
  if (read.ok) return { bytes: read.value };
  await tellFailure(tools, notDone, hostFailureText(read.failure));
  return undefined;
}
