import { computedOf } from "../../shared/calc/computed-session.js";
import { classificationIdOf, isCodeOf, namedCodes } from "../../shared/editing/code-names.js";
import { addCodeRow } from "../../shared/editing/code-rows.js";
import type { Editing, Gesture, NamedCode } from "../../shared/editing/gesture.js";
import { addBlock, addListRows } from "../../shared/editing/list-rows.js";
import { planWrites, type RefusedText } from "../../shared/editing/plan-writes.js";
import { removeRows, type RowPlace } from "../../shared/editing/remove-rows.js";
import { splitMerge } from "../../shared/editing/split-merge.js";
import { editRefusalText } from "../../shared/messages/editing-text.js";
import { tableText } from "../../shared/messages/place-text.js";
import type { RowKey, TableId } from "../../shared/model/address.js";
import type { Transaction } from "../../shared/model/transaction.js";
import type { DocumentStore } from "../session/document-store.js";
import type { SheetContent } from "../sheet/sheet-content.js";
import type { SheetDesk } from "../sheet/sheet-desk.js";
import { blockAt, listFor, placeAt, rowsSelected } from "./row-places.js";
import { WORDS } from "./wording.js";

/** What the window asks the person about rows; one question at a time. */
export type AskedOfRows =
  | {
      readonly kind: "code";
      readonly table: TableId;
      readonly title: string;
      readonly codes: readonly NamedCode[];
      readonly taken: ReadonlySet<string>;
      readonly isCode: (code: string) => boolean;
      readonly initial: string;
      /** A text typed in the blank line before its code was known. */
      readonly typed?: RefusedText;
    }
  | {
      readonly kind: "remove";
      readonly rows: readonly RowPlace[];
      readonly title: string;
      readonly text: string;
      readonly yes: string;
    };

/** What can be done to rows where the selection is. */
interface PossibleForRows {
  /** What a new row there would be of; undefined where none can be added. */
  readonly rows: "code" | "list" | undefined;
  /** Whether the selected rows can go, if need be with those below them. */
  readonly removal: boolean;
  readonly block: boolean;
  readonly split: boolean;
}

