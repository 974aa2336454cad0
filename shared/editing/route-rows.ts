import { codeOfKey } from "../calc/row-tree.js";
import { fixedRows } from "../calc/layout.js";
import type { RowKey, TableId } from "../model/address.js";
import { success, type Result } from "../result.js";
import type { Form } from "../template/pack.js";
import { comparable, typedCode } from "./code-names.js";
import { findCode, insertCode } from "./code-rows.js";
import { refuse, type EditRefusal, type Editing } from "./gesture.js";
import { insertBlock, insertListRow } from "./list-rows.js";
import type { RowDraft } from "./row-draft.js";
import type { TargetRow } from "./wanted-texts.js";

/**
 * The row of the table that a line of wanted texts goes to: the one that stands there, the one whose code the line gives, or a new
 * one put into the draft. Undefined where each position is its own matter.
 */
export function routeRow(
  editing: Editing,
  draft: RowDraft,
  line: TargetRow,
  form: Form,
): Result<RowKey | undefined, EditRefusal> {
  const { table, row } = line;
  if (table === undefined || !editing.computed.pack.tables.some(({ id }) => id === table)) return success(undefined);
  const { rows } = editing.computed.table(table);
  const isBlankLine = row === undefined;
  if (rows.kind === "codes") return routeCode(editing, draft, table, line, isBlankLine);
  if (!isBlankLine || !line.targets.some(({ wanted }) => wanted.text.trim() !== "")) return success(undefined);
  return success(newListRow(editing, draft, table, line, form));
}

/** A line with a code goes to its row; without one, to the row that stands there, or to the one its name means. */
function routeCode(
  editing: Editing,
  draft: RowDraft,
  table: TableId,
  { code: codeText, name, row, targets }: TargetRow,
  isBlankLine: boolean,
): Result<RowKey | undefined, EditRefusal> {
  const code = typedCode(codeText);
  if (code !== undefined && code !== "") {
    if (row !== undefined && codeOfKey(row) === code) return success(row);
    if (row !== undefined && targets.length === 1) return refuse("printed");
    if (targets.length > 1 && draft.indexOf(table, code) >= 0) return success(code);
  } else if (!isBlankLine) return success(row);
  const first = targets.find(({ wanted }) => wanted.text.trim() !== "");
  if (first === undefined) return success(undefined);
  if (codeText === "") {
    const printed = [...fixedRows(editing.computed.table(table)).values()];
    const fixed = printed.find((each) => name !== "" && comparable(each.name) === comparable(name));
    if (fixed !== undefined) return success(fixed.key);
    if (typedCode(name) === undefined && name === "") return refuse("code-needed", { text: first.wanted.text.trim() });
  }
  // Digits typed where names stand are a code.
  const isDigits = codeText === "" && typedCode(name) !== undefined;
  const found = findCode(editing, table, isDigits ? { code: name } : { code: codeText, name });
  return found.ok ? insertCode(editing, draft, table, found.value) : found;
}

/** A blank line of a list, of a block's list, or of the blank block of a form that has none. */
function newListRow(editing: Editing, draft: RowDraft, table: TableId, { targets }: TargetRow, form: Form): RowKey {
  const fresh = targets.find(({ cell }) => cell.kind === "new")?.cell;
  const parent = fresh?.kind === "new" ? fresh.parent : undefined;
  const { rows } = editing.computed.table(table);
  const block = form.regions.find(({ repeatedBy }) => repeatedBy !== undefined)?.repeatedBy;
  if (block === undefined || parent !== undefined) {
    return insertListRow(draft, table, parent === undefined ? {} : { parent });
  }
  const own = draft.rows(block)[0]?.key ?? insertBlock(editing, draft, block);
  if (table === block) return own;
  const below = fresh?.kind === "new" ? fresh.below : undefined;
  if (rows.kind === "list" && below !== undefined) return `${own}/${below}`;
  return insertListRow(draft, table, { parent: own });
}
