import type { MenuCommand } from "../../shared/host/contract.js";
import { MENUS, type MenuEntry } from "../../shared/host/menu.js";

/** Every command of the menus, in their order; the system's menu is made from the same list. */
export const COMMANDS: readonly MenuEntry[] = MENUS.flatMap(({ items }) => items.filter((item) => item !== "line"));

/** A command as the menus show it. One that no menu shows is a defect and throws. */
export function commandEntry(command: MenuCommand): MenuEntry {
  const found = COMMANDS.find((entry) => entry.command === command);
  if (found === undefined) throw new Error(`no menu shows ${command}`);
  return found;
}

/** A command's words without the sign that it opens a dialog: for tooltips and lists. */
export function commandName(command: MenuCommand): string {
  return commandEntry(command).label.replace("…", "");
}
