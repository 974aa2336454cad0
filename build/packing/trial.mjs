import { renameSync, rmSync } from "node:fs";
import path from "node:path";
import { fingerprint, isBuiltFrom, noteBuiltFrom } from "../built-from.mjs";
import { pack } from "./pack.mjs";
import { stage } from "./staging.mjs";
import { makeStandinFolder } from "./standin-folder.mjs";

const ROOT = path.dirname(path.dirname(import.meta.dirname));
const OUT = path.join(ROOT, "dist", "trial");
const SOURCES = [
  ...["shared", "electron", "renderer", "templates", "build/packing", "build/standin", "build/icons", "build/app.mjs"],
  ...["build/standin.mjs", "build/electron-builder.yml", "vite.config.ts", "package.json", "package-lock.json"],
];

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

/** Gives the trial packages, made first when a source is newer; throws with the builder's own words when one cannot be made. @type {() => Promise<Trial>} */
export async function builtTrial() {
  const sources = fingerprint(ROOT, SOURCES);
  const made = { staged: path.join(OUT, "staged"), linux: path.join(OUT, "linux"), windows: path.join(OUT, "windows") };
  if (isBuiltFrom(OUT, sources)) return made;
  const draft = `${OUT}.${process.pid}`;
  try {
    const staged = path.join(draft, "staged");
    await stage(staged);
    await make(draft, staged, "linux", ["x64", "arm64"], "deb");
    await make(draft, staged, "windows", ["x64"], "zip");
    rmSync(OUT, { recursive: true, force: true });
    renameSync(draft, OUT);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  noteBuiltFrom(OUT, sources);
  return made;
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
