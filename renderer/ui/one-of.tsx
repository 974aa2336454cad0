import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useId, type ReactNode } from "react";

export interface OneOfProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly disabled?: boolean }[];
  readonly onValue: (value: Value) => void;
  /** Whether the options stand side by side. */
  readonly inline?: boolean;
}

/** A few options that are all seen, one of which is taken. */
export function OneOf<Value extends string>({ label, value, options, onValue, inline }: OneOfProps<Value>): ReactNode {
  const id = useId();
  return (
    <div className="one-of">
      <span className="one-of-label" id={id}>
        {label}
      </span>
      <RadioGroup
        className="one-of-options"
        data-inline={inline === true ? "true" : undefined}
        aria-labelledby={id}
        value={value}
        onValueChange={(next: Value) => {
          onValue(next);
        }}
      >
        {options.map((option) => (
          <label key={option.value} className="one-of-option" data-disabled={option.disabled === true ? "" : undefined}>
            <Radio.Root className="one-of-dot" value={option.value} disabled={option.disabled ?? false}>
              <Radio.Indicator className="one-of-mark" />
            </Radio.Root>
            {option.label}
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
