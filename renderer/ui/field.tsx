import { Field as Base } from "@base-ui/react/field";
import { Input } from "@base-ui/react/input";
import type { ComponentProps, ReactNode } from "react";

export interface FieldProps extends Omit<ComponentProps<"input">, "className" | "defaultValue" | "value" | "onChange"> {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly note?: ReactNode;
  /** What is wrong with the value; absent while nothing is. */
  readonly error?: string;
}

/** A labelled line of text. */
export function Field({ label, value, onValue, note, error, ...rest }: FieldProps): ReactNode {
  return (
    <Base.Root className="field" invalid={error !== undefined}>
      <Base.Label className="field-label">{label}</Base.Label>
      <Input {...rest} className="field-control" value={value} onValueChange={onValue} />
      {note === undefined ? null : <Base.Description className="field-note">{note}</Base.Description>}
      {error === undefined ? null : (
        <Base.Error className="field-error" match>
          {error}
        </Base.Error>
      )}
    </Base.Root>
  );
}

export interface TextAreaFieldProps extends Pick<FieldProps, "label" | "value" | "onValue" | "note" | "error"> {
  readonly rows?: number;
  readonly autoFocus?: boolean;
}

/** A labelled text of several lines. */
export function TextAreaField({
  label,
  value,
  onValue,
  note,
  error,
  rows = 4,
  autoFocus,
}: TextAreaFieldProps): ReactNode {
  return (
    <Base.Root className="field" invalid={error !== undefined}>
      <Base.Label className="field-label">{label}</Base.Label>
      <Base.Control
        className="field-control"
        render={<textarea rows={rows} autoFocus={autoFocus ?? false} />}
        value={value}
        onValueChange={onValue}
      />
      {note === undefined ? null : <Base.Description className="field-note">{note}</Base.Description>}
      {error === undefined ? null : (
        <Base.Error className="field-error" match>
          {error}
        </Base.Error>
      )}
    </Base.Root>
  );
}
