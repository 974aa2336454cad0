import { codec } from "./node-codec.js";
import type { ToPage } from "./page-messages.js";
import { strict } from "./strict.js";

/** The frame a message comes from, as far as main processes look at it. */
export interface Frame {
  readonly url: string;
  readonly parent: null;
}

/** A page that sends messages. */
export interface Sender {
  readonly mainFrame: Frame;
  /** Hands an answer to the page's preload. */
  deliver(message: ToPage): Promise<void>;
}

interface InvokeEvent {
  readonly sender: Sender;
  readonly senderFrame: Frame;
}

type Handler = (event: InvokeEvent, ...args: readonly unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = strict("ipcMain", {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
});

/** Answers ipcRenderer.invoke: with the handler's result, or with its error's text in Electron's words. */
export async function answerInvoke(
  sender: Sender,
  id: number,
  channel: string,
  args: readonly unknown[],
): Promise<void> {
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const value = await handler({ sender, senderFrame: sender.mainFrame }, ...args);
    codec.encode(value);
    await sender.deliver({ kind: "result", id, ok: true, value });
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    await sender.deliver({ kind: "result", id, ok: false, value: String(error) });
  }
}
