import type { Computed } from "../calc/computed.js";
import type { Form } from "../template/pack.js";
import { PLACEHOLDERS } from "../template/words.js";

/** The lines between a form's title and its table, each with what stands left and what stands right. */
export function linesAbove(computed: Computed, form: Form): readonly (readonly [string, string])[] {
  const { frame } = computed.pack;
  const { lines } = form;
  const publisher = frame.department.replace(PLACEHOLDERS.department, computed.workbook.profile.department);
  const left = lines.department ? publisher : "";
  const number = lines.number ? form.no : "";
  const unit =
    lines.unit === undefined ? "" : (lines.unitText ?? frame.unit).replace(PLACEHOLDERS.unit, unitOf(computed, form));
  const both: readonly (readonly [string, string])[] =
    unit === ""
      ? [[left, number]]
      : [
          ["", number],
          [left, unit],
        ];
  return both.filter((texts) => texts.some((text) => text !== ""));
}

/** The form's notes and, where it is empty, the sentence that says so. */
export function notesBelow(computed: Computed, form: Form): readonly string[] {
  const sentence = computed.workbook.emptySentences.get(form.id);
  return [...form.notes, ...(sentence === undefined ? [] : [sentence])];
}

/** The unit its amounts are really printed in: a workbook in 元 prints 元 under a pack in 万元. */
function unitOf(computed: Computed, form: Form): string {
  for (const table of computed.pack.tables) {
    if (table.form !== form.id) continue;
    for (const column of table.columns) {
      const printed = computed.workbook.printedUnits.get(`${table.id}!${column.id}`);
      if (printed !== undefined) return printed;
    }
  }
  return form.lines.unit ?? "";
}
