import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BUNDLING } from "./bundling.mjs";

const ROOT = path.dirname(import.meta.dirname);
const CLI = path.join(ROOT, "electron", "cli");
const OUT = path.join(ROOT, "dist", "gongkai");
const START = path.join(OUT, "main.mjs");
const STAMP = path.join(OUT, "built-from");

/** What is done most often; the first run remembers its code for all later ones. */
const FIRST_RUN = ["check", path.join(ROOT, "templates", "yunnan-2020", "sample.xlsx"), "--json"];

/** A program that the current start does not name may still be read by a process that started before the last build. */
const PROGRAM_LIFE_MS = 60 * 60 * 1000;

/**
 * Gives the path of the command line as one program for Node, built first when a source is newer. Prints nothing. Several
 * processes may build at once: the program is named after its content, and the start that names it is put in place last, by a rename.
 */
export async function builtCommandLine() {
  const sources = fingerprintOfSources();
  if (existsSync(START) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return START;
  await bundle();
  putInPlace(STAMP, sources);
  return START;
}

async function bundle() {
  const program = await outputOf({
    entryPoints: { program: path.join(CLI, "main.ts") },
    ...BUNDLING,
    entryNames: "[name]-[hash]",
    sourcemap: "linked",
    sourcesContent: false,
  });
  const name = path.basename(program.find((file) => file.path.endsWith(".cjs"))?.path ?? "");
  const start = await outputOf({
    entryPoints: { main: path.join(CLI, "start.ts") },
    ...BUNDLING,
    outExtension: { ".js": ".mjs" },
    format: "esm",
    banner: {},
    define: { PROGRAM: JSON.stringify(name) },
  });
  mkdirSync(OUT, { recursive: true });
  for (const file of [...program, ...start]) putInPlace(file.path, file.contents);
  removeOldPrograms(path.parse(name).name);
  spawnSync(process.execPath, [START, ...FIRST_RUN], { stdio: "ignore" });
}

/** @type {(options: import("esbuild").BuildOptions) => Promise<readonly import("esbuild").OutputFile[]>} */
async function outputOf(options) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({ ...options, outdir: OUT, logLevel: "silent", write: false });
  return outputFiles;
}

/** @type {(current: string) => void} */
function removeOldPrograms(current) {
  for (const name of readdirSync(OUT)) {
    const file = path.join(OUT, name);
    const isOld = Date.now() - statSync(file).mtimeMs > PROGRAM_LIFE_MS;
    if (isOld && file !== STAMP && file !== START && !name.startsWith(current)) rmSync(file, { force: true });
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
  // Another Node remembers code in a form of its own.
  hash.update(`${process.version} ${process.arch}\0`);
  for (const file of files.toSorted()) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${path.relative(ROOT, file)}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest("hex");
}
