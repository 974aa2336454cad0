import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

const ROOT = path.dirname(path.dirname(import.meta.dirname));
const BUILDER = path.join(ROOT, "node_modules", "electron-builder", "cli.js");
const CONFIG = path.join(ROOT, "build", "electron-builder.yml");

/** electron-builder speaks otherwise in colours and inside Vitest. */
const PLAIN = { FORCE_COLOR: "0", VITEST: undefined };

/** Where Debian puts the program that electron-builder makes zips with. */
const SEVEN_ZIP = "/usr/bin/7za";

/**
 * What is to be packed: the staged folder with Electron's files for one kind of machine. `settings` are further settings of
 * electron-builder, by their path in its configuration.
 *
 * @typedef {object} Packing
 * @property {string} staged
 * @property {string} electron
 * @property {"win32" | "linux"} platform
 * @property {readonly string[]} archs
 * @property {string} target
 * @property {string} work the folder in which the package is put together; what was there is removed
 * @property {Readonly<Record<string, string>>} [settings]
 * @property {string} [config] another configuration than the program's own
 */

/**
 * Packs with electron-builder and gives the files it made, or the reason why it could not.
 *
 * @type {(packing: Packing) => { readonly files: readonly string[] } | { readonly reason: string; readonly log: string }}
 */
export function pack({ staged, electron, platform, archs, target, work, settings = {}, config = CONFIG }) {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const all = { ...settings, "directories.app": staged, "directories.output": work, electronDist: electron };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...[BUILDER, platform === "win32" ? "--win" : "--linux", target, ...archs.map((arch) => `--${arch}`)],
      ...[
        "--config",
        config,
        "--publish",
        "never",
        ...Object.entries(all).map(([name, value]) => `-c.${name}=${value}`),
      ],
    ],
    { cwd: ROOT, encoding: "utf8", env: { ...tools(process.env), ...process.env, ...PLAIN } },
  );
  const log = stdout + stderr;
  if (status !== 0) return { reason: reasonIn(log), log };
  return {
    files: readdirSync(work)
      .filter((name) => /\.(deb|zip|exe)$/.test(name))
      .map((name) => path.join(work, name)),
  };
}

/** Whether what a kind of package is made with is on this machine; else electron-builder tries to download it. @type {(target: string, env?: NodeJS.ProcessEnv) => boolean} */
export function hasTool(target, env = process.env) {
  const at = { ...tools(env), ...env };
  if (target === "deb") return at["CUSTOM_FPM_PATH"] !== undefined;
  if (target === "zip") return at["ELECTRON_BUILDER_7ZIP_PATH"] !== undefined;
  return at["ELECTRON_BUILDER_NSIS_DIR"] !== undefined;
}

/** Moves packages into a folder and gives where they are now. @type {(files: readonly string[], folder: string) => string[]} */
export function moveInto(files, folder) {
  mkdirSync(folder, { recursive: true });
  return files.map((file) => {
    const to = path.join(folder, path.basename(file));
    renameSync(file, to);
    return to;
  });
}

/** Debian's own programs in place of what electron-builder would download; a variable that is set already stays. @type {(env: NodeJS.ProcessEnv) => NodeJS.ProcessEnv} */
function tools(env) {
  const inPath = (env["PATH"] ?? "").split(path.delimiter).some((folder) => existsSync(path.join(folder, "dpkg-deb")));
  return {
    ...(inPath ? { CUSTOM_FPM_PATH: path.join(import.meta.dirname, "fpm.mjs") } : {}),
    ...(existsSync(SEVEN_ZIP) ? { ELECTRON_BUILDER_7ZIP_PATH: SEVEN_ZIP } : {}),
  };
}

/** electron-builder marks what went wrong with a cross; what a configuration has wrong stands in the lines below. @type {(log: string) => string} */
function reasonIn(log) {
  const [, said] = /⨯ ([^]*?)\s+(?:failedTask=|$)/.exec(log) ?? [];
  const lines = (said ?? log.trim()).split("\n");
  const [first = "", ...rest] = said === undefined ? lines.slice(-1) : lines;
  return [first, ...rest.filter((line) => line.startsWith(" - "))].join("；").trim();
}
