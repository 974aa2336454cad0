import type { SheetPosition } from "../../shared/forms/form-sheet.js";
import { cellText } from "../../shared/messages/place-text.js";
import { findingText } from "../../shared/messages/finding-text.js";
import type { SheetContent } from "./sheet-content.js";
import { SPOKEN } from "./wording.js";

/** A position in words, for screen readers: the cell's full place, what stands there, and its state. */
export function spokenText(content: SheetContent, at: SheetPosition): string {
  const { computed, ready } = content.document;
  const address = content.address(at);
  const shown = content.shown(at);
  if (address === undefined) return [shown === "" ? SPOKEN.blank : shown, SPOKEN.printed].join("，");
  const isTable = ready.pack.tables.some(({ id }) => id === address.table);
  const look = content.look(at);
  const [first] = content.findings(at);
  const state = look.isDerived ? (look.mark === undefined ? SPOKEN.computed : SPOKEN[look.mark]) : SPOKEN.input;
  return [
    isTable ? cellText(computed, address) : content.sheet.form.title,
    shown === "" ? SPOKEN.blank : shown,
    state,
    ...(first === undefined ? [] : [`${SPOKEN[first.severity]}：${findingText(computed, first)}`]),
  ].join("，");
}
