#!/usr/bin/env node
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { builtCommandLine } from "./command-line.mjs";

/**
 * `npm run --silent gongkai -- COMMAND …`: the command line from a checkout. Runs the built program in this very process, so
 * its arguments, its output and its exit code are the program's own.
 */

if (!existsSync(path.join(path.dirname(import.meta.dirname), "node_modules"))) {
  console.error("缺少 node_modules，请先运行 npm ci。");
  process.exit(2);
}

/** @type {string} */
let program;
try {
  program = await builtCommandLine();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
process.argv[1] = program;
await import(pathToFileURL(program).href);
