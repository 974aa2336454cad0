import type { CellAddress } from "../../shared/model/address.js";
import type { SheetPosition } from "../../shared/forms/form-sheet.js";
import { cellText, rowText, tableText } from "../../shared/messages/place-text.js";
import { findingText } from "../../shared/messages/finding-text.js";
import type { SheetContent } from "./sheet-content.js";
import { SPOKEN } from "./wording.js";

/** A position in words, for screen readers: the cell's full place, what stands there, and its state. */
export function spokenText(content: SheetContent, at: SheetPosition): string {
  const { computed } = content.document;
  const address = content.address(at);
  const shown = content.shown(at);
  if (address === undefined) return [shown === "" ? SPOKEN.blank : shown, SPOKEN.printed].join("，");
  const look = content.look(at);
  const [first] = content.findings(at);
  const state = look.isDerived ? (look.mark === undefined ? SPOKEN.computed : SPOKEN[look.mark]) : SPOKEN.input;
  return [
    placeText(content, address),
    shown === "" ? SPOKEN.blank : shown,
    state,
    ...(first === undefined ? [] : [`${SPOKEN[first.severity]}：${findingText(computed, first)}`]),
  ].join("，");
}

/** The place by its printed names. Names of code rows are no column of their table, and the working sheets are no tables. */
function placeText({ document, sheet }: SheetContent, at: CellAddress): string {
  const table = document.ready.pack.tables.find(({ id }) => id === at.table);
  if (table === undefined) return `${sheet.form.title}，${at.row}`;
  if (table.columns.some(({ id }) => id === at.column)) return cellText(document.computed, at);
  return `${tableText(document.computed, at.table)}${rowText(document.computed, at.table, at.row)}`;
}
