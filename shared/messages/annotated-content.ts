import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { findingText } from "./finding-text.js";
import { severityWord } from "./severity-words.js";

/** A paragraph of a checked document as it was read. */
export interface CheckedParagraph {
  readonly text: string;
  /** Its line in the document, from 1. */
  readonly line: number;
}

/** A text with the findings about it beside it: for documents that can take no comments. */
export interface AnnotatedContent {
  readonly title: string;
  readonly lines: readonly string[];
  readonly heads: readonly [line: string, text: string, notes: string];
  readonly rows: readonly AnnotatedRow[];
}

/** One paragraph, cut where findings speak of it, and its notes in the order of their numbers. */
export interface AnnotatedRow {
  /** Empty for what concerns the whole document. */
  readonly line: string;
  readonly pieces: readonly { readonly text: string; readonly note?: AnnotatedNote }[];
  readonly notes: readonly AnnotatedNote[];
}

/** A finding with its number. */
export interface AnnotatedNote {
  readonly number: number;
  readonly severity: Finding["severity"];
  readonly text: string;
}

const HEADS = ["行", "原文", "批注"] as const;
const WHOLE = "（全文）";

/** Puts the findings about a document beside its paragraphs; `lines` stand below the title. */
export function annotatedContent(
  computed: Computed,
  { paragraphs, findings }: { readonly paragraphs: readonly CheckedParagraph[]; readonly findings: readonly Finding[] },
  { title, lines }: Pick<AnnotatedContent, "title" | "lines">,
): AnnotatedContent {
  const notes = findings.map((finding, index) => ({ finding, note: noteOf(computed, finding, index + 1) }));
  const rows = paragraphs.map(({ text, line }, index) => {
    const own = notes.filter(({ finding }) => finding.text?.mark?.paragraph === index);
    return { line: String(line), pieces: piecesOf(text, own), notes: own.map(({ note }) => note) };
  });
  const whole = notes.filter(({ finding }) => finding.text?.mark === undefined).map(({ note }) => note);
  const last = { line: "", pieces: [{ text: WHOLE }], notes: whole };
  return { title, lines, heads: HEADS, rows: whole.length === 0 ? rows : [...rows, last] };
}

/** What a finding says, without the place: that is beside it. */
function noteOf(computed: Computed, finding: Finding, number: number): AnnotatedNote {
  const { text: quoted, severity, kind } = finding;
  const said = findingText(computed, finding);
  const quotation = `“${quoted?.quote ?? ""}”`;
  const behind = said.indexOf(quotation);
  const rest = behind < 0 ? said : said.slice(behind + quotation.length).replace(/^[：，]/u, "");
  return { number, severity, text: `${number}. [${severityWord({ severity, kind })}] ${rest}` };
}

interface Placed {
  readonly finding: Finding;
  readonly note: AnnotatedNote;
}

/** Cuts a text at its findings; one that begins inside another keeps only its note. */
function piecesOf(text: string, placed: readonly Placed[]): AnnotatedRow["pieces"] {
  const pieces: { text: string; note?: AnnotatedNote }[] = [];
  let at = 0;
  for (const { finding, note } of placed) {
    const mark = finding.text?.mark;
    if (mark === undefined || mark.start < at || mark.end <= mark.start) continue;
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start) });
    pieces.push({ text: text.slice(mark.start, mark.end), note });
    at = mark.end;
  }
  return at < text.length ? [...pieces, { text: text.slice(at) }] : pieces;
}
