import type { Computed } from "../calc/computed.js";
import type { ChecklistItem, ChecklistState, Lack } from "../publishing/checklist.js";
import { cellText } from "./place-text.js";

/** One line of the checklist as people and programs read it. */
export interface ChecklistEntry {
  readonly id: string;
  readonly state: ChecklistState;
  readonly sentence: string;
  /** What is missing, each with its place. */
  readonly where: readonly string[];
}

/** The words for the three states, in front of a sentence. */
export const STATE_WORDS: Readonly<Record<ChecklistState, string>> = {
  met: "已具备",
  missing: "缺",
  confirm: "请确认",
};

/** The word in front of what a person has confirmed. */
const CONFIRMED = "已确认";

/** The checklist's items as sentences with the places of what is missing; `confirmed`: ids of what a person has confirmed. */
export function checklistEntries(
  computed: Computed,
  items: readonly ChecklistItem[],
  confirmed: ReadonlySet<string> = new Set(),
): readonly ChecklistEntry[] {
  return items.map(({ id, title, basis, state, lacks }) => {
    const source = basis === undefined ? "" : `（${basis}）`;
    const word = state === "confirm" && confirmed.has(id) ? CONFIRMED : STATE_WORDS[state];
    return {
      id,
      state,
      sentence: `${word}：${title}${source}。`,
      where: lacks.map((one) => lackText(computed, one)),
    };
  });
}

/** Sheets that stay behind because they are no form; people must know before they miss them, or are glad. */
export function leftOutText(sheets: readonly string[]): string {
  return `没有放进公开工作簿的工作表：${sheets.join("、")}。`;
}

function lackText(computed: Computed, lack: Lack): string {
  switch (lack.kind) {
    case "form":
      return lack.answer === undefined
        ? `工作簿里没有${formText(lack.form)}。`
        : `工作簿里没有${formText(lack.form)}，已写明原因：${lack.answer}`;
    case "sentence":
      return `${formText(lack.form)}没有数据，也没有写明为什么没有。请在表下写明。`;
    case "cell":
      return `${cellText(computed, lack.cell)}是空的；没有发生的填 0。`;
    case "element":
      return `说明要素“${lack.finding.facts["element"] ?? ""}”没有填写：${lack.finding.facts["asks"] ?? ""}。`;
    case "heading":
      return `情况说明里没有“${lack.words}”一节，或者这一节下面没有内容。`;
    case "mark":
      return `情况说明第 ${lack.paragraph} 段：${lack.text}`;
  }
}

function formText({ no, title }: { readonly no: string; readonly title: string }): string {
  return no === title || no === "" ? `《${title}》` : `${no}《${title}》`;
}
