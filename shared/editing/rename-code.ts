import { NAME_COLUMN, type CellInput, type DerivedMark } from "../model/workbook.js";
import type { ColumnId } from "../model/address.js";
import { codeOfKey } from "../calc/row-tree.js";
import { classificationIdOf, comparable, namedCodes, typedCode } from "./code-names.js";
import { findCode, insertCode } from "./code-rows.js";
import { gesture, refuse, type Editing, type Gesture } from "./gesture.js";
import type { RowPlace } from "./remove-rows.js";
import { RowDraft } from "./row-draft.js";

/**
 * Gives a code row another code: its figures move to the new code's place, with the rows above it that are missing there. A name
 * that was the old code's own becomes the new code's; one that somebody wrote stays. A row with rows below it keeps its code.
 */
export function renameCode(editing: Editing, { table, row }: RowPlace, text: string): Gesture {
  const { computed, session } = editing;
  if (typedCode(text) === codeOfKey(row)) return gesture("rows", []);
  const below = computed.children(table, row);
  if (below.length > 0) {
    return refuse("has-children", {
      code: codeOfKey(row),
      name: computed.rowName(table, row),
      count: String(below.length),
    });
  }
  const kept = keptName(editing, { table, row });
  const found = findCode(editing, table, { code: text, ...(kept === undefined ? {} : { name: kept }) });
  if (!found.ok) return found;
  const data = session.workbook.tables.get(table)?.rows.find(({ key }) => key === row);
  const inputs = new Map<ColumnId, CellInput>(data?.inputs);
  inputs.delete(NAME_COLUMN);
  const draft = new RowDraft(session.workbook);
  draft.remove(table, row);
  const moved = insertCode(editing, draft, table, found.value, {
    inputs,
    marks: data?.marks ?? new Map<ColumnId, DerivedMark>(),
  });
  return moved.ok ? gesture("rows", draft.changes) : moved;
}

/** The name of a row unless it is just the name its code has in the list. */
function keptName(editing: Editing, { table, row }: RowPlace): string | undefined {
  const name = editing.computed.rowName(table, row);
  const classification = classificationIdOf(editing.computed, table) ?? "";
  const own = namedCodes(editing, classification).get(codeOfKey(row));
  const isListed = own !== undefined && own.from !== "workbook" && comparable(own.name) === comparable(name);
  return name === "" || isListed ? undefined : name;
}