/** Adding and removing rows of the form in front: the commands of the menu, and the questions they need. */
export class RowDesk {
  private asked: AskedOfRows | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly sheets: SheetDesk,
    private readonly store: DocumentStore,
  ) {
    sheets.onRefused = (form, refused) => this.answer(form, refused);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  question = (): AskedOfRows | undefined => this.asked;

  close(): void {
    this.ask(undefined);
  }

  /** A new row where the selection is: a code of a code table, a row of a list. */
  addRow(): void {
    const front = this.front();
    if (front === undefined) return;
    const { editing, content, active, ranges } = front;
    const place = placeAt(content.sheet, active);
    if (place !== undefined && isCodeTable(editing, place.table)) return this.askCode(editing, place.table, "");
    const codes = content.sheet.form.regions.length > 0 ? codeTableOf(editing, content) : undefined;
    const list = listFor(editing, content.sheet, active);
    if (list === undefined) return codes === undefined ? this.say(WORDS.noList) : this.askCode(editing, codes, "");
    const last = ranges.at(-1);
    const count = last === undefined || list.behind === undefined ? 1 : last.to.row - last.from.row + 1;
    this.carryOut(addListRows(editing, list.table, list, Math.min(count, 200)));
  }

  /** The rows of the selection go; a row with rows below it asks first. */
  removeSelected(): void {
    const front = this.front();
    if (front === undefined) return;
    const { editing, content, active, ranges } = front;
    const place = placeAt(content.sheet, active);
    const rows = place === undefined ? [] : rowsSelected(content.sheet, ranges, place.table);
    const [first] = rows;
    if (first === undefined) return this.say(WORDS.noRow);
    if (blockAt(content.sheet, active)?.table === first.table) return this.removeBlock();
    const gesture = removeRows(editing, rows);
    if (gesture.ok || gesture.failure.reason !== "has-children") return this.carryOut(gesture);
    const { code = "", name = "", count = "" } = gesture.failure.facts;
    const text = WORDS.removeText(`${code} ${name}`.trim(), count);
    this.ask({ kind: "remove", rows, title: WORDS.removeTitle, text, yes: WORDS.removeAll });
  }

  /** A new block behind the one the selection is in; from any other form, at the end of the form that has blocks. */
  addBlock(): void {
    const front = this.front();
    const editing = this.editing();
    if (editing === undefined) return;
    const block = front === undefined ? undefined : blockAt(front.content.sheet, front.active);
    const table = block?.table ?? blockTable(editing);
    if (table !== undefined) this.carryOut(addBlock(editing, table, block?.row));
  }

  removeBlock(): void {
    const front = this.front();
    if (front === undefined) return;
    const block = blockAt(front.content.sheet, front.active);
    if (block?.row === undefined) return this.say(WORDS.noBlock);
    const { table, row } = block;
    const text = WORDS.blockText(front.editing.computed.rowName(table, row).trim());
    this.ask({ kind: "remove", rows: [{ table, row }], title: WORDS.blockTitle, text, yes: WORDS.removeBlockYes });
  }

  split(): void {
    const front = this.front();
    if (front !== undefined) this.carryOut(splitMerge(front.editing, front.content.sheet, front.active));
  }

  /** What can be done where the selection is, for the menu of the right button. */
  possible(): PossibleForRows {
    const front = this.front();
    if (front === undefined) return { rows: undefined, removal: false, block: false, split: false };
    const { editing, content, active, ranges } = front;
    const place = placeAt(content.sheet, active);
    const merge = content.sheet.merge(active.row, active.column);
    const isCell = content.sheet.at(active.row, active.column).kind === "cell";
    return {
      rows:
        place !== undefined && isCodeTable(editing, place.table)
          ? "code"
          : listFor(editing, content.sheet, active) === undefined
            ? undefined
            : "list",
      removal: place !== undefined && canRemove(editing, rowsSelected(content.sheet, ranges, place.table)),
      block: blockAt(content.sheet, active) !== undefined,
      split: isCell && merge !== undefined && merge.to.row > merge.from.row,
    };
  }

  /** The answer to the question of the code. What was typed in the line before comes along, in one step of undo. */
  addCode(chosen: { readonly code: string; readonly name: string }): void {
    const { asked } = this;
    const editing = this.editing();
    if (asked?.kind !== "code" || editing === undefined) return;
    this.close();
    if (asked.typed === undefined) return this.carryOut(addCodeRow(editing, asked.table, chosen));
    const content = this.front()?.content;
    const transaction = content === undefined ? undefined : lineWith(editing, content, asked.typed, chosen);
    if (transaction === undefined) return this.carryOut(addCodeRow(editing, asked.table, chosen));
    this.carryOut({ ok: true, value: transaction });
  }

  removeAsked(): void {
    const { asked } = this;
    const editing = this.editing();
    this.close();
    if (asked?.kind === "remove" && editing !== undefined) {
      this.carryOut(removeRows(editing, asked.rows, { withChildren: true }));
    }
  }

  /** A text that a blank line did not take: the list of codes opens with it. Gives whether it did. */
  private answer(form: string, refused: RefusedText): boolean {
    if (!ANSWERED.has(refused.reason)) return false;
    const editing = this.editing();
    const sheet = this.sheets.content(form)?.sheet;
    const { row, column } = refused.wanted.position;
    const cell = sheet?.at(row, column);
    if (editing === undefined || cell?.kind !== "new") return false;
    const isFigure = refused.reason === "code-needed";
    this.askCode(editing, cell.table, isFigure ? "" : refused.wanted.text.trim(), isFigure ? refused : undefined);
    return true;
  }

  private askCode(editing: Editing, table: TableId, initial: string, typed?: RefusedText): void {
    const classification = classificationIdOf(editing.computed, table) ?? "";
    const codes = [...namedCodes(editing, classification).values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
    this.ask({
      kind: "code",
      table,
      title: tableText(editing.computed, table),
      codes,
      taken: new Set(editing.computed.rows(table).map((row) => editing.computed.rowCode(table, row) ?? "")),
      isCode: (code) => isCodeOf(editing.computed, classification, code),
      initial,
      ...(typed === undefined ? {} : { typed }),
    });
  }

  private editing(): Editing | undefined {
    const session = this.store.latest();
    return session === undefined ? undefined : { session, computed: computedOf(session), learned: this.sheets.learned };
  }

  private front():
    | ({ readonly editing: Editing; readonly content: SheetContent } & Pick<
        NonNullable<ReturnType<SheetDesk["state"]>>,
        "active" | "ranges"
      >)
    | undefined {
    const state = this.sheets.state();
    const content = state === undefined ? undefined : this.sheets.content(state.form);
    const editing = this.editing();
    if (state === undefined || content === undefined || editing === undefined) return undefined;
    return { editing, content, active: state.active, ranges: state.ranges };
  }

  /** Carries a gesture out and goes to the row it added, or says why it does nothing. */
  private carryOut(gesture: Gesture): void {
    if (!gesture.ok) return this.say(editRefusalText(gesture.failure));
    const { changes } = gesture.value;
    if (changes.length === 0) return;
    const removed = changes.find((change) => change.kind === "remove-row");
    const place = placeOfChange(this.editing(), removed);
    this.store.run(gesture.value, place);
    const added = changes.findLast((change) => change.kind === "insert-row" && !isFixed(change.row.key));
    const to = placeOfChange(this.editing(), added);
    if (to !== undefined) this.sheets.show([to]);
  }

  private say(text: string): void {
    this.sheets.controller()?.say({ kind: "refused", text });
  }

  private ask(asked: AskedOfRows | undefined): void {
    this.asked = asked;
    for (const listener of this.listeners) listener();
  }
}

/** Reasons that the list of codes answers better than a sentence. */
const ANSWERED: ReadonlySet<string> = new Set([
  "code-needed",
  "code-malformed",
  "name-needed",
  "name-unknown",
  "name-ambiguous",
]);

/** The transaction of the blank line with its code, its name and what was typed in it. */
function lineWith(
  editing: Editing,
  { sheet }: SheetContent,
  { wanted }: RefusedText,
  { code, name }: { readonly code: string; readonly name: string },
): Transaction | undefined {
  const { row } = wanted.position;
  const at = (role: "code" | "name"): number =>
    sheet.columns.findIndex((_, column) => {
      const cell = sheet.at(row, column);
      return cell.kind === "new" && cell.role === role;
    });
  const texts = [
    { position: { row, column: at("code") }, text: code },
    { position: { row, column: at("name") }, text: name },
    wanted,
  ];
  return planWrites(
    editing,
    sheet,
    texts.filter(({ position }) => position.column >= 0),
    "rows",
  ).transaction;
}

type RowChange = Transaction["changes"][number] | undefined;

/** A cell of the row a change puts in or takes out: where the eye is led. */
function placeOfChange(
  editing: Editing | undefined,
  change: RowChange,
): { table: TableId; row: RowKey; column: string } | undefined {
  if (editing === undefined || (change?.kind !== "insert-row" && change?.kind !== "remove-row")) return undefined;
  const table = editing.computed.pack.tables.find(({ id }) => id === change.table);
  const column = table?.columns[0]?.id;
  return table === undefined || column === undefined ? undefined : { table: table.id, row: change.row.key, column };
}

/** Rows that come with a block are not where the eye goes. */
function isFixed(key: RowKey): boolean {
  return /\/[^\d]/.test(key);
}

function isCodeTable({ computed }: Editing, table: TableId): boolean {
  return computed.pack.tables.some(({ id, rows }) => id === table && rows.kind === "codes");
}

function codeTableOf({ computed }: Editing, { sheet }: SheetContent): TableId | undefined {
  return computed.pack.tables.find(({ form, rows }) => form === sheet.form.id && rows.kind === "codes")?.id;
}

function blockTable({ computed }: Editing): TableId | undefined {
  return computed.pack.forms.flatMap(({ regions }) => regions.flatMap(({ repeatedBy }) => repeatedBy ?? []))[0];
}

function canRemove(editing: Editing, rows: readonly RowPlace[]): boolean {
  if (rows.length === 0) return false;
  const gesture = removeRows(editing, rows);
  return gesture.ok || gesture.failure.reason === "has-children";
}
