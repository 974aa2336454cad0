import { codecWith } from "../codec.js";
import type { WorldSetting } from "../page-messages.js";
import { Bridge } from "./bridge.js";
import { PageChannel } from "./ipc-renderer.js";
import { askForWindows, reportKeys } from "./window-habits.js";

/** Runs in an isolated world of the page before the page: what a sandboxed preload finds, and then the preload itself. */
declare const SETTING: WorldSetting;
declare const preload: (require: (name: string) => unknown, process: unknown, module: { exports: object }) => void;

/** In Chromium, not yet in TypeScript's library. */
interface Base64Bytes {
  toBase64(): string;
}
const Bytes = Uint8Array as unknown as { fromBase64(text: string): Uint8Array };

if (window === window.top) begin();

function begin(): void {
  const own = window as unknown as Record<string, (text: string) => void>;
  const post = own[SETTING.secret];
  if (post === undefined) throw new Error("the main process does not listen");
  const codec = codecWith({
    encode: (bytes) => (bytes as unknown as Base64Bytes).toBase64(),
    decode: (text) => Bytes.fromBase64(text),
  });
  const channel = new PageChannel(codec, post);
  own[SETTING.secret] = (text) => channel.receive(text);
  const page = new Bridge(SETTING.secret, "isolated");
  page.listen();
  reportKeys(channel, SETTING.accelerators);
  page.expose("open", askForWindows(channel));
  if (SETTING.askBeforeClose) window.addEventListener("beforeunload", (event) => event.preventDefault());

  const electron = missingBeyond("electron", {
    contextBridge: missingBeyond("contextBridge", {
      exposeInMainWorld: (key: string, api: unknown) => page.expose(key, api),
    }),
    ipcRenderer: missingBeyond("ipcRenderer", {
      on: (name: string, listener: (event: object, ...args: readonly unknown[]) => void) => channel.on(name, listener),
      invoke: (name: string, ...args: readonly unknown[]) => channel.invoke(name, args),
    }),
  });
  const { platform, versions } = SETTING;
  const process = Object.freeze({ platform, versions, type: "renderer", sandboxed: true, contextIsolated: true });
  const require = (name: string): unknown => {
    if (name !== "electron" && name !== "electron/renderer") throw new Error(`module not found: ${name}`);
    return electron;
  };
  preload(require, process, { exports: {} });
}

function missingBeyond<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === "symbol" || key in object) return Reflect.get(object, key, receiver);
      throw new Error(`electron stand-in: ${name}.${key} is not implemented`);
    },
  });
}
