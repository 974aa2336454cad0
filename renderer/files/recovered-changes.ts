import { computedOf } from "../../shared/calc/computed-session.js";
import type { Computed } from "../../shared/calc/computed.js";
import type { Session } from "../../shared/calc/session.js";
import { fixed } from "../../shared/decimal.js";
import { grouped } from "../../shared/messages/figure-text.js";
import { cellText, rowText, tableText } from "../../shared/messages/place-text.js";
import type { CellAddress, TableId } from "../../shared/model/address.js";
import { cellText as contentText } from "../../shared/model/transaction-text.js";
import { LAST_YEAR_TABLE, NAME_COLUMN, type RowData } from "../../shared/model/workbook.js";

/** One thing that differs between two states of a workbook, by the names people know it by. */
export interface CellChange {
  readonly kind: "cell" | "row-added" | "row-removed" | "other";
  readonly place: string;
  /** What stood there before and what stands there now; empty where nothing does. */
  readonly before: string;
  readonly after: string;
}

/** What people changed between two sessions: cells, rows, answers, the profile. Computed cells that only followed are left out. */
export function changesBetween(before: Session, after: Session): readonly CellChange[] {
  const [was, is] = [computedOf(before), computedOf(after)];
  const tables = is.pack.tables.flatMap(({ id }) => tableChanges(id, was, is));
  return [...profileChanges(before, after), ...tables, ...lastYearChanges(was, is), ...remarkChanges(before, after)];
}

function tableChanges(table: TableId, was: Computed, is: Computed): readonly CellChange[] {
  const [old, now] = [was, is].map(({ workbook }) => rowsByKey(workbook.tables.get(table)?.rows ?? []));
  if (old === undefined || now === undefined) return [];
  const removed = [...old.keys()].filter((key) => !now.has(key));
  const added = [...now.keys()].filter((key) => !old.has(key));
  const row = (computed: Computed, key: string): string =>
    `${tableText(computed, table)}${rowText(computed, table, key)}`;
  return [
    ...removed.map((key): CellChange => ({ kind: "row-removed", place: row(was, key), before: "", after: "" })),
    ...added.map((key): CellChange => ({ kind: "row-added", place: row(is, key), before: "", after: "" })),
    ...[...now].flatMap(([key, data]) => {
      const before = old.get(key);
      return before === data ? [] : rowChanges({ table, key }, before ?? emptyRow(key), data, was, is);
    }),
  ];
}

function rowChanges(
  { table, key }: { readonly table: TableId; readonly key: string },
  before: RowData,
  after: RowData,
  was: Computed,
  is: Computed,
): readonly CellChange[] {
  // The name of a code row is an input that is no column.
  const columns = [
    NAME_COLUMN,
    ...is
      .table(table)
      .columns.map(({ id }) => id)
      .filter((id) => id !== NAME_COLUMN),
  ];
  return columns.flatMap((id) => {
    const at: CellAddress = { table, row: key, column: id };
    const isSame = heldIn(before, id) === heldIn(after, id);
    if (isSame) return [];
    const [old, now] = [shownIn(was, at), shownIn(is, at)];
    return old === now ? [] : [{ kind: "cell", place: cellText(is, at), before: old, after: now } as const];
  });
}

/** What people put into a cell: its input, or the mark of a computed one. */
function heldIn({ inputs, marks }: RowData, column: string): string {
  const input = inputs.get(column);
  const mark = marks.get(column);
  return `${input === undefined ? "" : contentText(input)}|${mark === undefined ? "" : `${mark.kind}${contentText({ kind: "amount", value: mark.value })}`}`;
}

function shownIn(computed: Computed, at: CellAddress): string {
  const figure = computed.figure(at);
  if (figure === undefined) return computed.text(at) ?? "";
  return grouped(fixed(figure, Math.max(computed.places(at), figure.decimalPlaces())));
}

function lastYearChanges(was: Computed, is: Computed): readonly CellChange[] {
  const [old, now] = [was, is].map(({ workbook }) => rowsByKey(workbook.tables.get(LAST_YEAR_TABLE)?.rows ?? []));
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].flatMap((key) => {
    const [before, after] = [old, now].map((rows) => {
      const input = rows?.get(key)?.inputs.values().next().value;
      return input === undefined ? "" : contentText(input).slice(1);
    });
    if (before === after) return [];
    return [
      { kind: "other", place: `${is.pack.frame.lastYear.sheet} ${key}`, before: before ?? "", after: after ?? "" },
    ];
  });
}

function remarkChanges(before: Session, after: Session): readonly CellChange[] {
  const [old, now] = [before.workbook.remarks, after.workbook.remarks];
  const { elements } = after.plan.layout.pack.frame;
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): readonly CellChange[] => {
    const [was = "", is = ""] = [old.get(id), now.get(id)];
    return was === is ? [] : [{ kind: "other", place: `${elements.sheet} ${id}`, before: was, after: is }];
  });
}

function profileChanges(before: Session, after: Session): readonly CellChange[] {
  const [was, is] = [before, after].map(({ workbook }) => `${workbook.profile.department} ${workbook.profile.year}`);
  return was === is ? [] : [{ kind: "other", place: "", before: was ?? "", after: is ?? "" }];
}

function rowsByKey(rows: readonly RowData[]): ReadonlyMap<string, RowData> {
  return new Map(rows.map((row) => [row.key, row]));
}

function emptyRow(key: string): RowData {
  return { key, inputs: new Map(), marks: new Map() };
}
