import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { answerInvoke, type Frame, type Sender } from "./ipc-main.js";
import { acceleratorKeys, pressKeys } from "./menu.js";
import { codec } from "./node-codec.js";
import { openAppTarget, openHeadlessTarget, type Place } from "./page-target.js";
import type { FromPage, ToPage, WorldSetting } from "./page-messages.js";
import { asKnown, asShown } from "./protocol.js";
import { chromium, state } from "./state.js";
import {
  listPrinters,
  type PdfOptions,
  type PrintDone,
  type Printer,
  printFile,
  type PrintOptions,
  printToPdf,
} from "./printing.js";
import { preventable, strict } from "./strict.js";

/** How a page was asked for: with or without a preload, seen or not, with or without scripts. */
interface PageSettings {
  readonly preload: string | undefined;
  readonly isHidden: boolean;
  readonly runsScripts: boolean;
}

/** What a page needs of the window around it. */
interface Owner {
  close(): void;
  mayClose(): boolean;
  isReady(): void;
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: "deny" | "allow" };

/** A page: a target of Chromium, with the preload in a world of its own. Names with a bar in front are not Electron's. */
export class WebContents extends EventEmitter implements Sender {
  static readonly _all = new Set<WebContents>();

  readonly _started: Promise<void>;
  _target = "";
  /** The address a load of the app's own is under way to. */
  _navigating: string | undefined;
  private readonly _secret = randomUUID();
  private _session = "";
  private _context: number | undefined;
  private _url = "";
  private _isLeaving = false;
  private _isDestroyed = false;
  private _openHandler: OpenHandler | undefined;

  static fromDevToolsTargetId(target: string): WebContents | undefined {
    return [...WebContents._all].find((contents) => contents._target === target);
  }

  constructor(
    readonly _owner: Owner,
    place: Place,
    settings: PageSettings,
  ) {
    super();
    const self = strict("webContents", this);
    WebContents._all.add(self);
    this._started = self._start(place, settings);
    this._started.catch((error: unknown) => console.error(error));
    return self;
  }

  get mainFrame(): Frame {
    return { url: this._url, parent: null };
  }

  close(): void {
    this._owner.close();
  }

  isDestroyed(): boolean {
    return this._isDestroyed;
  }

  send(channel: string, ...args: readonly unknown[]): void {
    void this.deliver({ kind: "send", channel, args });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this._openHandler = handler;
  }

  /** Chromium answers nothing: whoever would is gone. */
  forcefullyCrashRenderer(): void {
    this._cdp("Page.crash").catch(() => undefined);
  }

  cut(): void {
    this._editing("cut");
  }

  copy(): void {
    this._editing("copy");
  }

  paste(): void {
    this._editing("paste");
  }

  async printToPDF(options: PdfOptions = {}): Promise<Buffer> {
    await this._started;
    return printToPdf(<Answer>(method: string, params: object) => this._cdp<Answer>(method, params), options);
  }

  getPrintersAsync(): Promise<readonly Printer[]> {
    return listPrinters();
  }

  print(options: PrintOptions, done: PrintDone): void {
    void this.printToPDF({ preferCSSPageSize: true, printBackground: options.printBackground ?? false }).then(
      (pdf) => printFile(pdf, options, done),
      (error: unknown) => done(false, String(error)),
    );
  }

  async loadURL(url: string): Promise<void> {
    await this._started;
    this._navigating = url;
    const loaded = new Promise((resolve) => this.once("did-finish-load", resolve));
    const { errorText } = await this._cdp<{ errorText?: string }>("Page.navigate", { url: asShown(url) });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
    // The blank page it began with is not there to go back to.
    await this._cdp("Page.resetNavigationHistory");
  }

  /** Hands a message to the preload; one that comes when there is none is lost, as in Electron. */
  async deliver(message: ToPage): Promise<void> {
    const text = codec.encode(message);
    await this._started;
    if (this._context === undefined) return;
    await this._cdp("Runtime.callFunctionOn", {
      functionDeclaration: `function (text) { globalThis[${JSON.stringify(this._secret)}](text) }`,
      arguments: [{ value: text }],
      executionContextId: this._context,
    }).catch((error: unknown) => this._isDestroyed || console.error(error));
  }

  _gone(): void {
    WebContents._all.delete(this);
    this._isDestroyed = true;
    this.emit("destroyed");
  }

  _open(url: string): void {
    const { action } = this._openHandler?.({ url: asKnown(url) }) ?? { action: "allow" };
    if (action === "allow") console.error(`electron stand-in: child windows are not implemented (${url})`);
  }

  _cdp<Answer = unknown>(method: string, params: object = {}): Promise<Answer> {
    return chromium().send<Answer>(method, params, this._session);
  }

