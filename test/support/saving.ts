import { decimal } from "../../shared/decimal.js";
import { patchExcel, type SheetOperation } from "../../shared/patching/patch-excel.js";
import { planSave, type SavePlan } from "../../shared/saving/plan-save.js";
import { type ReadWorkbook, readWorkbook } from "../../shared/reading/read-excel.js";
import type { SaveRow, SaveTarget } from "../../shared/saving/save-target.js";
import { firstDifference } from "../../shared/saving/verify-save.js";
import type { CellInput } from "../../shared/model/workbook.js";
import { type Draft, draftFrom, PACK } from "./draft-workbook.js";

/** A target to be changed: what a file says, as it is to be saved. */
export class Wanted {
  profile: SaveTarget["profile"];
  readonly tables = new Map<string, SaveRow[]>();
  readonly remarks: Map<string, string>;
  readonly lastYear: Map<string, ReturnType<typeof decimal>>;

  constructor(read: ReadWorkbook) {
    this.profile = read.profile;
    this.remarks = new Map(read.remarks);
    this.lastYear = new Map(read.lastYear);
    for (const [table, { rows }] of read.tables) {
      this.tables.set(
        table,
        rows.map((row) => ({ ...row, blankSums: new Set(), computed: new Set() })),
      );
    }
  }

  /** Sets `03!208!total` to a figure or another text; undefined empties it. */
  set(address: string, content: string | undefined): this {
    const [table = "", key = "", column = ""] = address.split("!");
    const rows = this.rows(table);
    const index = rows.findIndex((row) => row.key === key);
    const row = rows[index] ?? { key, name: "", cells: new Map(), blankSums: new Set(), computed: new Set() };
    const cells = new Map(row.cells);
    if (content === undefined) cells.delete(column);
    else cells.set(column, input(content));
    rows[index < 0 ? rows.length : index] = { ...row, cells };
    return this;
  }

  /** Puts a row into a table, before the row with a key or at the end. */
  add(
    table: string,
    row: { readonly key: string; readonly name?: string },
    cells: Readonly<Record<string, string>>,
    before?: string,
  ): this {
    const rows = this.rows(table);
    const index = before === undefined ? rows.length : rows.findIndex(({ key }) => key === before);
    const isCode = /^\d{3,}$/.test(row.key);
    const filled = new Map(Object.entries(cells).map(([column, content]) => [column, input(content)] as const));
    rows.splice(index, 0, {
      name: "",
      ...row,
      ...(isCode ? { code: row.key } : {}),
      cells: filled,
      blankSums: new Set(),
      computed: new Set(),
    });
    return this;
  }

  remove(table: string, key: string): this {
    this.tables.set(
      table,
      this.rows(table).filter((row) => row.key !== key && !row.key.startsWith(`${key}/`)),
    );
    return this;
  }

  rows(table: string): SaveRow[] {
    const rows = this.tables.get(table) ?? [];
    this.tables.set(table, rows);
    return rows;
  }
}

/** What was planned, and what the saved workbook says. */
export interface Saved {
  readonly plan: SavePlan;
  readonly read: ReadWorkbook;
  readonly draft: Draft;
  /** One line an operation: `公开03表 F12=5 keep`. */
  readonly operations: readonly string[];
}

/** Saves a workbook with changes; what is read back must be what was wanted. */
export function savedBytes(bytes: Uint8Array, change: (wanted: Wanted, read: ReadWorkbook) => void): Saved {
  const before = readWorkbook(bytes, [PACK]);
  if (!before.ok) throw new Error(before.failure.code);
  const wanted = new Wanted(before.value);
  change(wanted, before.value);
  const plan = planSave(before.value, wanted);
  const written = patchExcel(bytes, plan);
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  const read = readWorkbook(written.value, [PACK]);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const difference = firstDifference(read.value, wanted);
  if (difference !== undefined) throw new Error(`saved otherwise: ${difference}`);
  return {
    plan,
    read: read.value,
    draft: draftFrom(written.value),
    operations: plan.sheets.flatMap(({ sheet, operations }) =>
      operations.map((operation) => `${sheet} ${shown(operation)}`),
    ),
  };
}

/** Saves a draft with changes. */
export async function saved(draft: Draft, change: (wanted: Wanted, read: ReadWorkbook) => void): Promise<Saved> {
  return savedBytes(await draft.bytes(), change);
}

function shown(operation: SheetOperation): string {
  if (operation.kind === "insert-rows") return `+${operation.count} after ${operation.after} like ${operation.like}`;
  if (operation.kind === "remove-rows") return `-${operation.count} from ${operation.first}`;
  const { value } = operation;
  return `${operation.ref}=${value.kind === "blank" ? "" : value.text} ${operation.formula}`;
}

function input(content: string): CellInput {
  return /^-?\d+(\.\d+)?$/.test(content)
    ? { kind: "amount", value: decimal(content) }
    : { kind: "text", text: content };
}
