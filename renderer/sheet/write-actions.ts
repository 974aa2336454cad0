import type { FormSheet, SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";
import { formSheet } from "../../shared/forms/lay-out-form.js";
import { computedOf } from "../../shared/calc/computed-session.js";
import { planWrites, type WritePlan } from "../../shared/editing/plan-writes.js";
import type { WantedText } from "../../shared/editing/wanted-texts.js";
import type { Transaction } from "../../shared/model/transaction.js";
import { calculate, isCalculation } from "./arithmetic.js";
import type { ClipboardBlock } from "./clipboard-block.js";
import type { FilledFrom } from "./fill-plan.js";
import { planPaste, type PastedCell } from "./paste-plan.js";
import { positionsOf, type SheetExtent } from "./selection.js";
import { printedPlaces, type SheetContent } from "./sheet-content.js";
import { extentOf, placeOf, type SheetGround } from "./sheet-ground.js";
import type { SheetNotice } from "./sheet-state.js";
import { NOTICES, refusalText } from "./wording.js";

/** What a gesture did, and what is selected afterwards where that changes. */
export interface Written {
  readonly notice: SheetNotice | undefined;
  readonly ranges?: readonly SheetRange[];
}

/** Why nothing can be typed at a position, as a sentence; undefined where something can. */
export function refusalAt(content: SheetContent, at: SheetPosition): string | undefined {
  return isFillable(content, at) ? undefined : refusalText("printed");
}

/** Takes one typed text into a position, or into all given ones; gives the sentence of what is wrong with it. */
export function typeInto(ground: SheetGround, positions: readonly SheetPosition[], text: string): string | undefined {
  const content = ground.content();
  const [first] = positions;
  if (first === undefined) return undefined;
  const typed = isCalculation(text) ? calculated(content, first, text) : { text };
  if (typeof typed === "string") return typed;
  const plan = write(
    ground,
    positions.map((position) => ({ position, text: typed.text })),
    "typing",
    [{ from: first, to: first }],
  );
  const [refused] = plan.refused;
  if (plan.taken > 0 || refused === undefined) return undefined;
  return ground.answered(refused) ? undefined : refusalText(refused.reason, refused.facts);
}

/** Clears everything people can fill; computed cells get their computed figure back. */
export function clearRanges(ground: SheetGround, extent: SheetExtent, ranges: readonly SheetRange[]): Written {
  const content = ground.content();
  const positions = [...positionsOf(extent, ranges)].filter((at) => content.shown(at) !== "");
  const plan = write(
    ground,
    positions.map((position) => ({ position, text: "" })),
    "typing",
    ranges,
  );
  const readOnly = plan.refused.length;
  if (readOnly === 0) return { notice: undefined };
  if (plan.taken === 0) return { notice: { kind: "refused", text: refusalText("printed") } };
  return { notice: notice(plan.taken, [NOTICES.cleared(plan.taken), NOTICES.readOnly(readOnly)]) };
}

/** Copies contents within the sheet. Computed cells stay computed: a copied figure would only disagree with them. */
export function fillFrom(ground: SheetGround, pairs: readonly FilledFrom[], selected: readonly SheetRange[]): Written {
  const content = ground.content();
  const open = pairs.filter(({ to }) => !content.look(to).isDerived);
  const plan = write(
    ground,
    open.map(({ from, to }) => ({ position: to, text: content.input(from) })),
    "paste",
    selected,
  );
  const parts = [NOTICES.filled(plan.taken), ...skipped(plan)];
  const kept = pairs.length - open.length;
  if (kept > 0) parts.push(NOTICES.computedKept(kept));
  return { notice: parts.length === 1 ? undefined : notice(plan.taken, parts) };
}

/** Pastes a block from the clipboard at the selection and says what was left out. */
export function pasteBlock(
  ground: SheetGround,
  extent: SheetExtent,
  selected: readonly SheetRange[],
  block: ClipboardBlock,
): Written {
  const content = ground.content();
  const taller = sheetFor(content, extent, selected, block);
  const planned = planPaste(taller === undefined ? extent : extentOf(taller), selected, block);
  if (planned === undefined) return { notice: { kind: "refused", text: NOTICES.manyRangesPaste } };
  const isOneValue = block.length === 1 && block[0]?.length === 1 && planned.cells.length > 1;
  // One value over a range is meant for the rows there are, not for the blank line below them.
  const isMeant = (at: SheetPosition): boolean => !content.look(at).isDerived && content.look(at).kind !== "new";
  const cells = isOneValue ? planned.cells.filter(({ position }) => isMeant(position)) : planned.cells;
  const wanted = cells.filter((cell) => !isUntouched(content, cell)).map((cell) => wantedText(content, cell));
  const plan = write(ground, wanted, "paste", planned.ranges, taller);
  const parts = [NOTICES.pasted(plan.taken), ...skipped(plan)];
  const kept = isOneValue ? planned.cells.filter(({ position }) => content.look(position).isDerived).length : 0;
  if (kept > 0) parts.push(NOTICES.computedKept(kept));
  if (planned.beyond > 0) parts.push(NOTICES.beyond(planned.beyond));
  return { notice: notice(plan.taken, parts), ranges: planned.ranges };
}

/** Plans a gesture over the newest session and hands it on. */
export function write(
  ground: SheetGround,
  wanted: readonly WantedText[],
  origin: Transaction["origin"],
  selected: readonly SheetRange[],
  sheet: FormSheet = ground.content().sheet,
): WritePlan {
  const content = ground.content();
  const session = ground.latest();
  const plan = planWrites({ session, computed: computedOf(session), learned: ground.learned() }, sheet, wanted, origin);
  if (plan.transaction !== undefined) ground.run(plan.transaction, placeOf(content, selected));
  return plan;
}

/** Whether typing at a position can do anything: tables' cells, blank lines, and codes, which can be renamed. */
export function isFillable(content: SheetContent, at: SheetPosition): boolean {
  const cell = content.sheet.at(at.row, at.column);
  if (cell.kind === "label") return cell.role === "code" && cell.of !== undefined && cell.text !== "";
  return cell.kind === "cell" || cell.kind === "new";
}

function calculated(content: SheetContent, at: SheetPosition, text: string): string | { readonly text: string } {
  if (content.look(at).content === "text") return { text };
  const address = content.address(at);
  const result = calculate(text, address === undefined ? 2 : printedPlaces(content.document, address));
  if (result.kind === "result") return result;
  return result.code === "division-by-zero" ? NOTICES.divisionByZero : NOTICES.calculation;
}

/** The exact number of the clipboard goes into cells of figures, the shown text into all others. */
function wantedText(content: SheetContent, { position, text, number }: PastedCell): WantedText {
  const look = content.look(position);
  // A blank line has no cells yet; its columns say what they are for.
  const isFigure =
    look.kind === "cell"
      ? look.content === "figure"
      : content.sheet.columns[position.column]?.content === "figure" && look.kind !== "label";
  return { position, text: number !== undefined && isFigure ? number : text };
}

/** A form that ends in a blank line grows with what is pasted into it: each line of the block becomes a row. */
function sheetFor(
  { sheet, document }: SheetContent,
  extent: SheetExtent,
  selected: readonly SheetRange[],
  block: ClipboardBlock,
): FormSheet | undefined {
  const from = selected.at(-1)?.from.row ?? 0;
  const missing = from + block.length - 1 - extent.lastRow;
  const isOpen = sheet.columns.some((_, column) => sheet.at(extent.lastRow, column).kind === "new");
  if (missing <= 0 || !isOpen || selected.length !== 1) return undefined;
  return formSheet(sheet.form, document.computed, { spareRows: missing + sheet.rowCount - sheet.headRows });
}

/** A label pasted over the very same label, or a blank over anything that cannot be filled, is no loss worth a word. */
function isUntouched(content: SheetContent, { position, text }: PastedCell): boolean {
  return !isFillable(content, position) && (text.trim() === "" || text.trim() === content.shown(position).trim());
}

function skipped({ refused }: WritePlan): string[] {
  const parts: string[] = [];
  const readOnly = refused.filter(({ reason }) => reason === "printed" || reason === "row-printed").length;
  if (readOnly > 0) parts.push(NOTICES.readOnly(readOnly));
  const unread = refused.filter(({ reason }) => reason === "not-a-number" || reason === "misplaced-separator");
  if (unread.length > 0) {
    const examples = unread.slice(0, 3).map(({ wanted }) => `“${shortened(wanted.text)}”`);
    parts.push(NOTICES.notNumbers(unread.length, examples.join("、")));
  }
  const others = new Map<string, number>();
  for (const { reason, facts } of refused) {
    if (COUNTED.has(reason)) continue;
    const text = refusalText(reason, facts);
    others.set(text, (others.get(text) ?? 0) + 1);
  }
  for (const [text, count] of [...others].slice(0, 3)) parts.push(NOTICES.otherProblems(count, text));
  return parts;
}

/** Reasons that are counted in words of their own. */
const COUNTED: ReadonlySet<string> = new Set(["printed", "row-printed", "not-a-number", "misplaced-separator"]);

function shortened(text: string): string {
  return text.length > 12 ? `${text.slice(0, 12)}…` : text;
}

function notice(taken: number, parts: readonly string[]): SheetNotice {
  const kind = parts.length === 1 ? "done" : taken === 0 ? "refused" : "partly";
  return { kind, text: parts.join("，") };
}
