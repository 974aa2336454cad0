import { memo, type ReactNode } from "react";
import type { AsideContent } from "./pane-layout.js";
import { WORDS } from "./wording.js";
import "./aside-switch.css";

const CONTENTS: readonly AsideContent[] = ["findings", "narrative"];

export interface AsideSwitchProps {
  readonly value: AsideContent;
  readonly onValue: (value: AsideContent) => void;
}

/** At the head of the right pane: what stands beside the sheet. */
export const AsideSwitch = memo(function AsideSwitch({ value, onValue }: AsideSwitchProps): ReactNode {
  return (
    <div className="aside-switch" role="group" aria-label={WORDS.aside}>
      {CONTENTS.map((one) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => onValue(one)}>
          {WORDS.asides[one]}
        </button>
      ))}
    </div>
  );
});
