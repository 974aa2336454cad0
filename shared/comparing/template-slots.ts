import { conditionHolds } from "../narrative/condition.js";
import { printTag, type Printed } from "../narrative/figure.js";
import type { Block, Inline, Outline } from "../narrative/outline.js";
import { elementId, readingOf, rowsInSet, type Reading } from "../narrative/reading.js";
import type { Rewordings } from "../narrative/rewording.js";
import type { FigureTag, Section } from "../narrative/tag.js";
import { normalize } from "../prose/normal-text.js";
import { headingLevel } from "../prose/sentences.js";
import { claimOf, type Claim } from "./claim.js";

/** A paragraph the template can print, in the ways its conditions allow; the one that stands for this workbook first. */
export interface Slot {
  readonly order: number;
  readonly id?: string;
  /** Whether it stands at all for this workbook. */
  readonly stands: boolean;
  /** The heading it stands below, as normal text. */
  readonly heading: string;
  /** The headings above that one. */
  readonly above: readonly string[];
  readonly wordings: readonly Wording[];
}

/** One way to print it: its normal text, with the claims of its figures and words. */
export interface Wording {
  readonly text: string;
  readonly claims: readonly PlacedClaim[];
  /** Where it repeats what a person wrote into 说明要素; only in the wording that prints it in full. */
  readonly told: readonly { readonly element: string; readonly start: number; readonly end: number }[];
}

/** A claim with its place in the normal text. */
export interface PlacedClaim {
  readonly claim: Claim;
  readonly start: number;
  readonly end: number;
}

/** Stands in a wording for what only a person can write. */
export const GAP = "\uFFFC";

/** Which branch of a condition is taken: the one that holds, or always the same one. `told` prints what people wrote as well. */
type Branches = "holding" | "told" | "positive" | "negative";

/**
 * All paragraphs of a template, those too that do not stand for this workbook: a text that says “完成预算的 0.00%” of a budget of 0 says it in
 * the words of the branch that must not be taken.
 */
export function slotsOf(outline: Outline, rewordings: Rewordings, reading: Reading): readonly Slot[] {
  const slots: Slot[] = [];
  collect(outline.blocks, reading, true, { rewordings, slots, headings: [], printed: new PrintedTags() });
  return slots;
}

interface Collecting {
  readonly rewordings: Rewordings;
  readonly slots: Slot[];
  readonly printed: PrintedTags;
  /** The headings so far that the next paragraph stands below, the outermost first. */
  readonly headings: { readonly level: number; readonly text: string }[];
}

/** What tags print, each worked out once for all branches of its paragraph. */
class PrintedTags {
  private readonly known = new Map<string, Printed>();

  of(tag: FigureTag, reading: Reading): Printed {
    const { loop } = reading;
    const key = loop === undefined ? tag.source : `${tag.source}@${loop.row.table.table.id}.${loop.row.row}`;
    const found = this.known.get(key) ?? printTag(tag, reading);
    this.known.set(key, found);
    return found;
  }
}

function collect(blocks: readonly Block[], reading: Reading, stands: boolean, into: Collecting): void {
  for (const block of blocks) {
    if (block.kind === "paragraph") add(block, reading, stands, into);
    else {
      for (const { inner, holds } of branchesOf(block.section, reading)) {
        collect(block.blocks, inner, stands && holds, into);
      }
    }
  }
}

function add(block: Extract<Block, { kind: "paragraph" }>, reading: Reading, stands: boolean, into: Collecting): void {
  const wordings: Wording[] = [];
  for (const branches of BRANCHES) {
    const printer = new WordingPrinter(branches, into.rewordings, into.printed);
    printer.inlines(block.inlines, reading);
    for (const wording of printer.finish()) {
      if (wording.text !== "" && !wordings.some(({ text }) => text === wording.text)) wordings.push(wording);
    }
  }
  const [first] = wordings;
  if (first === undefined) return;
  const { slots, headings } = into;
  const above = headings.map(({ text }) => text);
  const heading = above.pop() ?? "";
  const id = block.id === undefined ? {} : { id: block.id };
  slots.push({ order: slots.length, ...id, stands, heading, above, wordings });
  const level = headingLevel(first.text);
  if (level === undefined) return;
  while ((headings.at(-1)?.level ?? -1) >= level) headings.pop();
  headings.push({ level, text: first.text });
}

const BRANCHES: readonly Branches[] = ["holding", "told", "positive", "negative"];

