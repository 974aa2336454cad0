import type { Chromium } from "./chromium.js";

/** What all parts of the stand-in know of the running program. */
interface State {
  chromium: Chromium | undefined;
  binary: string;
  /** What every process of this Chromium is started with. */
  flags: readonly string[];
  /** Windows are on a screen a person sees. */
  headed: boolean;
  readonly switches: Map<string, string>;
  appPath: string;
  /** The app was packed together with the binary. */
  packaged: boolean;
  manifest: Manifest;
  quitting: boolean;
}

/** What is read of the app's package.json. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly main?: string;
  readonly productName?: string;
}

export const state: State = {
  chromium: undefined,
  binary: "",
  flags: [],
  headed: false,
  switches: new Map(),
  appPath: "",
  packaged: false,
  manifest: { name: "electron", version: "0.0.0" },
  quitting: false,
};

/** The browser, once the app is ready. */
export function chromium(): Chromium {
  if (state.chromium === undefined) throw new Error("Cannot create BrowserWindow before app is ready");
  return state.chromium;
}
