import { Button as BaseButton } from "@base-ui/react/button";
import type { ComponentProps, ReactNode } from "react";
import { Hint } from "./tooltip.js";

export interface ButtonProps extends Omit<ComponentProps<"button">, "className"> {
  /** `primary`: the one thing a dialog is for; `danger`: loses something; `quiet`: without a frame. */
  readonly look?: "plain" | "primary" | "danger" | "quiet" | "link";
  readonly icon?: ReactNode;
}

/** A button with words. */
export function Button({ look = "plain", icon, children, ...rest }: ButtonProps): ReactNode {
  return (
    <BaseButton type="button" {...rest} className="button" data-look={look}>
      {icon}
      {children}
    </BaseButton>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<"button">, "className"> {
  /** What it does: its accessible name and the words of its tooltip. */
  readonly label: string;
  /** The keys that do the same, shown in the tooltip. */
  readonly keys?: string;
  readonly icon: ReactNode;
  /** Whether what it switches is on; absent for buttons that switch nothing. */
  readonly pressed?: boolean;
}

/** A button that shows an icon only; its words stand in the tooltip. */
export function IconButton({ label, keys, icon, pressed, ...rest }: IconButtonProps): ReactNode {
  const text = keys === undefined ? label : `${label}（${keys}）`;
  return (
    <Hint text={text}>
      <BaseButton
        type="button"
        focusableWhenDisabled
        {...rest}
        className="icon-button"
        aria-label={label}
        {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      >
        {icon}
      </BaseButton>
    </Hint>
  );
}
