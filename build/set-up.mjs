import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Runs before anything is installed, so it uses nothing but Node itself. */

const ROOT = path.dirname(import.meta.dirname);

/**
 * What the tests need of Debian: LibreOffice as the second opinion on workbooks and documents, the eyes to look at pages, and a
 * browser and a screen without glass for the window, and 7-Zip for packing it.
 */
const DEBIAN_PACKAGES = [
  ...["libreoffice-calc", "libreoffice-writer", "python3-uno", "python3-openpyxl"],
  ...["poppler-utils", "fonts-noto-cjk", "chromium", "xvfb", "xauth", "p7zip-full"],
];

/** Installs the npm packages exactly as locked, when they are missing or another state than the lock file's. Throws, naming what failed. */
export function installModules() {
  if (modulesAreCurrent()) return;
  console.error("正在安装 node_modules（npm ci）");
  const npm = process.env["npm_execpath"];
  const run =
    npm === undefined ? spawnSync("npm", ["ci"], quietly(true)) : spawnSync(process.execPath, [npm, "ci"], quietly());
  if (run.status !== 0) throw new Error(`node_modules 未能安装（npm ci）：\n${run.error?.message ?? run.stderr}`);
}

/**
 * Installs the Debian packages that are missing, those of the tests unless others are named. Throws, naming those that could not be
 * installed; nothing is left out in silence.
 */
export function installDebianPackages(names = DEBIAN_PACKAGES) {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  for (const name of missing) console.error(`正在安装 ${name}（apt-get）`);
  const log = aptGet(["update"]) + aptGet(["install", "-y", "--no-install-recommends", ...missing]);
  const failed = missing.filter((name) => !isInstalled(name));
  if (failed.length > 0) throw new Error(`未能安装：${failed.join("、")}\n${log}`);
}

/**
 * npm keeps beside the packages the lock file they were installed from. They are current when both name the same packages
 * with the same content; only packages for other platforms may be absent.
 */
function modulesAreCurrent() {
  const installedLock = path.join(ROOT, "node_modules", ".package-lock.json");
  if (!existsSync(installedLock)) return false;
  const wanted = lockedPackages(path.join(ROOT, "package-lock.json"));
  const installed = lockedPackages(installedLock);
  for (const [folder, { integrity, optional }] of Object.entries(wanted)) {
    const found = installed[folder];
    if (folder !== "" && (found === undefined ? optional !== true : found.integrity !== integrity)) return false;
  }
  return Object.keys(installed).every((folder) => folder in wanted);
}

/** @type {(file: string) => Record<string, { integrity?: string; optional?: boolean }>} */
function lockedPackages(file) {
  /** @type {{ packages: Record<string, { integrity?: string; optional?: boolean }> }} */
  const lock = JSON.parse(readFileSync(file, "utf8"));
  return lock.packages;
}

/** @type {(name: string) => boolean} */
function isInstalled(name) {
  const query = spawnSync("dpkg-query", ["--show", "--showformat=${db:Status-Status}", name], quietly());
  return query.status === 0 && query.stdout === "installed";
}

/** What apt-get said when it failed, else nothing. @type {(args: readonly string[]) => string} */
function aptGet(args) {
  const isRoot = process.getuid?.() === 0;
  const command = [
    ...(isRoot ? [] : ["sudo", "-n"]),
    "env",
    "DEBIAN_FRONTEND=noninteractive",
    "apt-get",
    "-q",
    ...args,
  ];
  const [program = "", ...rest] = command;
  const run = spawnSync(program, rest, quietly());
  return run.status === 0 ? "" : `${command.join(" ")}\n${run.error?.message ?? run.stderr}\n`;
}

/** @type {(shell?: boolean) => import("node:child_process").SpawnSyncOptionsWithStringEncoding} */
function quietly(shell = false) {
  return { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 64 * 1024 * 1024, shell };
}
