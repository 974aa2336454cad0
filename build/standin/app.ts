import { EventEmitter } from "node:events";
import os from "node:os";
import path from "node:path";
import { holdInstance } from "./instance-lock.js";
import { state } from "./state.js";
import { preventable, strict } from "./strict.js";

/** The program's life: ready, one instance, quitting. Names with a bar in front are not Electron's. */
class App extends EventEmitter {
  get isPackaged(): boolean {
    return state.packaged;
  }

  readonly commandLine = strict("app.commandLine", {
    appendSwitch: (name: string, value = ""): void => void state.switches.set(name, value),
  });
  _whenReady: () => void = () => undefined;
  /** Closes every window that lets itself be closed; true when none is left. */
  _closeWindows: () => boolean = () => true;
  private readonly _ready = new Promise<void>((resolve) => (this._whenReady = resolve));

  whenReady(): Promise<void> {
    return this._ready;
  }

  getName(): string {
    return state.manifest.productName ?? state.manifest.name;
  }

  getVersion(): string {
    return state.manifest.version;
  }

  getAppPath(): string {
    return state.appPath;
  }

  getPath(name: string): string {
    if (name !== "userData") throw new Error(`electron stand-in: app.getPath("${name}") is not implemented`);
    const settings = process.env["XDG_CONFIG_HOME"] ?? path.join(os.homedir(), ".config");
    return state.switches.get("user-data-dir") ?? path.join(settings, this.getName());
  }

  enableSandbox(): void {
    // Chromium's pages are sandboxed unless it is told otherwise; see start.ts for root.
  }

  requestSingleInstanceLock(): boolean {
    return holdInstance(this.getPath("userData"), ({ argv, cwd }) => this.emit("second-instance", {}, argv, cwd));
  }

  quit(): void {
    if (state.quitting) return;
    const before = preventable({});
    this.emit("before-quit", before);
    if (before.defaultPrevented) return;
    state.quitting = true;
    const will = preventable({});
    if (this._closeWindows()) this.emit("will-quit", will);
    else will.preventDefault();
    if (will.defaultPrevented) state.quitting = false;
    else this.exit(0);
  }

  exit(code = 0): void {
    this.emit("quit", {}, code);
    const { chromium } = state;
    if (chromium === undefined) process.exit(code);
    chromium.removeAllListeners("exit");
    chromium.on("exit", () => process.exit(code));
    chromium.send("Browser.close").catch(() => undefined); // It may be gone already: then it has exited.
    setTimeout(() => {
      chromium.process.kill("SIGKILL");
      process.exit(code);
    }, 3000);
  }
}

export const app = strict("app", new App());
