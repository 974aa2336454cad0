import type { Codec } from "../codec.js";
import type { FromPage, ToPage } from "../page-messages.js";

type Listener = (event: object, ...args: readonly unknown[]) => void;

/** The preload's end of the way to the main process. */
export class PageChannel {
  private readonly listeners = new Map<string, Listener[]>();
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  constructor(
    private readonly codec: Codec,
    private readonly post: (text: string) => void,
  ) {}

  tell(message: FromPage): void {
    this.post(this.codec.encode(message));
  }

  on(channel: string, listener: Listener): void {
    this.listeners.set(channel, [...(this.listeners.get(channel) ?? []), listener]);
  }

  invoke(channel: string, args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.last += 1;
      this.tell({ kind: "invoke", id: this.last, channel, args });
      this.waiting.set(this.last, { channel, resolve, reject });
    });
  }

  receive(text: string): void {
    const message = this.codec.decode(text) as ToPage;
    if (message.kind === "send") {
      for (const listener of this.listeners.get(message.channel) ?? []) listener({}, ...message.args);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.ok) waiting?.resolve(message.value);
    else waiting?.reject(new Error(`Error invoking remote method '${waiting.channel}': ${String(message.value)}`));
  }
}

interface Waiting {
  readonly channel: string;
  resolve(value: unknown): void;
  reject(error: Error): void;
}
