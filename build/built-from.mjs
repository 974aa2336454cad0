import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Whether something built must be built anew: a text for the state of its sources, kept beside it. */

const STAMP = "built-from";

/** One text for the state of these files and folders. @type {(root: string, sources: readonly string[]) => string} */
export function fingerprint(root, sources) {
  const hash = createHash("sha256");
  for (const source of sources) {
    const from = path.join(root, source);
    const files = statSync(from).isDirectory() ? filesBelow(from).map((name) => path.join(from, name)) : [from];
    for (const file of files.toSorted()) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${path.relative(root, file)}\0${mtimeMs}\0${size}\n`);
    }
  }
  return hash.digest("hex");
}

/** @type {(folder: string, sources: string) => boolean} */
export function isBuiltFrom(folder, sources) {
  const stamp = path.join(folder, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === sources;
}

/** @type {(folder: string, sources: string) => void} */
export function noteBuiltFrom(folder, sources) {
  const draft = path.join(folder, `${STAMP}.${process.pid}`);
  writeFileSync(draft, sources);
  renameSync(draft, path.join(folder, STAMP));
}

/** Every file below a folder, by its path in it with slashes. @type {(folder: string) => string[]} */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}
