import type { Browser, Page } from "playwright";
import { median } from "./sample.js";

/** What one action cost on the page's main thread, in milliseconds. */
export interface ActionCost {
  /** Processor time in script until the first repaint, so that other programs on the machine do not count. */
  readonly toRepaint: number;
  /** Processor time in script until everything is quiet again: lists and marks that follow a beat later included. */
  readonly script: number;
  /** Processor time in style, layout and painting. */
  readonly drawing: number;
  /** From the key or click until the last frame it caused was handed over, by the clock. */
  readonly toFrame: number;
}

/** The median and the 95th percentile of many actions. */
export interface Spread {
  readonly median: number;
  readonly high: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

const CATEGORIES = ["devtools.timeline", "blink.user_timing", "toplevel"];
const SCRIPT: ReadonlySet<string> = new Set([
  "EventDispatch",
  "FunctionCall",
  "RunMicrotasks",
  "FireAnimationFrame",
  "TimerFire",
  "v8.callFunction",
]);
const DRAWING: ReadonlySet<string> = new Set(["UpdateLayoutTree", "Layout", "PrePaint", "Paint", "Layerize", "Commit"]);

/** Runs an action many times under Chromium's own trace, waiting until the page is quiet; what prepares it does not count. */
export async function traced(
  browser: Browser,
  page: Page,
  times: number,
  action: (turn: number) => Promise<void>,
  prepare: (turn: number) => Promise<void> = () => Promise.resolve(),
): Promise<readonly ActionCost[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  for (let turn = 0; turn < times; turn += 1) {
    await prepare(turn);
    await page.waitForTimeout(60);
    await page.evaluate(() => performance.mark("bench-begin"));
    await action(turn);
    await page.waitForTimeout(120);
    await page.evaluate(() => performance.mark("bench-end"));
  }
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly TraceEvent[] };
  return costs(trace.traceEvents);
}

/** The spread of one kind of cost. */
export function spreadOf(all: readonly ActionCost[], part: keyof ActionCost): Spread {
  const figures = all.map((cost) => cost[part]).toSorted((a, b) => a - b);
  return { median: median(figures), high: figures[Math.floor(figures.length * 0.95)] ?? 0 };
}

function costs(events: readonly TraceEvent[]): readonly ActionCost[] {
  const begun = events.filter(({ name }) => name === "bench-begin");
  const [first] = begun;
  if (first === undefined) throw new Error("nothing was traced");
  const own = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid).toSorted((a, b) => a.ts - b.ts);
  const ends = own.filter(({ name }) => name === "bench-end");
  return begun
    .toSorted((a, b) => a.ts - b.ts)
    .map((begin, turn) => {
      const end = ends[turn]?.ts ?? Number.POSITIVE_INFINITY;
      return costOf(own.filter(({ ts, ph }) => ph === "X" && ts > begin.ts && ts < end));
    });
}

function costOf(events: readonly TraceEvent[]): ActionCost {
  const input = events.find(({ name, args }) => name === "EventDispatch" && isInput(args?.data?.type))?.ts ?? 0;
  const frames = events.filter(({ name, ts }) => DRAWING.has(name) && ts > input);
  const last = frames.at(-1);
  const repaint = events.find(({ name, ts }) => name === "Paint" && ts > input)?.ts ?? Number.POSITIVE_INFINITY;
  return {
    toRepaint: outermost(
      events.filter(({ ts }) => ts < repaint),
      SCRIPT,
    ),
    script: outermost(events, SCRIPT),
    drawing: outermost(events, DRAWING),
    toFrame: last === undefined ? 0 : (last.ts + (last.dur ?? 0) - input) / 1000,
  };
}

function isInput(type: string | undefined): boolean {
  return type === "keydown" || type === "mousedown";
}

/** The time of events of some names, those within others of them left out. */
function outermost(events: readonly TraceEvent[], names: ReadonlySet<string>): number {
  let [sum, until] = [0, 0];
  for (const { name, ts, dur = 0, tdur = dur } of events) {
    if (!names.has(name) || ts < until) continue;
    sum += tdur;
    until = ts + dur;
  }
  return sum / 1000;
}
