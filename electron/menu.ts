import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from "electron";
import type { MenuCommand, WindowDocument } from "../shared/host/contract.js";
import { MENUS, type MenuEntry } from "../shared/host/menu.js";

/** Whom a click in the menu concerns: the window and its page, undefined while there is none. */
export interface MenuTarget {
  window(): BrowserWindow | undefined;
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
    click: () => windowAction(entry.command, target.window()) ?? target.send(entry.command),
  };
}

/**
 * Commands the shell carries out itself, undefined for all others. The clipboard's go through Chromium, which fires the page's own copy,
 * cut and paste events as for the keys; quitting is closing the window, which asks the page.
 */
function windowAction(command: MenuCommand, window: BrowserWindow | undefined): true | undefined {
  if (command === "cut") window?.webContents.cut();
  else if (command === "copy") window?.webContents.copy();
  else if (command === "paste") window?.webContents.paste();
  else if (command === "quit") window?.close();
  else return undefined;
  return true;
}
