import { Menu, type MenuItemConstructorOptions, type WebContents } from "electron";
import type { MenuCommand, WindowDocument } from "../shared/host/contract.js";
import { MENUS, type MenuEntry } from "../shared/host/menu.js";

/** Whom a click in the menu concerns: the page, by the command; undefined while there is no window. */
export interface MenuTarget {
  page(): WebContents | undefined;
  send(command: MenuCommand): void;
}

/**
 * Puts up the system's menu bar. Undo and redo are commands like all others: the system's roles would undo letters in a text
 * field and know nothing of the document.
 */
export function setMenu(target: MenuTarget): void {
  const template: MenuItemConstructorOptions[] = MENUS.map(({ label, items }) => ({
    label,
    submenu: items.map((item) => (item === "line" ? { type: "separator" } : itemOf(item, target))),
  }));
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Makes those items clickable that make sense now. */
export function updateMenu(state: WindowDocument): void {
  const menu = Menu.getApplicationMenu();
  for (const item of MENUS.flatMap(({ items }) => items)) {
    const shown = item === "line" ? null : menu?.getMenuItemById(item.command);
    if (item !== "line" && shown) shown.enabled = state.opened || item.needsDocument !== true;
  }
}

function itemOf(entry: MenuEntry, target: MenuTarget): MenuItemConstructorOptions {
  const keys = entry.keys === undefined ? {} : { accelerator: entry.keys };
  return {
    id: entry.command,
    label: entry.label,
    ...keys,
    registerAccelerator: entry.keysOfPage !== true,
    enabled: entry.needsDocument !== true,
    click: () => clipboardAction(entry.command, target.page()) ?? target.send(entry.command),
  };
}

/** The clipboard's commands go through Chromium, which fires the page's own copy, cut and paste events as for the keys. */
function clipboardAction(command: MenuCommand, page: WebContents | undefined): true | undefined {
  if (command === "cut") page?.cut();
  else if (command === "copy") page?.copy();
  else if (command === "paste") page?.paste();
  else return undefined;
  return true;
}
