import type { AnnotatedContent, AnnotatedRow } from "../messages/annotated-content.js";
import type { CheckReport } from "../messages/check-report.js";
import { element, emptyElement, escaped, escapedLines, type Markup } from "./markup.js";

/** The widths of line number, text and notes in percent of the page. */
const ANNOTATED_SHARES = [6, 52, 42] as const;

/** A row with so many signs in its text or in its notes may be longer than a page and is torn; others stay whole. */
const LONG = 900;

/** The widths of the report's columns: line, kind, said, expected, problem. */
const REPORT_SHARES = [8, 10, 28, 28, 26] as const;

/** A checked text with the notes about it beside it; what a note speaks of is underlined and carries its number. */
export function annotatedPages({ title, lines, heads, rows }: AnnotatedContent): Markup {
  return element("section", { class: "annotated" }, [
    element("h1", {}, [escaped(title)]),
    ...lines.map((line) => element("p", {}, [escapedLines(line)])),
    listed(heads, ANNOTATED_SHARES, rows.map(annotatedRow)),
  ]);
}

/** The findings about a text on one page. */
export function checkReportPage({ title, lines, heads, rows, foot }: CheckReport): Markup {
  const body = rows.map(({ severity, cells }) =>
    element(
      "tr",
      { class: severity },
      cells.map((cell) => element("td", {}, [escaped(cell)])),
    ),
  );
  return element("section", { class: "check-report" }, [
    element("h1", {}, [escaped(title)]),
    ...lines.map((line) => element("p", {}, [escapedLines(line)])),
    ...(rows.length === 0 ? [] : [listed(heads, REPORT_SHARES, body)]),
    ...foot.map((line) => element("p", { class: "foot" }, [escaped(line)])),
  ]);
}

function listed(heads: readonly string[], shares: readonly number[], rows: readonly Markup[]): Markup {
  const columns = shares.map((share) => emptyElement("col", { style: `width:${share}%` }));
  const head = heads.map((text) => element("th", {}, [escaped(text)]));
  return element("table", {}, [
    element("colgroup", {}, columns),
    element("thead", {}, [element("tr", {}, head)]),
    element("tbody", {}, rows),
  ]);
}

function annotatedRow({ line, pieces, notes }: AnnotatedRow): Markup {
  const text = pieces.flatMap(({ text: piece, note }) =>
    note === undefined
      ? [escapedLines(piece)]
      : [
          element("u", { class: note.severity }, [escapedLines(piece)]),
          element("sup", {}, [escaped(String(note.number))]),
        ],
  );
  const said = notes.map(({ severity, text: note }) => element("p", { class: severity }, [escapedLines(note)]));
  const lengths = [pieces, notes].map((texts) => texts.reduce((sum, { text: one }) => sum + one.length, 0));
  const look = lengths.some((length) => length >= LONG) ? { class: "long" } : {};
  return element("tr", look, [
    element("td", { class: "number" }, [escaped(line)]),
    element("td", { class: "text" }, text),
    element("td", { class: "notes" }, said),
  ]);
}
