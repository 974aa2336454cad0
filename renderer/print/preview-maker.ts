import type { Failure } from "../../shared/failure.js";
import type { HostFailure, HostResult } from "../../shared/host/contract.js";
import type { Result } from "../../shared/result.js";
import { WorkEnded, WorkerBroken } from "../session/worker-client.js";
import type { PagesWish, PrintedPages, Progress } from "../worker/protocol.js";

/** What is to be shown, without the session: that is whatever stands when it is made. */
export type PreviewWish = Omit<PagesWish, "fingerprint">;

/** A preview: the pages as they go to the printer, and the same as PDF. */
export interface MadePreview extends PrintedPages {
  readonly wish: PreviewWish;
  readonly pdf: Uint8Array;
}

/** What the print page shows. The last preview stays until the next one is there. */
export interface PreviewState {
  readonly made: MadePreview | undefined;
  /** What is being done; undefined when nothing is. */
  readonly step: Progress | "making-pdf" | undefined;
  /** Why the last wish could not be made. */
  readonly failure: PreviewFailure | undefined;
}

/** The pages could not be made, the machine made no PDF of them, or the worker that makes them broke and no other could. */
export type PreviewFailure =
  | { readonly by: "pages"; readonly failure: Failure }
  | { readonly by: "machine"; readonly failure: HostFailure }
  | { readonly by: "worker" };

/** Who makes pages and PDF, and how time passes. */
export interface PreviewPorts {
  readonly pages: (wish: PreviewWish, progress: (step: Progress) => void) => Promise<Result<PrintedPages>>;
  readonly pdf: (html: string) => Promise<HostResult<Uint8Array>>;
  readonly later: (milliseconds: number) => Promise<void>;
}

/** Who types or ticks several things in a row gets one preview. */
const SETTLING_MS = 300;

/** Makes previews one after the other, always for the newest wish; what was overtaken is dropped unseen. */
export class PreviewMaker {
  private readonly listeners = new Set<() => void>();
  private state: PreviewState = { made: undefined, step: undefined, failure: undefined };
  private wanted: PreviewWish | undefined;
  private running = false;

  constructor(private readonly ports: PreviewPorts) {}

  current = (): PreviewState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Asks for a preview; undefined: for none, because nothing is chosen or the page is left. */
  want(wish: PreviewWish | undefined): void {
    this.wanted = wish;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      let done: PreviewWish | undefined;
      while (this.wanted !== done) {
        const wish = this.wanted;
        if (wish !== undefined) await this.make(wish);
        if (this.wanted === wish) done = wish;
      }
    } catch (error) {
      if (error instanceof WorkerBroken) this.show({ made: undefined, failure: { by: "worker" } });
      // The workbook was closed, and its worker with it.
      else if (!(error instanceof WorkEnded)) throw error;
    } finally {
      this.running = false;
      this.show({ step: undefined });
    }
  }

  private async make(wish: PreviewWish): Promise<void> {
    const isOvertaken = (): boolean => this.wanted !== wish;
    this.show({ step: "checking" });
    if (this.state.made !== undefined) await this.ports.later(SETTLING_MS);
    if (isOvertaken()) return;
    const pages = await this.ports.pages(wish, (step) => this.show({ step }));
    if (isOvertaken()) return;
    if (!pages.ok) return this.show({ made: undefined, failure: { by: "pages", failure: pages.failure } });
    this.show({ step: "making-pdf" });
    const pdf = await this.ports.pdf(pages.value.html);
    if (isOvertaken()) return;
    if (!pdf.ok) return this.show({ made: undefined, failure: { by: "machine", failure: pdf.failure } });
    this.show({ made: { ...pages.value, wish, pdf: pdf.value }, failure: undefined });
  }

  private show(news: Partial<PreviewState>): void {
    this.state = { ...this.state, ...news };
    for (const listener of this.listeners) listener();
  }
}
