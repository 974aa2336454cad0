import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fingerprint } from "../built-from.mjs";
import { pack } from "./pack.mjs";
import { stage } from "./staging.mjs";
import { makeStandinFolder } from "./standin-folder.mjs";

const ROOT = path.dirname(path.dirname(import.meta.dirname));
const ALL = path.join(ROOT, "dist", "trial");
const SOURCES = [
  ...["shared", "electron", "renderer", "templates", "build/packing", "build/standin", "build/icons", "build/app.mjs"],
  ...["build/standin.mjs", "build/electron-builder.yml", "vite.config.ts", "package.json", "package-lock.json"],
];

const LOCK_LIFE_MS = 5 * 60 * 1000;
const TRIAL_LIFE_MS = 60 * 60 * 1000;

/** Nobody shall take a package with the stand-in for the program: its file says so, and so does what the system shows of it. */
const NOT_FOR_DELIVERY = {
  artifactName: "${name}-${version}-${os}-${arch}-NOT-FOR-DELIVERY.${ext}",
  "linux.synopsis": "公开表编辑器（仅供检查打包，不可交付）",
};

/**
 * The packages that can be made with the stand-in in Electron's place, to check how the program is packed: deb for both kinds of
 * processor and the Windows zip. `staged` is what went into them.
 *
 * @typedef {object} Trial
 * @property {string} staged
 * @property {string} linux folder of the packages and of the unpacked programs
 * @property {string} windows
 */

/**
 * Gives the trial packages, made first when a source is newer; throws with the builder's own words when one cannot be made. Those of other
 * sources may be in use by another process for a while.
 *
 * @type {() => Promise<Trial>}
 */
export async function builtTrial() {
  const folder = path.join(ALL, fingerprint(ROOT, SOURCES).slice(0, 16));
  await onlyOne(async () => {
    if (existsSync(folder)) return;
    removeOld();
    const draft = `${folder}.draft`;
    rmSync(draft, { recursive: true, force: true });
    const staged = path.join(draft, "staged");
    await stage(staged);
    await make(draft, staged, "linux", ["x64", "arm64"], "deb");
    await make(draft, staged, "windows", ["x64"], "zip");
    renameSync(draft, folder);
  });
  const [staged = "", linux = "", windows = ""] = ["staged", "linux", "windows"].map((name) => path.join(folder, name));
  return { staged, linux, windows };
}

/** Several test files want the packages at the same moment: one process makes them, the others wait. @type {(work: () => Promise<void>) => Promise<void>} */
async function onlyOne(work) {
  mkdirSync(ALL, { recursive: true });
  const lock = path.join(ALL, "lock");
  while (!taken(lock)) await wait(200);
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** A lock that its process left behind is as good as none. @type {(lock: string) => boolean} */
function taken(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > LOCK_LIFE_MS) rmSync(lock, { recursive: true });
    return false;
  }
}

function removeOld() {
  for (const name of readdirSync(ALL).filter((entry) => entry !== "lock")) {
    const old = path.join(ALL, name);
    if (Date.now() - statSync(old).mtimeMs > TRIAL_LIFE_MS) rmSync(old, { recursive: true });
  }
}

/** @type {(draft: string, staged: string, name: "linux" | "windows", archs: readonly string[], target: string) => Promise<void>} */
async function make(draft, staged, name, archs, target) {
  const platform = name === "linux" ? "linux" : "win32";
  const electron = path.join(draft, "electron", name);
  await makeStandinFolder(electron, platform);
  const work = path.join(draft, name);
  const packed = pack({ staged, electron, platform, archs, target, work, settings: NOT_FOR_DELIVERY });
  if ("reason" in packed) throw new Error(`${name}: ${packed.reason}\n${packed.log}`);
}
