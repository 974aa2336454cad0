import { computedOf } from "../../shared/calc/computed-session.js";
import { coverageOf } from "../../shared/checks/coverage.js";
import { reportContent } from "../../shared/messages/report-content.js";
import { summarize } from "../../shared/messages/summary.js";
import { PUBLISHED } from "../../shared/pages/page-options.js";
import { printable } from "../../shared/pages/printable.js";
import { host } from "../session/host.js";
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

/** The report as printable pages: whose narrative, the counts, every finding with both figures. */
export function reportPages({ name, findings, session }: CheckedNarrative): string {
  const computed = computedOf(session);
  const report = reportContent(computed, findings, summarize(findings, coverageOf(session)), () => undefined);
  const counts = checkCounts(findings);
  const groups = (["error", "explain", "hint", "undecided"] as const).map((group) =>
    WORDS.groupCount(WORDS.groups[group], counts[group]),
  );
  const [whose = ""] = report.lines;
  const lines = [whose, WORDS.reportFile(name), groups.join("，")];
  const content = { ...report, title: WORDS.reportTitle, lines };
  return printable(computed, [{ kind: "findings", report: content }], PUBLISHED, WORDS.reportTitle);
}
