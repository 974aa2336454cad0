import { workingForms } from "../../shared/forms/working-forms.js";
import type { CellAddress } from "../../shared/model/address.js";
import { LAST_YEAR_TABLE, REMARKS_TABLE } from "../../shared/model/workbook.js";
import type { Pack } from "../../shared/template/pack.js";

/** What the middle of the window shows. */
export type View = StandingView | { readonly kind: "print"; readonly back: StandingView };

/** What is looked at and worked on; the print page leads back to it. */
export type StandingView =
  { readonly kind: "form"; readonly form: string } | { readonly kind: "overview" | "narrative" };

/** The print page over what is shown now. */
export function printView(view: View): View {
  return view.kind === "print" ? view : { kind: "print", back: view };
}

export function isSameView(a: View, b: View): boolean {
  return a.kind === b.kind && (a.kind !== "form" || b.kind !== "form" || a.form === b.form);
}

/** The form after this one, or before it, the working sheets behind the printed ones; the first or last where no form is shown. */
export function neighbourForm(pack: Pack, view: View, step: 1 | -1): View | undefined {
  const forms = [...pack.forms, ...workingForms(pack)];
  const at = view.kind === "form" ? forms.findIndex(({ id }) => id === view.form) : step === 1 ? -1 : forms.length;
  const form = forms[at + step];
  return form === undefined ? undefined : { kind: "form", form: form.id };
}

/** What shows a cell; undefined for a table no form prints. */
export function viewOfCell(pack: Pack, at: CellAddress | undefined): View | undefined {
  if (at?.table === LAST_YEAR_TABLE || at?.table === REMARKS_TABLE) return { kind: "form", form: at.table };
  const form = pack.tables.find(({ id }) => id === at?.table)?.form;
  return form === undefined ? undefined : { kind: "form", form };
}
