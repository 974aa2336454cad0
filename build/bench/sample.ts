/** What one process measured, by name: milliseconds, megabytes and counts. */
export type Sample = Readonly<Record<string, number>>;

/** One side of a comparison. A process loads it, calls it once and ends. */
export interface Side {
  readonly measure: (argument: string) => Sample | Promise<Sample>;
}

/** The middle of several figures. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

/** Milliseconds that some work took, and what it gave. */
export function timed<Result>(work: () => Result): { readonly ms: number; readonly result: Result } {
  const begin = performance.now();
  const result = work();
  return { ms: performance.now() - begin, result };
}

/** The most memory this process has held so far, in megabytes. */
export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
