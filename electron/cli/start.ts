import "./cold-start.js";
import path from "node:path";
import { runRemembered } from "./remembered-code.js";

/** The bundled program's file beside this one, named after its content; put in by the bundling (build/command-line.mjs). */
declare const PROGRAM: string;

/** What Node is given to run: the program of main.ts, its code remembered from an earlier run. */
runRemembered(path.join(import.meta.dirname, PROGRAM));
