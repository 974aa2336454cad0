import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Whether a file is a package people are given. @type {(name: string) => boolean} */
export function isPackage(name) {
  return /\.(deb|zip|exe)$/.test(name);
}

/**
 * Writes SHA256SUMS beside the packages of a folder: by it, who receives them can tell that they arrived whole (sha256sum -c).
 *
 * @type {(folder: string) => void}
 */
export function writeSums(folder) {
  const lines = readdirSync(folder)
    .filter(isPackage)
    .toSorted()
    .map((name) => {
      const content = readFileSync(path.join(folder, name));
      return `${createHash("sha256").update(content).digest("hex")}  ${name}\n`;
    });
  writeFileSync(path.join(folder, "SHA256SUMS"), lines.join(""));
}
