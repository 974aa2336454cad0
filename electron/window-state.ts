import type { BrowserWindow } from "electron";
import { count, flag, record, type Check } from "./checks.js";
import type { SettingsFile } from "./settings-file.js";

/** How large the window was. Where it stood is left to the system, which knows the screens there are today. */
export interface WindowState {
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

export const windowState: Check<WindowState> = record<WindowState>({ width: count, height: count, maximized: flag });

export const FIRST_STATE: WindowState = { width: 1366, height: 768, maximized: false };

/** Notes the window's size when it closes. */
export function keepState(window: BrowserWindow, settings: SettingsFile<WindowState>): void {
  window.on("close", () => {
    const { width, height } = window.getNormalBounds();
    settings.write({ width, height, maximized: window.isMaximized() });
  });
}
