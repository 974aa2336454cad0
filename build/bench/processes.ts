import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
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
  /** Started as the command line starts: its code remembered from an earlier run. Absent: as Node starts any program. */
  readonly isRemembered?: true;
}

/** Bundles the sides as the product is bundled; both sides of a comparison alike, so that loading counts equally. */
export async function bundleSides(names: readonly string[]): Promise<void> {
  // Code remembered of an earlier bundle of the same name would be taken for this one's.
  rmSync(OUT, { recursive: true, force: true });
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
  for (const entry of entries) if (entry.isRemembered === true) measureOnce(entry);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, entry] of entries.entries()) samples[index]?.push(measureOnce(entry));
  }
  return samples.map(medians);
}

/** One measurement in a process of its own. */
export function measureOnce({ side, argument, isRemembered }: Entry): Sample {
  const bundle = path.join(OUT, `${side}.cjs`);
  const how = isRemembered === true ? "remembered" : "plain";
  const args = ["--max-old-space-size=8192", path.join(OUT, "child.cjs"), bundle, argument, how];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${side} ${argument}\n${stderr}`);
  return JSON.parse(stdout) as Sample;
}

function medians(samples: readonly Sample[]): Sample {
  const names = Object.keys(samples[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(samples.map((sample) => sample[name] ?? Number.NaN))]));
}
