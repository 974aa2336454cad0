import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";

export interface AnchoredTipProps {
  /** Whether it is shown; the caller decides, by a pointer that rests. */
  readonly open: boolean;
  /** The element it stands below. */
  readonly anchor: Element | null;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A tooltip for elements that are drawn outside of React, such as a cell of a sheet. */
export function AnchoredTip({ open, anchor, className, children }: AnchoredTipProps): ReactNode {
  return (
    <Tooltip.Root open={open}>
      <Tooltip.Portal>
        <Tooltip.Positioner
          className="layer"
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <Tooltip.Popup className={className === undefined ? "tooltip" : `tooltip ${className}`}>
            {children}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
