import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BUNDLING } from "./bundling.mjs";

const ROOT = path.dirname(import.meta.dirname);
const ENTRY = path.join(ROOT, "electron", "cli", "main.ts");
const OUT = path.join(ROOT, "dist", "gongkai");
const BUNDLE = path.join(OUT, "main.mjs");
const STAMP = path.join(OUT, "built-from");

/** A chunk that no current bundle names may still be read by a process that started before the last build. */
const CHUNK_LIFE_MS = 60 * 60 * 1000;

/**
 * Gives the path of the command line as one program for Node, built first when a source is newer. Prints nothing. Several
 * processes may build at once: chunks are named after their content, and the entry is put in place last, by a rename.
 */
export async function builtCommandLine() {
  const sources = fingerprintOfSources();
  if (existsSync(BUNDLE) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return BUNDLE;
  await bundle();
  putInPlace(STAMP, sources);
  return BUNDLE;
}

/** Libraries behind a dynamic import() become chunks of their own and cost nothing until they are used. */
async function bundle() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    outdir: OUT,
    ...BUNDLING,
    chunkNames: "[name]-[hash]",
    splitting: true,
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "silent",
    write: false,
  });
  mkdirSync(OUT, { recursive: true });
  const entryLast = outputFiles.toSorted((a, b) => Number(a.path === BUNDLE) - Number(b.path === BUNDLE));
  for (const file of entryLast) putInPlace(file.path, file.contents);
  removeOldChunks(new Set(outputFiles.map((file) => file.path)));
}

/** @type {(current: ReadonlySet<string>) => void} */
function removeOldChunks(current) {
  for (const name of readdirSync(OUT)) {
    const file = path.join(OUT, name);
    const isOld = Date.now() - statSync(file).mtimeMs > CHUNK_LIFE_MS;
    if (isOld && file !== STAMP && !current.has(file)) rmSync(file, { force: true });
  }
}

/** @type {(file: string, content: string | Uint8Array) => void} */
function putInPlace(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

/** One text for the state of everything the bundle is made from. */
function fingerprintOfSources() {
  const files = [
    path.join(ROOT, "package-lock.json"),
    import.meta.filename,
    path.join(import.meta.dirname, "bundling.mjs"),
  ];
  for (const folder of ["shared", "electron"]) {
    for (const entry of readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) files.push(path.join(entry.parentPath, entry.name));
    }
  }
  const hash = createHash("sha256");
  for (const file of files.toSorted()) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${path.relative(ROOT, file)}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest("hex");
}