  private async _start(place: Place, { preload, isHidden, runsScripts }: PageSettings): Promise<void> {
    const opened = state.headed && !isHidden ? await openAppTarget(place) : await openHeadlessTarget(place, isHidden);
    this._target = opened.target;
    this._session = opened.session;
    this._listen(preload ?? "");
    await Promise.all([
      this._cdp("Page.enable"),
      this._cdp("Runtime.enable"),
      this._cdp("Inspector.enable"),
      this._cdp("Emulation.setScriptExecutionDisabled", { value: !runsScripts }),
    ]);
    if (preload === undefined) return;
    await Promise.all([
      this._cdp("Runtime.addBinding", { name: this._secret, executionContextName: this._secret }),
      this._cdp("Page.addScriptToEvaluateOnNewDocument", { source: mainWorld(this._secret) }),
      this._cdp("Page.addScriptToEvaluateOnNewDocument", {
        worldName: this._secret,
        source: isolatedWorld(this._secret, preload),
      }),
    ]);
  }

  private _listen(preload: string): void {
    this._on("Runtime.executionContextCreated", ({ context }) => {
      const isOurs = context.name === this._secret && context.auxData.frameId === this._target;
      if (isOurs) this._context = context.id;
    });
    this._on("Runtime.executionContextsCleared", () => (this._context = undefined));
    this._on("Runtime.bindingCalled", ({ name, payload, executionContextId }) => {
      if (name === this._secret && executionContextId === this._context) this._receive(payload);
    });
    this._on("Runtime.exceptionThrown", ({ exceptionDetails: { executionContextId, exception, text } }) => {
      if (executionContextId !== this._context) return;
      console.error(`Unable to load preload script: ${preload}\n${exception?.description ?? text}`);
    });
    this._on("Page.frameNavigated", ({ frame }) => {
      if (frame.id === this._target && !BLANK.test(frame.url)) this._url = asKnown(frame.url);
    });
    this._on("Page.loadEventFired", () => {
      if (this._url === "") return;
      this.emit("did-finish-load", {});
      this._owner.isReady();
    });
    this._on("Page.frameRequestedNavigation", ({ frameId }) => {
      if (frameId === this._target) this._isLeaving = true;
    });
    this._on("Page.javascriptDialogOpening", ({ type }) => {
      if (type === "beforeunload") this._onBeforeUnload();
    });
    this._on("Inspector.targetCrashed", () => this.emit("render-process-gone", {}, { reason: "crashed", exitCode: 1 }));
  }

  private _on<Name extends keyof PageEvents>(name: Name, listener: (params: PageEvents[Name]) => void): void {
    chromium().on(`${this._session} ${name}`, listener);
  }

  private _receive(text: string): void {
    const message = codec.decode(text) as FromPage;
    if (message.kind === "open") this._open(message.url);
    else if (message.kind === "keys") pressKeys(message.keys, this._owner);
    else void answerInvoke(this, message.id, message.channel, message.args);
  }

  /** A person closes the window, or the page is being left. */
  private _onBeforeUnload(): void {
    const leaving = this._isLeaving || this._navigating !== undefined;
    this._isLeaving = false;
    const accept = leaving || this._owner.mayClose();
    void this._cdp("Page.handleJavaScriptDialog", { accept });
  }

  private _editing(command: string): void {
    void this._cdp("Input.dispatchKeyEvent", { type: "rawKeyDown", commands: [command] });
  }

  /** Whether the app lets the page go to another address; its own loads are not asked about. */
  _mayNavigate(url: string): boolean {
    if (this._navigating === url) {
      this._navigating = undefined;
      return true;
    }
    const event = preventable({ url, isMainFrame: true });
    this.emit("will-navigate", event, url);
    return !event.defaultPrevented;
  }
}

/** Those events of the DevTools protocol that are listened to, as far as they are read. */
interface PageEvents {
  "Runtime.executionContextCreated": { context: { id: number; name: string; auxData: { frameId?: string } } };
  "Runtime.executionContextsCleared": undefined;
  "Runtime.bindingCalled": { name: string; payload: string; executionContextId: number };
  "Runtime.exceptionThrown": {
    exceptionDetails: { executionContextId?: number; exception?: { description?: string }; text: string };
  };
  "Page.frameNavigated": { frame: { id: string; url: string } };
  "Page.loadEventFired": undefined;
  "Page.frameRequestedNavigation": { frameId: string };
  "Page.javascriptDialogOpening": { type: string };
  "Inspector.targetCrashed": undefined;
}

/** What a window shows before its first load. */
const BLANK = /^(about:blank$|data:text\/html,<!--)/;

function mainWorld(secret: string): string {
  return `(() => { const SECRET = ${JSON.stringify(secret)}; ${bundled("main-world.js")} })()`;
}

function isolatedWorld(secret: string, preload: string): string {
  const setting: WorldSetting = {
    secret,
    askBeforeClose: state.headed,
    accelerators: acceleratorKeys(),
    versions: { ...process.versions },
    platform: process.platform,
  };
  return `(() => {
    const SETTING = ${JSON.stringify(setting)};
    const preload = function (require, process, module) { const exports = module.exports; ${readFileSync(preload, "utf8")}
    };
    ${bundled("isolated-world.js")}
  })() //# sourceURL=${preload}`;
}

/** A world's program, bundled beside the main one. */
function bundled(name: string): string {
  return readFileSync(path.join(__dirname, name), "utf8");
}
