import { Select } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onValue: (value: Value) => void;
  readonly disabled?: boolean;
  /** Whether the label is seen or only heard. */
  readonly hideLabel?: boolean;
}

/** A labelled choice of one value of a few. */
export function Choice<Value extends string>(props: ChoiceProps<Value>): ReactNode {
  const { label, value, options, onValue, disabled, hideLabel } = props;
  return (
    <div className="field">
      <Select.Root
        items={options}
        value={value}
        disabled={disabled ?? false}
        onValueChange={(next: Value | null) => {
          if (next !== null) onValue(next);
        }}
      >
        <Select.Label className={hideLabel === true ? "only-heard" : "field-label"}>{label}</Select.Label>
        <Select.Trigger className="field-control choice">
          <Select.Value />
          <Select.Icon className="choice-icon">
            <ChevronDown size={14} aria-hidden />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner className="layer" sideOffset={4} alignItemWithTrigger={false}>
            <Select.Popup className="menu choice-list">
              <Select.List>
                {options.map((option) => (
                  <Select.Item key={option.value} value={option.value} className="menu-item">
                    <Select.ItemIndicator className="menu-check">
                      <Check size={14} aria-hidden />
                    </Select.ItemIndicator>
                    <Select.ItemText className="menu-label">{option.label}</Select.ItemText>
                  </Select.Item>
                ))}
              </Select.List>
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </div>
  );
}
