import { grouped } from "../messages/figure-text.js";
import type { ReportContent, ReportRow } from "../messages/report-content.js";
import { element, emptyElement, escaped, escapedLines, type Markup } from "./markup.js";
import { WORDS } from "./words.js";

/**
 * The report's columns on paper and what each takes of the page's width in percent: number, kind, table, place, both figures,
 * difference, sentence, answer. The cell in the file and the rule's number are for the screen.
 */
const COLUMNS: readonly { readonly of: number; readonly share: number }[] = [
  { of: 0, share: 4.5 },
  { of: 1, share: 5.5 },
  { of: 2, share: 12 },
  { of: 3, share: 12 },
  { of: 5, share: 8.5 },
  { of: 6, share: 8.5 },
  { of: 7, share: 7 },
  { of: 8, share: 32 },
  { of: 10, share: 10 },
];

/**
 * The page 校验结果 of a sign-off copy: every finding with both figures, the difference (of a 尾差: the residual that stands) and its
 * answer, so that who signs sees what is signed.
 */
export function findingsPages(report: ReportContent): Markup {
  return element("section", { class: "findings landscape" }, [
    element("h1", {}, [escaped(WORDS.findings)]),
    ...report.lines.map((line) => element("p", {}, [escapedLines(line)])),
    report.rows.length === 0 ? element("p", {}, [escaped(report.none)]) : findingsTable(report),
  ]);
}

function findingsTable({ heads, rows }: ReportContent): Markup {
  const columns = COLUMNS.map(({ share }) => emptyElement("col", { style: `width:${share}%` }));
  const head = COLUMNS.map(({ of }) => element("th", {}, [escaped(heads[of] ?? "")]));
  return element("table", {}, [
    element("colgroup", {}, columns),
    element("thead", {}, [element("tr", {}, head)]),
    element("tbody", {}, rows.map(findingRow)),
  ]);
}

function findingRow({ severity, cells }: ReportRow): Markup {
  const shown = COLUMNS.map(({ of }) => {
    const { kind, text } = cells[of] ?? { kind: "text", text: "" };
    return element("td", { class: of === 1 ? "kind" : kind }, [escapedLines(kind === "figure" ? grouped(text) : text)]);
  });
  return element("tr", { class: severity }, shown);
}
