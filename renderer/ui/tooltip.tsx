import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

export interface HintProps {
  readonly text: ReactNode;
  readonly side?: "top" | "bottom" | "left" | "right";
  /** The element the tooltip belongs to. */
  readonly children: ReactElement;
}

/** A tooltip on hovering and on focus. What it says must be reachable another way too: it is no place for the only words. */
export function Hint({ text, side = "bottom", children }: HintProps): ReactNode {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner className="layer" side={side} sideOffset={6} collisionPadding={8}>
          <Tooltip.Popup className="tooltip">{text}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
