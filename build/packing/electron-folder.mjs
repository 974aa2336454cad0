import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { hasElectron } from "../runtime.mjs";

const ELECTRON = path.join(path.dirname(path.dirname(import.meta.dirname)), "node_modules", "electron");

/**
 * Electron's program files for one kind of machine: a zip of a release or an unpacked folder, or why there is none.
 *
 * @typedef {{ readonly found: string } | { readonly missing: string }} ElectronFiles
 */

/** @returns {string} the version that package.json pins */
export function electronVersion() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(path.join(ELECTRON, "package.json"), "utf8"));
  return version;
}

/**
 * Looks in the folder of zips that ELECTRON_DIST names, in node_modules, in Electron's download cache, and last on the network
 * (ELECTRON_MIRROR names another place to download from). What comes from cache or network is checked against the sums that came with
 * Electron's package.
 *
 * @type {(platform: string, arch: string, env?: NodeJS.ProcessEnv) => Promise<ElectronFiles>}
 */
export async function electronFilesFor(platform, arch, env = process.env) {
  const zip = `electron-v${electronVersion()}-${platform}-${arch}.zip`;
  const given = env["ELECTRON_DIST"];
  if (given !== undefined && existsSync(path.join(given, zip))) return { found: path.resolve(given, zip) };
  if (platform === process.platform && arch === process.arch && hasElectron())
    return { found: path.join(ELECTRON, "dist") };
  try {
    return { found: await download(platform, arch) };
  } catch (error) {
    return { missing: `缺 ${zip}（下载不到：${reasonOf(error)}）` };
  }
}

/** @type {(platform: string, arch: string) => Promise<string>} */
async function download(platform, arch) {
  const { downloadArtifact } = await import("@electron/get");
  /** @type {Record<string, string>} */
  const checksums = JSON.parse(readFileSync(path.join(ELECTRON, "checksums.json"), "utf8"));
  return downloadArtifact({ version: electronVersion(), platform, arch, artifactName: "electron", checksums });
}

/** The network's own reason stands behind the general one. @type {(error: unknown) => string} */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
