import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { BUNDLING } from "../bundling.mjs";
import { median, type Sample } from "./sample.js";

const HERE = import.meta.dirname;
/** The repository; bundled sides are told where things are. */
export const ROOT = path.dirname(path.dirname(HERE));
const OUT = path.join(ROOT, ".cache", "bench");

/** One side of a comparison and what it is told. */
export interface Entry {
  /** A file of this folder, without its ending. */
  readonly side: string;
  readonly argument: string;
}

/** Bundles the sides as the product is bundled; both sides of a comparison alike, so that loading counts equally. */
export async function bundleSides(names: readonly string[]): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  await build({
    entryPoints: [...new Set(["child", ...names])].map((name) => path.join(HERE, `${name}.ts`)),
    outdir: OUT,
    ...BUNDLING,
    logLevel: "warning",
  });
}

/** Measures several sides in turns, each time in a fresh process, so that all meet the machine in the same state. */
export function measureInTurns(entries: readonly Entry[], runs: number): readonly Sample[] {
  const samples = entries.map((): Sample[] => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, entry] of entries.entries()) samples[index]?.push(measureOnce(entry));
  }
  return samples.map(medians);
}

/** One measurement in a process of its own. */
export function measureOnce({ side, argument }: Entry): Sample {
  const args = ["--max-old-space-size=8192", path.join(OUT, "child.mjs"), path.join(OUT, `${side}.mjs`), argument];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${side} ${argument}\n${stderr}`);
  return JSON.parse(stdout) as Sample;
}

function medians(samples: readonly Sample[]): Sample {
  const names = Object.keys(samples[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(samples.map((sample) => sample[name] ?? Number.NaN))]));
}
