/**
 * contextBridge. The page's own world and the preload's isolated one share the document but no objects, so calls cross as
 * synchronous events, whose detail Chromium clones between worlds. The same code runs on both sides.
 */
export class Bridge {
  private readonly kept = new Map<number, Called>();
  private readonly settling = new Map<number, Settling>();
  private readonly mark: string;
  private readonly own: string;
  private readonly other: string;
  private last = 0;
  private answer: Detail | undefined;
  // The page may replace these later.
  private readonly Crossing = window.CustomEvent;
  private readonly dispatch = window.dispatchEvent.bind(window);

  constructor(secret: string, side: "main" | "isolated") {
    this.mark = `${secret}:kind`;
    this.own = secret + side;
    this.other = secret + (side === "main" ? "isolated" : "main");
  }

  /** Begins to answer the other world. */
  listen(): void {
    window.addEventListener(this.own, (event) => this.receive((event as CustomEvent<Detail | null>).detail));
  }

  /** Puts something into the page's own world, frozen. */
  expose(key: string, api: unknown): void {
    this.tell({ op: "expose", key, value: this.pack(api) });
  }

  private receive(detail: Detail | null): void {
    if (detail === null) return; // It could not be cloned: call() notices.
    const { op, id = 0, key = "", value } = detail;
    if (op === "call") this.tell(this.carryOut(id, value));
    else if (op === "answer") this.answer = detail;
    else if (op === "settle") this.settle(id, detail);
    else Object.defineProperty(window, key, { value: frozen(this.unpack(value)), enumerable: true });
  }

  private tell(detail: Detail): void {
    this.dispatch(new this.Crossing(this.other, { detail }));
  }

  private call(id: number, args: readonly unknown[]): unknown {
    this.answer = undefined;
    this.tell({ op: "call", id, value: this.pack(args) });
    const given = this.takeAnswer();
    if (given === undefined) throw new Error("An object could not be cloned.");
    const value = this.unpack(given.value);
    if (given.ok === true) return value;
    throw value;
  }

  /** Set while the call was under way, unless what was to cross could not be cloned. */
  private takeAnswer(): Detail | undefined {
    return this.answer;
  }

  private carryOut(id: number, args: unknown): Detail {
    try {
      const called = this.kept.get(id);
      if (called === undefined) throw new Error("The function is gone.");
      return { op: "answer", ok: true, value: this.pack(called(...(this.unpack(args) as unknown[]))) };
    } catch (error) {
      return { op: "answer", ok: false, value: this.pack(error) };
    }
  }

  private settle(id: number, { ok, value }: Detail): void {
    const waiting = this.settling.get(id);
    this.settling.delete(id);
    if (ok === true) waiting?.resolve(this.unpack(value));
    else waiting?.reject(this.unpack(value));
  }

  private pack(value: unknown): unknown {
    return copied(value, (one) => {
      if (typeof one === "function") return { [this.mark]: "function", id: this.keep(one as Called) };
      if (typeof one === "symbol") throw new TypeError("A symbol cannot cross the contextBridge");
      if (one instanceof Promise) return { [this.mark]: "promise", id: this.settleLater(one) };
      if (one instanceof Error) return { [this.mark]: "error", message: one.message };
      return undefined;
    });
  }

  private unpack(value: unknown): unknown {
    return copied(value, (one) => {
      if (typeof one !== "object" || one === null || !(this.mark in one)) return undefined;
      const kind = (one as Record<string, unknown>)[this.mark];
      const { id, message } = one as unknown as { readonly id: number; readonly message: string };
      if (kind === "function") return (...args: unknown[]) => this.call(id, args);
      if (kind === "error") return new Error(message);
      return new Promise((resolve, reject) => this.settling.set(id, { resolve, reject }));
    });
  }

  private keep(called: Called): number {
    this.last += 1;
    this.kept.set(this.last, called);
    return this.last;
  }

  private settleLater(promise: Promise<unknown>): number {
    this.last += 1;
    const id = this.last;
    promise.then(
      (value) => this.tell({ op: "settle", id, ok: true, value: this.pack(value) }),
      (error: unknown) => this.tell({ op: "settle", id, ok: false, value: this.pack(error) }),
    );
    return id;
  }
}

type Called = (...args: unknown[]) => unknown;

interface Detail {
  readonly op: "call" | "answer" | "settle" | "expose";
  readonly id?: number;
  readonly ok?: boolean;
  readonly key?: string;
  readonly value?: unknown;
}

interface Settling {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Plain objects and lists are copied, because they may hold functions; `replaced` gives what stands for a value, or undefined for one
 * that crosses as it is. Shared references and circles stay what they are.
 */
function copied(value: unknown, replaced: (one: unknown) => unknown, seen = new Map<unknown, unknown>()): unknown {
  const instead = replaced(value);
  if (instead !== undefined) return instead;
  if (!Array.isArray(value) && Object.prototype.toString.call(value) !== "[object Object]") return value;
  if (seen.has(value)) return seen.get(value);
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? new Array<unknown>(value.length) : {};
  seen.set(value, copy);
  for (const [key, one] of Object.entries(value as object)) {
    (copy as Record<string, unknown>)[key] = copied(one, replaced, seen);
  }
  return copy;
}

function frozen(value: unknown): unknown {
  if (Object.prototype.toString.call(value) !== "[object Object]") return value;
  for (const one of Object.values(Object.freeze(value as object))) frozen(one);
  return value;
}
