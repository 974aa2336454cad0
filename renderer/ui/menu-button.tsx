import { Menu } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { focusAfterMenu } from "./focus-home.js";
import { MenuItems, type MenuEntry } from "./menu-items.js";

export interface MenuButtonProps {
  /** The button that opens the menu. */
  readonly button: ReactElement;
  readonly entries: readonly MenuEntry[];
}

/** A button with a menu below it. */
export function MenuButton({ button, entries }: MenuButtonProps): ReactNode {
  return (
    <Menu.Root>
      <Menu.Trigger render={button} />
      <Menu.Portal>
        <Menu.Positioner className="layer" sideOffset={4} align="end" collisionPadding={4}>
          <Menu.Popup className="menu" finalFocus={focusAfterMenu}>
            <MenuItems entries={entries} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
