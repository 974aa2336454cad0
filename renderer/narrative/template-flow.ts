import { computedOf } from "../../shared/calc/computed-session.js";
import type { OpenedFile } from "../../shared/host/contract.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { findingText } from "../../shared/messages/finding-text.js";
import { renderOutline } from "../../shared/narrative/render.js";
import { checkAgainstTemplate } from "../../shared/narrative/template-findings.js";
import { TEMPLATE_ELEMENT } from "../../shared/recognition/words.js";
import { host } from "../session/host.js";
import { readTemplate } from "../session/narrative-templates.js";
import { narrativeTemplates, store } from "../session/window-store.js";
import { notices } from "../ui/window-notices.js";
import { narrativeDesk } from "./window-narrative.js";
import { writeElement } from "./write-element.js";
import { WORDS } from "./wording.js";

/** Why a template was not taken: every problem as a sentence with its place. */
export interface RefusedTemplate {
  readonly name: string;
  readonly problems: readonly string[];
}

/** 使用本单位模板: asks for a .docx and takes it when nothing is wrong with it; the workbook remembers it by its file name, as one gesture. */
export async function chooseTemplate(): Promise<RefusedTemplate | undefined> {
  const chosen = await host().openFile("narrative-template");
  if (chosen.ok) return chosen.value === undefined ? undefined : takeTemplate(chosen.value);
  const name = chosen.failure.facts["file"] ?? "";
  notices.show({ kind: "problem", title: WORDS.notRead(name), text: narrativeDesk.hostFailureText(chosen.failure) });
  return undefined;
}

/** Goes back to the pack's template. */
export function usePackTemplate(): void {
  writeElement(store, TEMPLATE_ELEMENT, "");
}

function takeTemplate({ id, name, bytes }: OpenedFile): RefusedTemplate | undefined {
  const session = store.latest();
  if (session === undefined) return undefined;
  const read = readTemplate(bytes, name);
  if (!read.ok) {
    const { code, facts } = read.failure;
    return { name, problems: [failureText({ code, facts: { ...facts, role: "template", file: name } })] };
  }
  const narrative = renderOutline(read.value.outline, session);
  if (narrative.problems.length > 0) {
    const computed = computedOf(session);
    const findings = checkAgainstTemplate({ ...narrative, orphans: [] }, session);
    return { name, problems: findings.map((finding) => findingText(computed, finding)) };
  }
  narrativeTemplates.keep(id, { ...read.value, name });
  writeElement(store, TEMPLATE_ELEMENT, name);
  notices.show({ kind: "done", title: WORDS.templateTaken(name) });
  return undefined;
}
