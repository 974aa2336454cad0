import { computedOf } from "../../shared/calc/computed-session.js";
import { edit } from "../../shared/calc/edit.js";
import { openSession } from "../../shared/calc/open.js";
import type { Session } from "../../shared/calc/session.js";
import { fixed } from "../../shared/decimal.js";
import type { EditRefusal, Editing, Gesture } from "../../shared/editing/gesture.js";
import { planWrites, type WritePlan } from "../../shared/editing/plan-writes.js";
import type { FormSheet, SheetPosition } from "../../shared/forms/form-sheet.js";
import { formSheet } from "../../shared/forms/lay-out-form.js";
import { workingForms } from "../../shared/forms/working-forms.js";
import type { Transaction } from "../../shared/model/transaction.js";
import { foundFrom, loadFormulas, loadPack, loadSeed, type SeedTable } from "./seed.js";

const pack = loadPack("yunnan-2020");
const formulas = loadFormulas(pack);

/** The published workbook, to be edited. */
export function published(): Editing {
  const files = ["tables-01-09.json", "assets.json", "profile-11.json", "projects-12.json"];
  return editingOf(openSession(pack, formulas, foundFrom(pack, loadSeed(...files))));
}

/** A workbook of the given tables, to be edited. */
export function workbookWith(...tables: readonly SeedTable[]): Editing {
  return editingOf(openSession(pack, formulas, foundFrom(pack, tables)));
}

export function editingOf(session: Session): Editing {
  return { session, computed: computedOf(session) };
}

/** The form as the window shows it, with one blank line to type into. */
export function shown({ computed }: Editing, form: string): FormSheet {
  const found = [...pack.forms, ...workingForms(pack)].find(({ id }) => id === form);
  if (found === undefined) throw new Error(`no form ${form}`);
  return formSheet(found, computed);
}

/** The workbook after a gesture that must be possible. */
export function after(editing: Editing, gesture: Gesture): Editing {
  if (!gesture.ok) throw new Error(JSON.stringify(gesture.failure));
  return afterAll(editing, gesture.value);
}

export function afterAll({ session }: Editing, transaction: Transaction | undefined): Editing {
  return editingOf(transaction === undefined ? session : edit(session, transaction).session);
}

/** Why a gesture does nothing: the reason and its facts in one line; `done` where it does something. */
export function reason(gesture: Gesture): string {
  return gesture.ok ? "done" : reasonText(gesture.failure);
}

export function reasonText({ reason: code, facts }: EditRefusal): string {
  return [code, ...Object.entries(facts).map(([name, fact]) => `${name}=${fact}`)].join(" ");
}

/** Types or pastes a block of texts from a position on; an undefined text leaves its position alone. */
export function write(
  editing: Editing,
  form: string,
  from: SheetPosition,
  block: readonly (readonly (string | undefined)[])[],
): WritePlan {
  const wanted = block.flatMap((line, row) =>
    line.flatMap((text, column) =>
      text === undefined ? [] : [{ position: { row: from.row + row, column: from.column + column }, text }],
    ),
  );
  return planWrites(editing, shown(editing, form), wanted, wanted.length > 1 ? "paste" : "typing");
}

/** What a cell prints, with all its digits; `—` for nothing. */
export function figure({ computed }: Editing, table: string, row: string, column: string): string {
  const value = computed.figure({ table, row, column });
  return value === undefined ? "—" : fixed(value, Math.max(2, value.decimalPlaces()));
}

/** Code rows of a table with their names. */
export function codes({ computed }: Editing, table: string): readonly string[] {
  return computed.rows(table).map((row) => `${row} ${computed.rowName(table, row)}`.trim());
}
