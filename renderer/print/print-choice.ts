import type { ZeroStyle } from "../../shared/pages/page-options.js";
import type { PrintedCopy } from "../../shared/messages/export-names.js";
import type { Form, Pack } from "../../shared/template/pack.js";

/** What a person may print. */
export type PrintedContent = "current" | "selected" | "all" | "narrative" | "everything";

/** Everything that is chosen on the print page. */
export interface PrintChoice {
  readonly content: PrintedContent;
  /** The form that was in front; absent where none was. */
  readonly current?: string;
  readonly selected: ReadonlySet<string>;
  readonly zeros: ZeroStyle;
  readonly signOff: boolean;
}

/** The forms of a choice in the pack's order. */
export function chosenForms({ forms }: Pack, { content, current, selected }: PrintChoice): readonly Form[] {
  switch (content) {
    case "current":
      return forms.filter(({ id }) => id === current);
    case "selected":
      return forms.filter(({ id }) => selected.has(id));
    case "all":
    case "everything":
      return forms;
    case "narrative":
      return [];
  }
}

/** Whether the narrative belongs to a choice. */
export function takesNarrative({ content }: Pick<PrintChoice, "content">): boolean {
  return content === "narrative" || content === "everything";
}

/** What a choice is called as a file: several forms that are all of them are all forms, one is that form. */
export function copyOf(pack: Pack, choice: PrintChoice): PrintedCopy {
  const { signOff, content } = choice;
  if (takesNarrative(choice)) return { content: content === "narrative" ? "narrative" : "everything", signOff };
  const [first, ...others] = chosenForms(pack, choice);
  if (first !== undefined && others.length === 0) return { content: "form", form: first.title, signOff };
  return { content: others.length + 1 === pack.forms.length ? "all-forms" : "forms", signOff };
}
