import { Bridge } from "./bridge.js";

/** Runs in the page's own world before the page: the other end of the preload's contextBridge. */
declare const SECRET: string;

if (window === window.top) new Bridge(SECRET, "main").listen();
