import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** The other programs that tests ask for a second opinion, and the Debian package each comes from. */
const PACKAGE_OF = {
  soffice: "libreoffice-calc",
  pdfinfo: "poppler-utils",
  pdftoppm: "poppler-utils",
  pdffonts: "poppler-utils",
  pdftotext: "poppler-utils",
} as const;

/** Debian's own Python: only it sees python3-uno and python3-openpyxl, whatever other Python comes first in PATH. */
const PYTHON = "/usr/bin/python3";

const LONGEST_MS = 55_000;

/** Where a program is. Throws with the name of the package to install; a test never passes because a tool was missing. */
export function toolPath(tool: keyof typeof PACKAGE_OF): string {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const found = folders.map((folder) => path.join(folder, tool)).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${tool} is missing: install ${PACKAGE_OF[tool]}`);
  return found;
}

/**
 * Opens a file in LibreOffice and saves it in another format (`pdf`, `xlsx`, `csv:…` as soffice names them) into `folder`.
 * Gives the new file's path. Each call has a profile of its own, so that calls at the same time do not disturb each other.
 */
export function convertDocument(file: string, format: string, folder: string): string {
  const profile = mkdtempSync(path.join(tmpdir(), "gongkai-office-"));
  try {
    const own = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    const command = [own, "--headless", "--norestore", "--convert-to", format, "--outdir", folder, file];
    const said = execFileSync(toolPath("soffice"), command, { encoding: "utf8", stdio: "pipe", timeout: LONGEST_MS });
    const result = path.join(folder, `${path.parse(file).name}.${format.replace(/:.*$/, "")}`);
    if (!existsSync(result)) throw new Error(`LibreOffice made no ${result}: ${said}`);
    return result;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Runs a Python script that may import uno and openpyxl; gives what it printed. A failing script throws with its message. */
export function runPython(script: string, args: readonly string[]): string {
  if (!existsSync(PYTHON)) throw new Error(`${PYTHON} is missing: install python3`);
  return execFileSync(PYTHON, ["-c", script, ...args], { encoding: "utf8", stdio: "pipe", timeout: LONGEST_MS });
}
