import { Menu } from "@base-ui/react/menu";
import { Menubar } from "@base-ui/react/menubar";
import type { ReactNode } from "react";
import { focusAfterMenu } from "./focus-home.js";
import { MenuItems, type MenuEntry } from "./menu-items.js";

/** One menu of the menu bar. */
export interface MenuSpec {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** The window's menu bar, drawn in HTML. */
export function MenuBar({ label, menus }: { readonly label: string; readonly menus: readonly MenuSpec[] }): ReactNode {
  return (
    <Menubar className="menu-bar" aria-label={label}>
      {menus.map((menu) => (
        <Menu.Root key={menu.id}>
          <Menu.Trigger className="menu-trigger">{menu.label}</Menu.Trigger>
          <Menu.Portal>
            <Menu.Positioner className="layer" sideOffset={2} align="start" collisionPadding={4}>
              <Menu.Popup className="menu" finalFocus={focusAfterMenu}>
                <MenuItems entries={menu.entries} />
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      ))}
    </Menubar>
  );
}
