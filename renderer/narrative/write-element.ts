import { computedOf } from "../../shared/calc/computed-session.js";
import { remarkChange } from "../../shared/editing/answers.js";
import type { CellAddress } from "../../shared/model/address.js";
import { REMARK_COLUMN, REMARKS_TABLE, type RemarkId } from "../../shared/model/workbook.js";
import type { DocumentStore } from "../session/document-store.js";

/** Writes an entry of 说明要素 as one gesture; nothing when it says the same already. */
export function writeElement(store: DocumentStore, id: RemarkId, text: string): void {
  const session = store.latest();
  if (session === undefined) return;
  const change = remarkChange({ session, computed: computedOf(session) }, id, text);
  if (change !== undefined) store.run({ origin: "answer", changes: [change] }, placeOfElement(id));
}

/** The address under which views know an entry of 说明要素. */
export function placeOfElement(id: RemarkId): CellAddress {
  return { table: REMARKS_TABLE, row: id, column: REMARK_COLUMN };
}
