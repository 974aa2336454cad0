import { parseDecimal, plain, type Decimal } from "../decimal.js";
import type { CellAddress } from "./address.js";
import type { Change, Transaction } from "./transaction.js";
import type { CellInput, DerivedMark, Profile, RowData } from "./workbook.js";

/**
 * A gesture as one line of text: for the recovery journal and for the copy of the workbook that another process keeps. JSON with
 * every figure as plain decimal text, so that nothing passes through a binary float.
 *
 * `[1, origin, change…]`, a change being one of
 * `["cell", table, row, column, before, after]`, `["mark", table, row, column, before, after]`,
 * `["insert", table, index, row]`, `["remove", table, index, row]`, `["remark", id, before, after]`,
 * `["profile", department, year, department, year]`. What is blank is null. A figure is `=12.3`, a text `'…`, a residual `~0.01`,
 * a stated figure `!12`; a row is `[key, [column, cell…], [column, mark…]]`.
 */
export function transactionText({ origin, changes }: Transaction): string {
  return JSON.stringify([FORMAT, origin, ...changes.map(writeChange)]);
}

/**
 * Reads what {@link transactionText} wrote; undefined for everything else: other formats, unknown kinds of change, a list too long or
 * too short, figures in another notation. What a crash or another program left in a journal is never guessed at.
 */
export function readTransactionText(text: string): Transaction | undefined {
  const parsed = parsedJson(text);
  if (!Array.isArray(parsed)) return undefined;
  const [format, name, ...listed] = parsed as readonly unknown[];
  const origin = ORIGINS.find((one) => one === name);
  if (format !== FORMAT || origin === undefined) return undefined;
  const changes = all(listed, readChange);
  return changes === undefined ? undefined : { origin, changes };
}

/** A cell's content as one text: `=` and a figure, `'` and a text. */
export function cellText(input: CellInput): string {
  return input.kind === "amount" ? `=${plain(input.value)}` : `'${input.text}`;
}

/** Reads what {@link cellText} wrote; undefined for everything else. */
export function readCellText(text: unknown): CellInput | undefined {
  if (typeof text !== "string") return undefined;
  if (text.startsWith("'")) return { kind: "text", text: text.slice(1) };
  const value = figureBehind("=", text);
  return value === undefined ? undefined : { kind: "amount", value };
}

const FORMAT = 1;

const ORIGINS: readonly Transaction["origin"][] = [
  ...(["typing", "paste", "rows", "import", "answer", "profile", "undo", "redo"] as const),
];

function writeChange(change: Change): readonly unknown[] {
  switch (change.kind) {
    case "set-cell":
      return ["cell", ...place(change.at), blank(change.before, cellText), blank(change.after, cellText)];
    case "set-mark":
      return ["mark", ...place(change.at), blank(change.before, markText), blank(change.after, markText)];
    case "insert-row":
      return ["insert", change.table, change.index, writeRow(change.row)];
    case "remove-row":
      return ["remove", change.table, change.index, writeRow(change.row)];
    case "set-remark":
      return ["remark", change.id, change.before ?? null, change.after ?? null];
    case "set-profile":
      return ["profile", ...profileEnds(change.before), ...profileEnds(change.after)];
  }
}

function place({ table, row, column }: CellAddress): readonly string[] {
  return [table, row, column];
}

function profileEnds({ department, year }: Profile): readonly unknown[] {
  return [department, year];
}

function blank<Value>(value: Value | undefined, text: (value: Value) => string): string | null {
  return value === undefined ? null : text(value);
}

function markText({ kind, value }: DerivedMark): string {
  return `${kind === "residual" ? "~" : "!"}${plain(value)}`;
}

function writeRow({ key, inputs, marks }: RowData): readonly unknown[] {
  return [
    key,
    [...inputs].flatMap(([column, input]) => [column, cellText(input)]),
    [...marks].flatMap(([column, mark]) => [column, markText(mark)]),
  ];
}

function readChange(listed: unknown): Change | undefined {
  if (!Array.isArray(listed)) return undefined;
  const [kind, ...rest] = listed as readonly unknown[];
  if (kind === "cell" || kind === "mark") return readCellChange(kind, rest);
  if (kind === "insert" || kind === "remove") return readRowChange(kind, rest);
  if (kind === "remark") return readRemarkChange(rest);
  return kind === "profile" ? readProfileChange(rest) : undefined;
}

