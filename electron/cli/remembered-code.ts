import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { constants, Script } from "node:vm";

/**
 * Runs a program that is one CommonJS file, compiled from what V8 remembered of an earlier run, and gives what it exports. A command line
 * runs for a fraction of a second; without this a third of it goes into compiling functions that were compiled a moment ago.
 *
 * What is remembered lies beside the file and is written when a run ends that found nothing of use there. V8 refuses what another version
 * or other flags of it wrote; it does not notice another program of the same length, so the file's name must change with its content.
 */
export function runRemembered(file: string): unknown {
  const memory = file.replace(/\.cjs$/, ".code");
  const source = `(function (module, exports, require, __filename, __dirname) {${readFileSync(file, "utf8")}\n})`;
  const script = new Script(source, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(existsSync(memory) ? { cachedData: readFileSync(memory) } : {}),
  });
  if (script.cachedDataRejected !== false) {
    process.once("exit", () => {
      remember(memory, script.createCachedData());
    });
  }
  const module: { exports: unknown } = { exports: {} };
  const run = script.runInThisContext() as (...scope: readonly unknown[]) => void;
  run(module, module.exports, createRequire(file), file, path.dirname(file));
  return module.exports;
}

/** In place by a rename: several processes may end at once. */
function remember(memory: string, code: Uint8Array): void {
  const draft = `${memory}.${process.pid}`;
  try {
    writeFileSync(draft, code);
    renameSync(draft, memory);
  } catch {
    // A folder that nobody may write to: the program has run, and the next run compiles as this one did.
  }
}
