import { EventEmitter } from "node:events";
import { app } from "./app.js";
import { setBounds } from "./page-target.js";
import { chromium, state } from "./state.js";
import { preventable, strict } from "./strict.js";
import { WebContents } from "./web-contents.js";

interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly show?: boolean;
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly backgroundColor?: string;
  readonly autoHideMenuBar?: boolean;
  readonly webPreferences?: Readonly<Record<string, unknown>>;
}

/** A window: one page of Chromium, on a screen or not. Names with a bar in front are not Electron's. */
export class BrowserWindow extends EventEmitter {
  private static _all: readonly BrowserWindow[] = [];

  readonly webContents: WebContents;
  private readonly _size: { readonly width: number; readonly height: number };
  private _isMaximized = false;
  private _title = "";

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow._all];
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow._all.find((window) => window.webContents === contents) ?? null;
  }

  constructor(options: WindowOptions = {}) {
    super();
    chromium();
    refuseUnsafe(options.webPreferences ?? {});
    const { width = 800, height = 600, webPreferences } = options;
    const preload = webPreferences?.["preload"];
    this._size = { width, height };
    const self = strict("BrowserWindow", this);
    this.webContents = new WebContents(
      { close: () => self.close(), mayClose: () => self._mayClose(), isReady: () => self.emit("ready-to-show") },
      this._size,
      {
        preload: typeof preload === "string" ? preload : undefined,
        // A window that is never shown; one that is, is made with show: false too and has a preload.
        isHidden: options.show === false && preload === undefined,
        runsScripts: webPreferences?.["javascript"] !== false,
      },
    );
    BrowserWindow._all = [...BrowserWindow._all, self];
    app.emit("web-contents-created", {}, this.webContents);
    return self;
  }

  close(): void {
    if (!this.isDestroyed() && this._mayClose()) this.destroy();
  }

  destroy(): void {
    if (this.isDestroyed()) return;
    void this._closeTarget();
    this._gone();
  }

  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  show(): void {
    this.focus();
  }

  focus(): void {
    void this._toFront();
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {
    this._isMaximized = false;
    void this._setState("normal");
  }

  maximize(): void {
    this._isMaximized = true;
    void this._setState("maximized");
  }

  isMaximized(): boolean {
    return this._isMaximized;
  }

  /** The size it was made with: what a person does to it later is not known here. */
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, ...this._size };
  }

  setTitle(title: string): void {
    this._title = title;
  }

  getTitle(): string {
    return this._title;
  }

  /** Chromium says that the page is no more. */
  _gone(): void {
    if (this.isDestroyed()) return;
    BrowserWindow._all = BrowserWindow._all.filter((window) => window.webContents !== this.webContents);
    this.webContents._gone();
    this.emit("closed");
    if (BrowserWindow._all.length > 0 || state.quitting) return;
    if (app.listenerCount("window-all-closed") > 0) app.emit("window-all-closed");
    else app.quit();
  }

  private _mayClose(): boolean {
    const event = preventable({});
    this.emit("close", event);
    return !event.defaultPrevented;
  }

  private async _toFront(): Promise<void> {
    await this.webContents._started;
    await this.webContents._cdp("Page.bringToFront");
  }

  private async _setState(windowState: string): Promise<void> {
    await this.webContents._started;
    await setBounds(this.webContents._target, { windowState });
  }

  private async _closeTarget(): Promise<void> {
    await this.webContents._started;
    await chromium()
      .send("Target.closeTarget", { targetId: this.webContents._target })
      .catch(() => undefined); // Chromium has gone, and the window with it.
  }
}

/** What would weaken the page's walls cannot be tried out here, so nobody may come to rely on it. */
function refuseUnsafe(preferences: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(REQUIRED)) {
    if ((preferences[key] ?? value) !== value)
      throw new Error(`electron stand-in: webPreferences.${key} must be ${value}`);
  }
}

const REQUIRED: Readonly<Record<string, boolean>> = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
};
