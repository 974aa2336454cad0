import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { builtStandin } from "../standin.mjs";
import { electronVersion } from "./electron-folder.mjs";

/**
 * Folders of the shape of Electron's, for checking how the program is packed where Electron's own cannot be downloaded. On Linux
 * the stand-in takes the binary's place, so that the package runs; on Windows some other program does, so it does not.
 */

const SOME_WINDOWS_PROGRAM = path.join("node_modules", "electron-winstaller", "vendor", "rcedit.exe");
const ROOT = path.dirname(path.dirname(import.meta.dirname));

/** What the fuse tools look for in a binary: their mark, the version of the wire, how many fuses, and the fuses. */
const FUSES = Buffer.concat([
  Buffer.from("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX"),
  Buffer.from([1, 9]),
  Buffer.from("101101011"),
]);

/** @type {(folder: string, platform: "linux" | "win32") => Promise<void>} */
export async function makeStandinFolder(folder, platform) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, "resources"), { recursive: true });
  mkdirSync(path.join(folder, "locales"));
  if (platform === "linux") await addLinuxBinary(folder);
  else addWindowsBinary(folder);
  for (const name of ["zh-CN", "en-US", "de"]) writeFileSync(path.join(folder, "locales", `${name}.pak`), "");
  for (const name of ["LICENSE", "LICENSES.chromium.html"]) writeFileSync(path.join(folder, name), "stand-in\n");
  writeFileSync(path.join(folder, "version"), `${electronVersion()}-standin`);
}

/** The shell never reads as far as the fuses: it has become the program by then. @type {(folder: string) => Promise<void>} */
async function addLinuxBinary(folder) {
  const standin = await builtStandin();
  for (const name of ["boot.cjs", "isolated-world.js", "main-world.js"])
    cpSync(path.join(standin, name), path.join(folder, name));
  const starter = readFileSync(path.join(standin, "electron"));
  const binary = Buffer.concat([starter, Buffer.from("\nexit\n"), FUSES, Buffer.from("\n")]);
  writeFileSync(path.join(folder, "electron"), binary, { mode: 0o755 });
  writeFileSync(path.join(folder, "chrome-sandbox"), "stand-in\n", { mode: 0o755 });
}

/** @type {(folder: string) => void} */
function addWindowsBinary(folder) {
  const program = path.join(ROOT, SOME_WINDOWS_PROGRAM);
  if (!existsSync(program)) throw new Error(`缺 ${SOME_WINDOWS_PROGRAM}（electron-builder 带来的 Windows 程序）`);
  writeFileSync(path.join(folder, "electron.exe"), Buffer.concat([readFileSync(program), FUSES]));
}
