import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

const ROOT = path.dirname(import.meta.dirname);
const OUT = path.join(ROOT, "dist", "app");
const PAGE = path.join(OUT, "page");
const STAMP = path.join(OUT, "built-from");

/** What a change of makes the program another one. */
const SOURCES = ["shared", "electron", "renderer", "vite.config.ts", "package-lock.json", "build/app.mjs"];

/** A file of an earlier build may still be asked for by a window that was opened before this one. */
const FILE_LIFE_MS = 60 * 60 * 1000;

/**
 * Gives the folder of the built program (main, preload and page), built first when a source is newer. Several processes may build at once:
 * the page's files are named after their content, and those that name others are put in place last, by a rename.
 */
export async function builtApp() {
  const sources = fingerprintOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return OUT;
  const draft = `${OUT}.${process.pid}`;
  try {
    await Promise.all([bundleShell(draft), bundlePage(path.join(draft, "page"))]);
    putInPlace(draft);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  writeFileSync(`${STAMP}.${process.pid}`, sources);
  renameSync(`${STAMP}.${process.pid}`, STAMP);
  return OUT;
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

/** @type {(folder: string) => Promise<void>} */
async function bundlePage(folder) {
  const { build } = await import("vite");
  await build({
    configFile: path.join(ROOT, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  });
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

/** One text for the state of everything the program is made from. */
function fingerprintOfSources() {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    const from = path.join(ROOT, source);
    const files = statSync(from).isDirectory() ? filesBelow(from).map((name) => path.join(from, name)) : [from];
    for (const file of files.toSorted()) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${path.relative(ROOT, file)}\0${mtimeMs}\0${size}\n`);
    }
  }
  return hash.digest("hex");
}

/** Every file below a folder, by its path in it with slashes. @type {(folder: string) => string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}
