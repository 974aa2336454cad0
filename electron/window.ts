import { BrowserWindow } from "electron";
import { PAGE_ADDRESS } from "./address.js";

/** Opens the program's window with the page in it, walled in: no Node, an own context, the operating system's sandbox. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    show: false,
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
  window.once("ready-to-show", () => window.show());
  void window.loadURL(PAGE_ADDRESS);
  return window;
}
