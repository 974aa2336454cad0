import type { CellAddress } from "../../shared/model/address.js";
import { LAST_YEAR_TABLE } from "../../shared/model/workbook.js";
import type { Pack } from "../../shared/template/pack.js";

/** What the middle of the window shows. */
export type View =
  | { readonly kind: "form"; readonly form: string }
  | { readonly kind: "overview" | "last-year" | "elements" | "narrative" };

export function isSameView(a: View, b: View): boolean {
  return a.kind === b.kind && (a.kind !== "form" || b.kind !== "form" || a.form === b.form);
}

/** The form printed after this one, or before it; the first or last where no form is shown. It ends at the ends. */
export function neighbourForm(pack: Pack, view: View, step: 1 | -1): View | undefined {
  const at =
    view.kind === "form" ? pack.forms.findIndex(({ id }) => id === view.form) : step === 1 ? -1 : pack.forms.length;
  const form = pack.forms[at + step];
  return form === undefined ? undefined : { kind: "form", form: form.id };
}

/** What shows a cell; undefined for a table no form prints. */
export function viewOfCell(pack: Pack, at: CellAddress | undefined): View | undefined {
  if (at?.table === LAST_YEAR_TABLE) return { kind: "last-year" };
  const form = pack.tables.find(({ id }) => id === at?.table)?.form;
  return form === undefined ? undefined : { kind: "form", form };
}
