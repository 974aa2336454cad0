import { createRequire } from "node:module";
import { runRemembered } from "../../electron/cli/remembered-code.js";
import type { Side } from "./sample.js";

/**
 * The process of one measurement: loads one side's bundle, lets it measure, and prints what it found as one line of JSON.
 * Loading is timed too, because a program's first run begins with it. A remembered side starts as the command line does.
 */
const [bundle = "", argument = "", how] = process.argv.slice(2);

async function load(): Promise<Side> {
  if (how !== "remembered") return createRequire(import.meta.url)(bundle) as Side;
  await import("../../electron/cli/cold-start.js");
  return runRemembered(bundle) as Side;
}

const begin = performance.now();
void load().then(async (side) => {
  const loadMs = performance.now() - begin;
  const sample = await side.measure(argument);
  console.log(JSON.stringify({ loadMs, ...sample }));
});
