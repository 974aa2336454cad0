import { BrowserWindow } from "electron";
import { PAGE_ADDRESS } from "./address.js";
import type { WindowState } from "./window-state.js";

/** Opens the program's window with the page in it, walled in: no Node, an own context, the operating system's sandbox. */
export function openWindow(preload: string, { width, height, maximized }: WindowState): BrowserWindow {
  const window = new BrowserWindow({
    width: Math.max(width, SMALLEST.width),
    height: Math.max(height, SMALLEST.height),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    // The page draws the same menus; the system's bar comes with the Alt key.
    autoHideMenuBar: true,
    backgroundColor: "#ffffff",
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once("ready-to-show", () => {
    if (maximized) window.maximize();
    window.show();
  });
  void window.loadURL(PAGE_ADDRESS);
  return window;
}

const SMALLEST = { width: 960, height: 600 };
