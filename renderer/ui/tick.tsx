import { Checkbox } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";
import type { ReactNode } from "react";

export interface TickProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A box to tick with its words. */
export function Tick({ label, checked, onChange }: TickProps): ReactNode {
  return (
    <label className="tick">
      <Checkbox.Root
        className="tick-box"
        checked={checked}
        onCheckedChange={(next) => {
          onChange(next);
        }}
      >
        <Checkbox.Indicator className="tick-mark">
          <Check size={14} aria-hidden />
        </Checkbox.Indicator>
      </Checkbox.Root>
      {label}
    </label>
  );
}