/** Every reading a section's content can have: all rows of a loop, and both answers of a condition. */
function branchesOf(
  section: Section,
  reading: Reading,
): readonly { readonly inner: Reading; readonly holds: boolean }[] {
  switch (section.kind) {
    case "paragraph":
      return [{ inner: reading, holds: true }];
    case "condition":
      return [{ inner: reading, holds: (conditionHolds(section.expression, reading) ?? true) !== section.negated }];
    case "loop":
      return (rowsInSet(reading, section.table, section.rows) ?? []).map((row, index) => {
        const inner = readingOf(reading.session, { row, position: index + 1 });
        const holds = section.where === undefined || (conditionHolds(section.where, inner) ?? true);
        return { inner, holds };
      });
  }
}

class WordingPrinter {
  private text = "";
  private readonly claims: PlacedClaim[] = [];
  private readonly told: { readonly element: string; readonly start: number; readonly end: number }[] = [];

  constructor(
    private readonly branches: Branches,
    private readonly rewordings: Rewordings,
    private readonly printed: PrintedTags,
  ) {}

  inlines(inlines: readonly Inline[], reading: Reading): void {
    for (const inline of inlines) {
      if (inline.kind === "text") this.text += inline.text;
      else if (inline.kind === "figure") this.figure(inline, reading);
      else this.section(inline, reading);
    }
  }

  /** One wording; a text that people wrote in several paragraphs gives one for each. */
  finish(): readonly Wording[] {
    const { text, origins } = normalize(this.text);
    const places = new Map(origins.map((origin, place) => [origin, place] as const).reverse());
    const placeOf = (raw: number): number => places.get(raw) ?? origins.findIndex((origin) => origin >= raw);
    const placed = <Range extends { readonly start: number; readonly end: number }>(range: Range): Range => ({
      ...range,
      start: placeOf(range.start),
      end: placeOf(range.end),
    });
    const whole = { text, claims: this.claims.map(placed), told: this.told.map(placed) };
    const breaks = [...this.text.matchAll(/\n/gu)].map(({ index }) => placeOf(index));
    return breaks.length === 0 ? [whole] : piecesOf(whole, breaks);
  }

  private section(inline: Extract<Inline, { kind: "section" }>, reading: Reading): void {
    const { section } = inline;
    const reworded = section.kind === "paragraph" ? this.rewordings.byId.get(section.id) : undefined;
    if (reworded !== undefined) {
      for (const line of reworded.lines) this.inlines(line, reading);
      return;
    }
    for (const { inner, holds } of branchesOf(section, reading)) {
      if (this.takes(section, holds)) this.inlines(inline.inlines, inner);
    }
  }

  private takes(section: Section, holds: boolean): boolean {
    if (section.kind !== "condition" || this.branches === "holding" || this.branches === "told") return holds;
    return this.branches === "positive" ? !section.negated : section.negated;
  }

  private figure(tag: FigureTag, reading: Reading): void {
    const printed = this.printed.of(tag, reading);
    const start = this.text.length;
    if (printed.kind === "remark" && this.branches === "told" && isWritten(tag, reading)) {
      this.text += printed.lines.join("\n");
      this.told.push({ element: printed.element, start, end: this.text.length });
      return;
    }
    const text = printedText(printed, isWritten(tag, reading));
    this.text += text;
    const isFigure = /^-?[\d,.]+$/.test(text);
    if (!isFigure && tag.expression.kind !== "call") return;
    this.claims.push({ claim: claimOf(tag.expression, tag.source, reading.loop), start, end: this.text.length });
  }
}

/** Cuts a wording where what people wrote begins a new paragraph. */
function piecesOf(whole: Wording, breaks: readonly number[]): readonly Wording[] {
  const starts = [0, ...breaks];
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? whole.text.length;
    const inside = <Range extends { readonly start: number; readonly end: number }>(
      ranges: readonly Range[],
    ): Range[] =>
      ranges
        .filter((range) => range.start < end && range.end > start)
        .map((range) => ({
          ...range,
          start: Math.max(range.start, start) - start,
          end: Math.min(range.end, end) - start,
        }));
    return { text: whole.text.slice(start, end), claims: inside(whole.claims), told: inside(whole.told) };
  });
}

/** What stands in the wording: a figure or word as printed, a nought for a missing figure, a gap for what a person writes. */
function printedText(printed: Printed, written: boolean): string {
  if (printed.kind === "figure") return printed.text;
  if (printed.kind === "remark") {
    const line = printed.lines.join("");
    return /^[\d,.]+$/.test(line) ? line : GAP;
  }
  return written ? GAP : "0";
}

/** Whether a tag prints a text that a person writes. */
function isWritten({ expression }: FigureTag, { session, loop }: Reading): boolean {
  if (expression.kind !== "element") return false;
  const id = elementId(expression.id, loop);
  const element = session.plan.layout.pack.elements.find((one) => one.id === id);
  return element === undefined || element.kind === "text";
}
