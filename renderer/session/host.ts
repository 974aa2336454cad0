import type { Host } from "../../shared/host/contract.js";

declare global {
  interface Window {
    /** The machine, put here by the preload before the page's first line runs. */
    readonly host?: Host;
  }
}

/** The machine the window runs on. A page without it was not opened by the program: a defect, and it throws. */
export function host(): Host {
  if (window.host === undefined) throw new Error("the page was opened without its host");
  return window.host;
}
