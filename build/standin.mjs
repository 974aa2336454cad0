import { chmodSync, copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { fingerprint, isBuiltFrom, noteBuiltFrom } from "./built-from.mjs";

const ROOT = path.dirname(import.meta.dirname);
const SOURCES = ["build/standin", "build/standin.mjs", "build/packing/asar.mjs", "package-lock.json"];
const OUT = path.join(ROOT, "dist", "standin");

/** Gives the folder that Electron's package is told to find its binary in, built first when a source is newer. */
export async function builtStandin() {
  const sources = fingerprint(ROOT, SOURCES);
  if (isBuiltFrom(OUT, sources)) return OUT;
  const draft = `${OUT}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  await bundle(draft);
  copyFileSync(path.join(import.meta.dirname, "standin", "electron"), path.join(draft, "electron"));
  chmodSync(path.join(draft, "electron"), 0o755);
  mkdirSync(OUT, { recursive: true });
  for (const name of readdirSync(draft)) renameSync(path.join(draft, name), path.join(OUT, name));
  rmSync(draft, { recursive: true });
  noteBuiltFrom(OUT, sources);
  return OUT;
}

/** The main process's side as one CommonJS file, and what runs in each world of a page. @type {(folder: string) => Promise<void>} */
async function bundle(folder) {
  const { build } = await import("esbuild");
  const from = path.join(import.meta.dirname, "standin");
  /** @type {import("esbuild").BuildOptions} */
  const asOne = { outdir: folder, bundle: true, legalComments: "none", logLevel: "silent" };
  const worlds = ["main-world.ts", "isolated-world.ts"].map((name) => path.join(from, "worlds", name));
  await Promise.all([
    build({
      ...asOne,
      entryPoints: [path.join(from, "boot.ts")],
      outExtension: { ".js": ".cjs" },
      platform: "node",
      target: "node20",
      format: "cjs",
    }),
    build({ ...asOne, entryPoints: worlds, platform: "browser", target: "chrome140", format: "iife" }),
  ]);
}
