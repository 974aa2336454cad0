import type { Session } from "../calc/session.js";
import { addressKey } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { elementFinding, lastYearFinding } from "./check.js";
import type { Mark } from "./mark.js";
import type { Narrative, NarrativeParagraph } from "./render.js";

/**
 * What only this template shows about the workbook, besides {@link checkNarrative}: problems of the template itself (errors;
 * nothing is written), rewordings it has no paragraph for, and everything it leaves a visible mark for. Each thing once, in the
 * order of the document.
 */
export function checkAgainstTemplate(narrative: Narrative, session: Session): readonly Finding[] {
  return [...problemFindings(narrative), ...orphanFindings(narrative), ...markFindings(narrative, session)];
}

function problemFindings({ problems }: Narrative): readonly Finding[] {
  return problems.map(({ code, paragraph, id = "", tag, found }) => ({
    rule: "N-template",
    severity: "error",
    kind: "narrative",
    code: `template-${code}`,
    cells: [],
    facts: { reason: code, paragraph: paragraph < 0 ? "" : String(paragraph + 1), id, tag, found },
  }));
}

function orphanFindings({ orphans }: Narrative): readonly Finding[] {
  return orphans.map((id) => ({
    rule: "N-rewording",
    severity: "hint",
    kind: "narrative",
    code: "rewording-without-paragraph",
    cells: [],
    facts: { id },
  }));
}

function markFindings({ paragraphs }: Narrative, session: Session): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const paragraph of paragraphs) {
    for (const run of paragraph.runs) {
      if (run.kind !== "mark") continue;
      const finding = markFinding(run.mark, paragraph, session);
      if (finding !== undefined && !findings.has(keyOf(finding))) findings.set(keyOf(finding), finding);
    }
  }
  return [...findings.values()];
}

/** The finding of a mark. Those that {@link checkNarrative} gives too are the same, so that a list shows them once. */
function markFinding(mark: Mark, paragraph: NarrativeParagraph, session: Session): Finding | undefined {
  const facts = { paragraph: String(paragraph.template + 1), id: paragraph.id ?? "" };
  switch (mark.kind) {
    case "element": {
      const element = session.plan.layout.pack.elements.find(({ id }) => id === mark.id);
      return element === undefined ? undefined : elementFinding(element, session);
    }
    case "last-year":
      return lastYearFinding(mark.cell, session);
    case "cell":
      return { ...missing("N-figure", "narrative-figure-missing", facts), cells: [mark.cell] };
    case "no-base":
      return {
        ...missing("N-base", "narrative-without-base", facts),
        kind: "narrative",
        severity: "explain",
        cells: mark.from,
      };
    case "unknown":
      return undefined;
  }
}

function missing(rule: string, code: string, facts: Finding["facts"]): Finding {
  return { rule, severity: "hint", kind: "missing", code, cells: [], facts };
}

function keyOf({ code, cells, facts }: Finding): string {
  return [code, facts["element"] ?? "", ...cells.map(addressKey)].join("|");
}