function readCellChange(kind: "cell" | "mark", rest: readonly unknown[]): Change | undefined {
  const [table, row, column, before, after] = rest;
  if (rest.length !== 5 || typeof table !== "string" || typeof row !== "string" || typeof column !== "string") {
    return undefined;
  }
  const at: CellAddress = { table, row, column };
  if (kind === "cell") {
    const ends = readEnds(before, after, readCellText);
    return ends === undefined ? undefined : { kind: "set-cell", at, ...ends };
  }
  const ends = readEnds(before, after, readMark);
  return ends === undefined ? undefined : { kind: "set-mark", at, ...ends };
}

function readRowChange(kind: "insert" | "remove", rest: readonly unknown[]): Change | undefined {
  const [table, index, listed] = rest;
  if (rest.length !== 3 || typeof table !== "string" || typeof index !== "number" || !Number.isSafeInteger(index)) {
    return undefined;
  }
  const row = index < 0 ? undefined : readRow(listed);
  return row === undefined ? undefined : { kind: kind === "insert" ? "insert-row" : "remove-row", table, index, row };
}

function readRemarkChange(rest: readonly unknown[]): Change | undefined {
  const [id, before, after] = rest;
  if (rest.length !== 3 || typeof id !== "string") return undefined;
  const ends = readEnds(before, after, (text) => (typeof text === "string" ? text : undefined));
  return ends === undefined ? undefined : { kind: "set-remark", id, ...ends };
}

function readProfileChange(rest: readonly unknown[]): Change | undefined {
  const [department, year, nextDepartment, nextYear] = rest;
  const before = readProfile(department, year);
  const after = readProfile(nextDepartment, nextYear);
  if (rest.length !== 4 || before === undefined || after === undefined) return undefined;
  return { kind: "set-profile", before, after };
}

function readProfile(department: unknown, year: unknown): Profile | undefined {
  if (typeof department !== "string" || typeof year !== "number" || !Number.isSafeInteger(year)) return undefined;
  return { department, year };
}

/** What was there before and what comes after, blanks left out; undefined when one of them cannot be read. */
function readEnds<Value>(
  before: unknown,
  after: unknown,
  read: (text: unknown) => Value | undefined,
): { before?: Value; after?: Value } | undefined {
  const [first, second] = [before, after].map((text) => (text === null ? undefined : read(text)));
  if ((before !== null && first === undefined) || (after !== null && second === undefined)) return undefined;
  return { ...(first === undefined ? {} : { before: first }), ...(second === undefined ? {} : { after: second }) };
}

function readRow(listed: unknown): RowData | undefined {
  if (!Array.isArray(listed) || listed.length !== 3) return undefined;
  const [key, cells, marks] = listed as readonly unknown[];
  const inputs = readColumns(cells, readCellText);
  const read = readColumns(marks, readMark);
  if (typeof key !== "string" || inputs === undefined || read === undefined) return undefined;
  return { key, inputs, marks: read };
}

function readColumns<Value>(
  listed: unknown,
  read: (text: unknown) => Value | undefined,
): ReadonlyMap<string, Value> | undefined {
  if (!Array.isArray(listed) || listed.length % 2 !== 0) return undefined;
  const found = new Map<string, Value>();
  for (let at = 0; at < listed.length; at += 2) {
    const column: unknown = listed[at];
    const value = read(listed[at + 1]);
    if (typeof column !== "string" || value === undefined || found.has(column)) return undefined;
    found.set(column, value);
  }
  return found;
}

function readMark(text: unknown): DerivedMark | undefined {
  if (typeof text !== "string") return undefined;
  const residual = figureBehind("~", text);
  if (residual !== undefined) return { kind: "residual", value: residual };
  const stated = figureBehind("!", text);
  return stated === undefined ? undefined : { kind: "stated", value: stated };
}

function figureBehind(sign: string, text: string): Decimal | undefined {
  return text.startsWith(sign) ? parseDecimal(text.slice(1)) : undefined;
}

/** Every item read, or undefined when one of them cannot be. */
function all<Value>(items: readonly unknown[], read: (item: unknown) => Value | undefined): Value[] | undefined {
  const values: Value[] = [];
  for (const item of items) {
    const value = read(item);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** The value of JSON text; undefined, which JSON cannot say, for any other text. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
