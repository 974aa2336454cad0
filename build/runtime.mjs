import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { installDebianPackages } from "./set-up.mjs";
import { builtStandin } from "./standin.mjs";

/** On what the window runs on this machine. The program itself knows nothing of the choice. */

const ROOT = path.dirname(import.meta.dirname);
const ELECTRON = path.join(ROOT, "node_modules", "electron");

/** Where systems keep a Chromium. */
export const CHROMIUMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * What the machine has. `electron`: the package's binary was downloaded; `display`: somebody can see a window.
 *
 * @typedef {{ readonly electron: boolean; readonly display: boolean }} Machine
 */

/** Electron where its binary is, the stand-in elsewhere, no window without a display. @type {(machine: Machine) => "electron" | "standin" | "none"} */
export function runtimeFor({ electron, display }) {
  if (!display) return "none";
  return electron ? "electron" : "standin";
}

/** @type {(env: NodeJS.ProcessEnv, platform: NodeJS.Platform) => Machine} */
export function thisMachine(env, platform) {
  const hasScreen = [env["DISPLAY"], env["WAYLAND_DISPLAY"]].some((name) => name !== undefined && name !== "");
  return { electron: hasElectron(), display: platform === "win32" || platform === "darwin" || hasScreen };
}

/** Whether Electron's package has its binary. */
export function hasElectron() {
  const name = path.join(ELECTRON, "path.txt");
  return existsSync(name) && existsSync(path.join(ELECTRON, "dist", readFileSync(name, "utf8").trim()));
}

/**
 * What to set in the environment so that Electron's package takes the stand-in for its binary. Installs a Chromium and the dialogs
 * for people where they are missing; throws, naming what could not be installed.
 */
export async function standinEnvironment() {
  const chromium = () => CHROMIUMS.find((file) => existsSync(file));
  installDebianPackages([...(chromium() === undefined ? ["chromium"] : []), "zenity"]);
  return {
    ELECTRON_OVERRIDE_DIST_PATH: await builtStandin(),
    ELECTRON_STANDIN_CHROMIUM: chromium() ?? "chromium",
  };
}
