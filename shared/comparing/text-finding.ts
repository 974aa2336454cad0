import { addressKey, type CellAddress } from "../model/address.js";
import type { Finding, FindingKind, Severity } from "../model/finding.js";
import { originalSpan } from "../prose/normal-text.js";
import { lineAt } from "../prose/prose.js";
import type { ReadParagraph } from "./document-reading.js";

/** What was noticed about a stretch of the document's normal text. */
export interface Noticed {
  readonly code: string;
  readonly severity: Severity;
  readonly kind?: FindingKind;
  readonly in: ReadParagraph;
  /** The sentence that is quoted. */
  readonly sentence: { readonly start: number; readonly end: number };
  /** The stretch the finding speaks of. */
  readonly start: number;
  readonly end: number;
  readonly expected?: string;
  readonly figure?: string;
  readonly cells?: readonly CellAddress[];
  readonly facts?: Readonly<Record<string, string>>;
}

/** A quotation shows no more than this on either side of what it speaks of. */
const AROUND = 45;

/** Makes the finding: the quotation is in the document's own characters. */
export function textFinding(noticed: Noticed): Finding {
  const { code, severity, kind = "narrative", sentence, start, end, expected = "", cells = [], facts = {} } = noticed;
  const { normal, paragraph } = noticed.in;
  const span = originalSpan(normal, start, end);
  const figure = noticed.figure ?? paragraph.text.slice(span.start, span.end);
  const quote = quoted(noticed.in, sentence, span);
  return {
    rule: code,
    severity,
    kind,
    code,
    cells: [...new Map(cells.map((cell) => [addressKey(cell), cell])).values()],
    facts: { quote, figure, expected, ...facts },
    text: {
      quote,
      figure,
      expected,
      line: lineAt(paragraph, span.start),
      mark: { paragraph: paragraph.index, ...span },
    },
  };
}

/** The sentence around a stretch, cut where it is long. */
export function quoted(
  { normal, paragraph }: ReadParagraph,
  sentence: { readonly start: number; readonly end: number },
  span: { readonly start: number; readonly end: number },
): string {
  const whole = originalSpan(normal, sentence.start, sentence.end);
  const start = Math.max(whole.start, span.start - AROUND);
  const end = Math.min(whole.end, span.end + AROUND);
  const text = paragraph.text.slice(start, end).trim();
  return `${start > whole.start ? "…" : ""}${text}${end < whole.end ? "…" : ""}`;
}
