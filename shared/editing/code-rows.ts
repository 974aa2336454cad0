import { codeOfKey } from "../calc/row-tree.js";
import { fixedRows } from "../calc/layout.js";
import type { ColumnId, RowKey, TableId } from "../model/address.js";
import { NAME_COLUMN, type CellInput, type RowData } from "../model/workbook.js";
import { success, type Result } from "../result.js";
import { classificationIdOf, comparable, isCodeOf, namedCodes, typedCode } from "./code-names.js";
import { gesture, refuse, type EditRefusal, type Editing, type Gesture, type NamedCode } from "./gesture.js";
import { newRow, RowDraft } from "./row-draft.js";

/** A row to be added to a code table: by its code, by its name, or by both when nobody knows the code. */
export interface WantedCode {
  readonly code?: string;
  readonly name?: string;
}

/** Adds a row to a code table, in its place among the codes, and the 款 and 类 above it that are missing. */
export function addCodeRow(editing: Editing, table: TableId, wanted: WantedCode): Gesture {
  const named = findCode(editing, table, wanted);
  if (!named.ok) return named;
  const draft = new RowDraft(editing.session.workbook);
  const added = insertCode(editing, draft, table, named.value);
  return added.ok ? gesture("rows", draft.changes) : added;
}

/** A code and the name its new row is to bear. */
export interface CodeAndName {
  readonly code: string;
  readonly name: string;
}

/** Which code is meant by what somebody typed. A name somebody typed along goes before the list's. */
export function findCode(
  editing: Editing,
  table: TableId,
  { code: text, name = "" }: WantedCode,
): Result<CodeAndName, EditRefusal> {
  const classification = classificationIdOf(editing.computed, table);
  if (classification === undefined) throw new Error(`table ${table} has no codes`);
  const typed = name.trim();
  if (text === undefined || text.trim() === "") return codeByName(editing, table, classification, typed);
  const code = typedCode(text);
  if (code === undefined || !isCodeOf(editing.computed, classification, code)) {
    return refuse("code-malformed", { code: text.trim() });
  }
  const known = typed === "" ? namedCodes(editing, classification).get(code)?.name : typed;
  return known === undefined ? refuse("name-needed", { code }) : success({ code, name: known });
}

/** Puts a code's row into a draft, and those above it that are missing; refused where the table has the code. */
export function insertCode(
  editing: Editing,
  draft: RowDraft,
  table: TableId,
  { code, name }: CodeAndName,
  content: Pick<RowData, "inputs" | "marks"> = newRow(code),
): Result<RowKey, EditRefusal> {
  if (draft.indexOf(table, code) >= 0) {
    return refuse("code-exists", { code, name: editing.computed.rowName(table, code) });
  }
  const classification = classificationIdOf(editing.computed, table) ?? "";
  const missing = codesAbove(code).filter((above) => draft.indexOf(table, above) < 0);
  const names = missing.length === 0 ? new Map<string, NamedCode>() : namedCodes(editing, classification);
  for (const above of missing) {
    const known = names.get(above)?.name;
    draft.insert(
      table,
      placeOf(editing, draft, table, above),
      newRow(above, known === undefined ? [] : [named(known)]),
    );
  }
  draft.insert(
    table,
    placeOf(editing, draft, table, code),
    newRow(code, [...content.inputs, ...(name === "" ? [] : [named(name)])], content.marks),
  );
  return success(code);
}

/** The printed name of a code row as it is kept. */
export function named(name: string): readonly [ColumnId, CellInput] {
  return [NAME_COLUMN, { kind: "text", text: name }];
}

/** 类 and 款 of a 项, 类 of a 款. */
function codesAbove(code: string): readonly string[] {
  return [3, 5].filter((length) => length < code.length).map((length) => code.slice(0, length));
}

function codeByName(
  editing: Editing,
  table: TableId,
  classification: string,
  name: string,
): Result<CodeAndName, EditRefusal> {
  const wanted = comparable(name);
  if (wanted === "") return refuse("code-needed", { text: "" });
  const bearing = [...namedCodes(editing, classification).values()].filter((each) => comparable(each.name) === wanted);
  const rows = new Set(editing.computed.rows(table));
  const open = bearing.filter(({ code }) => !rows.has(code));
  // Of several codes with one name, those the table has already are not meant.
  const [only, ...others] = open.length > 0 ? open : bearing;
  if (only === undefined) return refuse("name-unknown", { name });
  if (others.length > 0) {
    return refuse("name-ambiguous", { name, codes: [only, ...others].map(({ code }) => code).join(" ") });
  }
  return success({ code: only.code, name: only.name });
}

/**
 * Where a code's row goes: behind the row with the nearest smaller code — of its own 类 if the table has that, for a form may
 * print 类 in an order of its own — else behind 合计.
 */
function placeOf(editing: Editing, draft: RowDraft, table: TableId, code: string): number {
  const spec = editing.computed.table(table);
  const printed = fixedRows(spec);
  let place = spec.rows.kind === "codes" && spec.rows.total !== undefined ? 1 : 0;
  let nearest = "";
  let isRelated = false;
  for (const [index, { key }] of draft.rows(table).entries()) {
    if (printed.has(key)) continue;
    const other = codeOfKey(key);
    const related = other.slice(0, CATEGORY) === code.slice(0, CATEGORY);
    if (other > code || (isRelated && !related)) continue;
    if (other < nearest && related === isRelated) continue;
    [place, nearest, isRelated] = [index + 1, other, related];
  }
  return place;
}

const CATEGORY = 3;
