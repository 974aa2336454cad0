import { pathToFileURL } from "node:url";
import type { Side } from "./sample.js";

/**
 * The process of one measurement: loads one side's bundle, lets it measure, and prints what it found as one line of JSON.
 * Loading is timed too, because a program's first run begins with it.
 */
const [bundle = "", argument = ""] = process.argv.slice(2);
const begin = performance.now();
const side = (await import(pathToFileURL(bundle).href)) as Side;
const loadMs = performance.now() - begin;
const sample = await side.measure(argument);
console.log(JSON.stringify({ loadMs, ...sample }));
