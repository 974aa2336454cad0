import type { ReactNode } from "react";
import { WORDS } from "./wording.js";
import "./texts.css";

export interface TextSwitchProps {
  readonly value: "table" | "texts";
  readonly onValue: (value: "table" | "texts") => void;
}

/** Shows a form that has both as its table or as a form of its long texts. */
export function TextSwitch({ value, onValue }: TextSwitchProps): ReactNode {
  return (
    <div className="text-switch" role="group" aria-label={WORDS.shownAs}>
      <button type="button" aria-pressed={value === "table"} onClick={() => onValue("table")}>
        {WORDS.asTable}
      </button>
      <button type="button" aria-pressed={value === "texts"} onClick={() => onValue("texts")}>
        {WORDS.asTexts}
      </button>
    </div>
  );
}
