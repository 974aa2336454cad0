import { readFileSync, statSync } from "node:fs";
import Module from "node:module";
import path from "node:path";
import { app } from "./app.js";
import { BrowserWindow } from "./browser-window.js";
import { dialog } from "./dialog.js";
import { ipcMain } from "./ipc-main.js";
import { Menu, MenuItem } from "./menu.js";
import { packedApp } from "./packaged.js";
import { protocol } from "./protocol.js";
import { session } from "./session.js";
import { start } from "./start.js";
import { state } from "./state.js";
import { strict } from "./strict.js";
import { WebContents } from "./web-contents.js";

/** `node boot.cjs …`, with Electron's arguments: what its executable does before and around the app's main module. */

const electron = strict("electron", {
  ...{ app, BrowserWindow, dialog, ipcMain, Menu, MenuItem, protocol, session },
  webContents: WebContents,
});

Object.defineProperty(process.versions, "electron", { value: "0.0.0-standin", enumerable: true });
const args = process.argv.slice(2);
process.argv = [path.join(__dirname, "electron"), ...args];

const { target, required } = readArguments(args);
const main = mainModule(target);
const Loader = Module as unknown as { _load: (name: string, parent: unknown, isMain: boolean) => unknown };
const load = Loader._load.bind(Module);
Loader._load = (name, parent, isMain) =>
  /^electron(\/(main|common))?$/.test(name) ? electron : load(name, parent, isMain);
for (const file of required) load(path.resolve(file), null, false);
load(main, null, true);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => app.exit(0));

const isHeaded =
  [process.env["DISPLAY"], process.env["WAYLAND_DISPLAY"]].some(Boolean) &&
  process.env["ELECTRON_STANDIN_HEADLESS"] === undefined;
start(process.env["ELECTRON_STANDIN_CHROMIUM"] ?? "/usr/bin/chromium", isHeaded).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

/** Switches go to Chromium, -r names modules to be loaded first, the first other argument is the app unless it is packed with the binary. */
function readArguments(given: readonly string[]): { readonly target: string; readonly required: readonly string[] } {
  const rest: string[] = [];
  const first: string[] = [];
  for (let index = 0; index < given.length; index += 1) {
    const arg = given[index] ?? "";
    if (arg === "-r" || arg === "--require") first.push(given[(index += 1)] ?? "");
    else if (arg.startsWith("--")) {
      const [name = "", ...value] = arg.slice(2).split("=");
      state.switches.set(name, value.join("="));
    } else rest.push(arg);
  }
  const packed = packedApp(__dirname);
  state.packaged = packed !== undefined;
  const app = packed ?? rest[0];
  if (app === undefined) throw new Error("electron stand-in: which app? Try: electron .");
  return { target: path.resolve(app), required: first };
}

function mainModule(app: string): string {
  if (!statSync(app).isDirectory()) throw new Error("electron stand-in: only a folder with a package.json is an app");
  state.appPath = app;
  state.manifest = JSON.parse(readFileSync(path.join(app, "package.json"), "utf8")) as typeof state.manifest;
  const { main } = state.manifest;
  if (main?.endsWith(".cjs") !== true) throw new Error("electron stand-in: only a main module ending in .cjs");
  return path.join(app, main);
}
