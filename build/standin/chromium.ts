import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import type { Readable, Writable } from "node:stream";

/** A Chromium process driven over --remote-debugging-pipe: JSON between NULs on descriptors 3 and 4, no port anybody could reach. */
export class Chromium extends EventEmitter {
  readonly process: ChildProcess;
  private readonly pending = new Map<number, Pending>();
  private readonly to: Writable;
  private last = 0;

  constructor(binary: string, args: readonly string[]) {
    super();
    this.setMaxListeners(0);
    this.process = spawn(binary, ["--remote-debugging-pipe", ...args], {
      stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    });
    this.to = this.process.stdio[3] as Writable;
    // A Chromium that has gone: 'exit' says so.
    this.to.on("error", () => undefined);
    splitAtNul(this.process.stdio[4] as Readable, (text) => this.receive(JSON.parse(text) as Message));
    this.process.on("exit", () => {
      for (const waiting of this.pending.values()) waiting.reject(new Error("Chromium has gone"));
      this.pending.clear();
      this.emit("exit");
    });
  }

  /** Sends a command of the DevTools protocol, to the browser or to one of its pages; gives its result. */
  send<Answer = unknown>(method: string, params: object = {}, sessionId?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.process.exitCode !== null) {
        reject(new Error("Chromium has gone"));
        return;
      }
      this.last += 1;
      this.pending.set(this.last, { resolve: (result) => resolve(result as Answer), reject, method });
      this.to.write(`${JSON.stringify({ id: this.last, method, params, sessionId })}\0`);
    });
  }

  private receive({ id, method, params, sessionId, result, error }: Message): void {
    if (id === undefined) return void this.emit(sessionId === undefined ? method : `${sessionId} ${method}`, params);
    const waiting = this.pending.get(id);
    this.pending.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
  }
}

interface Pending {
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Message {
  readonly id?: number;
  readonly method: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Calls for each text between NULs, however the stream cuts them. */
export function splitAtNul(stream: Readable, found: (text: string) => void): void {
  let rest: Buffer[] = [];
  stream.on("data", (data: Buffer) => {
    let chunk = data;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0)) {
      const text = Buffer.concat([...rest, chunk.subarray(0, end)]).toString("utf8");
      rest = [];
      chunk = chunk.subarray(end + 1);
      found(text);
    }
    if (chunk.length > 0) rest.push(chunk);
  });
}
