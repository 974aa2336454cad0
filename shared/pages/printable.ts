import type { Computed } from "../calc/computed.js";
import type { AnnotatedContent } from "../messages/annotated-content.js";
import type { CheckReport } from "../messages/check-report.js";
import type { ReportContent } from "../messages/report-content.js";
import type { Form } from "../template/pack.js";
import { annotatedPages, checkReportPage } from "./annotated-pages.js";
import { findingsPages } from "./findings-pages.js";
import { element, escaped, joined, type Markup } from "./markup.js";
import type { PageOptions } from "./page-options.js";
import { pageStyle } from "./page-style.js";
import { tablePages } from "./table-pages.js";

/** What is printed, in this order. */
export type PagePart =
  | { readonly kind: "form"; readonly form: Form }
  /** The narrative as markup, made from its .docx (`shared/word`). */
  | { readonly kind: "narrative"; readonly content: Markup }
  | { readonly kind: "findings"; readonly report: ReportContent }
  /** A narrative written elsewhere with the findings beside its text, and those findings on one page. */
  | { readonly kind: "annotated"; readonly content: AnnotatedContent }
  | { readonly kind: "check-report"; readonly report: CheckReport };

/**
 * Printable pages as one HTML text without scripts, links or images: preview, printer and PDF all come from it. Heads repeat, page
 * numbers count, headings become the PDF's bookmarks. `title` is the document's name.
 */
export function printable(computed: Computed, parts: readonly PagePart[], options: PageOptions, title: string): string {
  const head = [
    '<meta charset="utf-8">',
    // Nothing on the pages may load or run anything, whatever a text out of a file contains.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    element("title", {}, [escaped(title)]),
    `<style>${pageStyle(computed.pack, options)}</style>`,
  ].join("");
  const body = joined(parts.map((part) => partPages(computed, part, options)));
  return `<!doctype html><html lang="zh-CN"><head>${head}</head><body>${body}</body></html>`;
}

function partPages(computed: Computed, part: PagePart, options: PageOptions): Markup {
  switch (part.kind) {
    case "form":
      return tablePages(computed, part.form, options);
    case "narrative":
      return element("section", { class: "narrative" }, [part.content]);
    case "findings":
      return findingsPages(part.report);
    case "annotated":
      return annotatedPages(part.content);
    case "check-report":
      return checkReportPage(part.report);
  }
}
