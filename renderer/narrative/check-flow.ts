import { computedOf } from "../../shared/calc/computed-session.js";
import { annotatedContent } from "../../shared/messages/annotated-content.js";
import { checkReport } from "../../shared/messages/check-report.js";
import { PUBLISHED } from "../../shared/pages/page-options.js";
import { printable } from "../../shared/pages/printable.js";
import { host } from "../session/host.js";
import { madePdf } from "../session/made-pdf.js";
import { notices } from "../ui/window-notices.js";
import { checkCounts, type CheckedNarrative } from "./check-desk.js";
import { checkDesk, narrativeDesk } from "./window-narrative.js";
import { WORDS } from "./wording.js";

/** Asks for a narrative and checks it. */
export async function checkChosen(): Promise<void> {
  const chosen = await host().openFile("narrative");
  if (!chosen.ok) {
    const name = chosen.failure.facts["file"] ?? "";
    notices.show({
      kind: "problem",
      title: WORDS.notRead(name),
      text: narrativeDesk.hostFailureText(chosen.failure),
    });
  } else if (chosen.value !== undefined) await checkDesk.check(chosen.value.name, chosen.value.bytes);
}

/** Saves a copy of the checked Word document with its findings as comments. */
export async function saveMarked(checked: CheckedNarrative): Promise<void> {
  const bytes = await checkDesk.marked(checked, WORDS.markedAuthor);
  if (bytes === undefined) {
    notices.show({ kind: "problem", title: WORDS.notSaved });
    return;
  }
  const saved = await host().saveFileAs(WORDS.markedName(checked.name), bytes);
  if (!saved.ok) {
    notices.show({ kind: "problem", title: WORDS.notSaved, text: narrativeDesk.hostFailureText(saved.failure) });
  } else if (saved.value !== undefined) notices.show({ kind: "done", title: WORDS.markedDone(saved.value.name) });
}

/** Prints the findings as a report. */
export async function printReport(checked: CheckedNarrative): Promise<void> {
  const printed = await host().printPages(reportPages(checked));
  if (printed.ok) return;
  notices.show({ kind: "problem", title: WORDS.notPrinted, text: narrativeDesk.hostFailureText(printed.failure) });
}

/** Saves the checked text with its findings beside it, as PDF: for documents that can take no comments. */
export async function saveAnnotated(checked: CheckedNarrative): Promise<void> {
  const pdf = await madePdf(host(), annotatedText(checked));
  const saved = pdf.ok ? await host().saveFileAs(WORDS.annotatedName(checked.name), pdf.value) : pdf;
  if (!saved.ok) {
    notices.show({ kind: "problem", title: WORDS.notSaved, text: narrativeDesk.hostFailureText(saved.failure) });
  } else if (saved.value !== undefined) notices.show({ kind: "done", title: WORDS.markedDone(saved.value.name) });
}

/** The report as one printable page: whose narrative, the counts, every finding in a line. */
export function reportPages(checked: CheckedNarrative): string {
  const { findings, kind, session } = checked;
  const full = kind === "word" ? WORDS.markedCopy : WORDS.annotatedCopy;
  const report = checkReport(findings, { title: WORDS.reportTitle, lines: linesOf(checked), full });
  return printable(computedOf(session), [{ kind: "check-report", report }], PUBLISHED, WORDS.reportTitle);
}

/** The checked text with its findings beside it, as printable pages. */
export function annotatedText(checked: CheckedNarrative): string {
  const computed = computedOf(checked.session);
  const content = annotatedContent(computed, checked, { title: WORDS.annotatedTitle, lines: linesOf(checked) });
  return printable(computed, [{ kind: "annotated", content }], PUBLISHED, WORDS.annotatedTitle);
}

function linesOf({ name, findings, session }: CheckedNarrative): readonly string[] {
  const counts = checkCounts(findings);
  const groups = (["error", "explain", "hint", "undecided"] as const).map((group) =>
    WORDS.groupCount(WORDS.groups[group], counts[group]),
  );
  const { department, year } = session.workbook.profile;
  return [WORDS.reportOf(department, year), WORDS.reportFile(name), groups.join("，")];
}
