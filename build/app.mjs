import { cpSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { filesBelow, fingerprint, isBuiltFrom, noteBuiltFrom } from "./built-from.mjs";

const ROOT = path.dirname(import.meta.dirname);
const OUT = path.join(ROOT, "dist", "app");
const PAGE = path.join(OUT, "page");

/** What a change of makes the program another one. */
const SOURCES = ["shared", "electron", "renderer", "vite.config.ts", "package-lock.json", "build/app.mjs"];

/** A file of an earlier build may still be asked for by a window that was opened before this one. */
const FILE_LIFE_MS = 60 * 60 * 1000;

/**
 * Gives the folder of the built program (main, preload and page), built first when a source is newer. Several processes may build at once:
 * the page's files are named after their content, and those that name others are put in place last, by a rename.
 */
export async function builtApp() {
  const sources = fingerprint(ROOT, SOURCES);
  if (isBuiltFrom(OUT, sources)) return OUT;
  const draft = `${OUT}.${process.pid}`;
  try {
    await bundleApp(draft, { sourceMaps: true });
    putInPlace(draft);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  noteBuiltFrom(OUT, sources);
  return OUT;
}

/** The whole program into a folder: main, preload and page. @type {(folder: string, options: { sourceMaps: boolean }) => Promise<void>} */
export async function bundleApp(folder, { sourceMaps }) {
  await Promise.all([bundleShell(folder), bundlePage(path.join(folder, "page"), sourceMaps)]);
}

/** Main and preload: one CommonJS file each, because a sandboxed preload can load nothing. @type {(folder: string) => Promise<void>} */
async function bundleShell(folder) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: { main: path.join(ROOT, "electron/main.ts"), preload: path.join(ROOT, "electron/preload.ts") },
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["electron"],
    legalComments: "none",
    logLevel: "silent",
  });
}

/** @type {(folder: string, sourcemap: boolean) => Promise<void>} */
async function bundlePage(folder, sourcemap) {
  const { build } = await import("vite");
  const before = process.env["NODE_ENV"];
  // Test runners set it to "test", and components would be bundled for development, with the paths of their sources.
  process.env["NODE_ENV"] = "production";
  try {
    await build({
      configFile: path.join(ROOT, "vite.config.ts"),
      logLevel: "error",
      build: { outDir: folder, emptyOutDir: true, sourcemap },
    });
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
}

/** Hashed files first, then what names them. @type {(draft: string) => void} */
function putInPlace(draft) {
  mkdirSync(PAGE, { recursive: true });
  const last = ["page/index.html", "preload.cjs", "main.cjs"];
  const names = filesBelow(draft).filter((name) => !last.includes(name));
  for (const name of [...names, ...last]) {
    const to = path.join(OUT, name);
    mkdirSync(path.dirname(to), { recursive: true });
    cpSync(path.join(draft, name), `${to}.${process.pid}`);
    renameSync(`${to}.${process.pid}`, to);
  }
  removeOldFiles(new Set([...names, ...last].map((name) => path.join(OUT, name))));
}

/** @type {(current: ReadonlySet<string>) => void} */
function removeOldFiles(current) {
  for (const name of filesBelow(PAGE)) {
    const file = path.join(PAGE, name);
    if (!current.has(file) && Date.now() - statSync(file).mtimeMs > FILE_LIFE_MS) rmSync(file, { force: true });
  }
}
