import { ContextMenu as Base } from "@base-ui/react/context-menu";
import type { ReactElement, ReactNode } from "react";
import { focusAfterMenu } from "./focus-home.js";
import { MenuItems, type MenuEntry } from "./menu-items.js";

export interface ContextMenuProps {
  /** The lines for the place that was pressed; asked anew each time the menu opens. */
  readonly entries: readonly MenuEntry[];
  readonly onOpen?: () => void;
  /** The element the menu belongs to, as Base UI's `render` takes it. */
  readonly trigger?: ReactElement;
  readonly children: ReactNode;
}

/** The menu of the right mouse button, of Shift+F10 and of the menu key, around the element it belongs to. */
export function ContextMenu({ entries, onOpen, trigger, children }: ContextMenuProps): ReactNode {
  return (
    <Base.Root
      onOpenChange={(open) => {
        if (open) onOpen?.();
      }}
    >
      <Base.Trigger className="context-area" {...(trigger === undefined ? {} : { render: trigger })}>
        {children}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="layer" collisionPadding={4}>
          <Base.Popup className="menu" finalFocus={focusAfterMenu}>
            <MenuItems entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
