import { CircleAlert, CircleCheck, CircleDashed, CircleX, EqualApproximately, Info } from "lucide-react";
import type { ReactNode } from "react";
import type { FormMark, FormState } from "./form-marks.js";
import { WORDS } from "./wording.js";

const ICONS = {
  error: CircleX,
  explain: CircleAlert,
  empty: CircleDashed,
  rounding: EqualApproximately,
  hint: Info,
  complete: CircleCheck,
} satisfies Record<FormState, unknown>;

/** A form's mark: icon and colour, with how many findings it stands for. Its words are {@link markText}. */
export function FormMarkIcon({ mark }: { readonly mark: FormMark }): ReactNode {
  const Icon = ICONS[mark.state];
  return (
    <span className="form-mark" data-state={mark.state} aria-hidden>
      {mark.state === "error" || mark.state === "explain" ? (
        <span className="form-mark-count">{mark.count}</span>
      ) : null}
      <Icon size={15} strokeWidth={2} />
    </span>
  );
}

/** The words of a form's mark, for its tooltip and for people who hear the window. */
export function markText({ state, count, sentence }: FormMark): string {
  if (state !== "empty") return WORDS.states[state](count);
  return sentence === undefined ? WORDS.emptyWithout : WORDS.emptyWith(sentence);
}
