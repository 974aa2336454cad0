import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useRef, type ReactNode, type RefObject } from "react";
import { focusHome } from "./focus-home.js";

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** The row of buttons below, the one that carries the thing out last. */
  readonly actions?: ReactNode;
  readonly width?: "narrow" | "middle" | "wide";
  readonly closeLabel?: string;
  readonly initialFocus?: RefObject<HTMLElement | null>;
}

/** A dialog that can be left with Escape. */
export function Dialog(props: DialogProps): ReactNode {
  const {
    open,
    onClose,
    title,
    description,
    children,
    actions,
    width = "middle",
    closeLabel = "关闭",
    initialFocus,
  } = props;
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup
          className="dialog"
          data-width={width}
          finalFocus={focusHome}
          ref={popup}
          initialFocus={initialFocus ?? (() => usualFocus(popup.current))}
        >
          <header className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
            <Base.Close className="icon-button" aria-label={closeLabel}>
              <X size={16} aria-hidden />
            </Base.Close>
          </header>
          <div className="dialog-body">
            {description === undefined ? null : (
              <Base.Description className="dialog-description" render={<div />}>
                {description}
              </Base.Description>
            )}
            {children}
          </div>
          {actions === undefined ? null : <footer className="dialog-actions">{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

const TYPED = "input:not([type='checkbox'], [type='radio'], [aria-hidden='true']), textarea";

/** A dialog begins at the first thing to be typed, else at the button that carries it out; never at the one that closes it. */
function usualFocus(popup: HTMLElement | null): HTMLElement | true {
  const field = popup?.querySelector<HTMLElement>(`.dialog-body :is(${TYPED})`);
  return field ?? popup?.querySelector<HTMLElement>(".dialog-actions .button:last-child") ?? true;
}
