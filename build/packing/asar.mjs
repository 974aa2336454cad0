import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * A folder's entry in an asar archive's header: either a folder, or a file with its place, size and the hash it must have.
 *
 * @typedef {object} AsarEntry
 * @property {Readonly<Record<string, AsarEntry>>} [files]
 * @property {string} [offset]
 * @property {number} [size]
 * @property {{ readonly hash: string }} [integrity]
 */

/**
 * The files of an asar archive by their path in it. Throws, naming the file, when one is not what the archive's header says it is: as
 * Electron does, which stops.
 *
 * @type {(archive: string) => ReadonlyMap<string, Buffer>}
 */
export function readAsar(archive) {
  const bytes = readFileSync(archive);
  // Two numbers of four bytes stand before the header and two before its text; the contents follow the header.
  const contents = 8 + bytes.readUInt32LE(4);
  /** @type {AsarEntry} */
  const header = JSON.parse(bytes.toString("utf8", 16, 16 + bytes.readUInt32LE(12)));
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const [name, { offset = "0", size = 0, integrity }] of filesIn(header, "")) {
    const from = contents + Number.parseInt(offset, 10);
    const content = bytes.subarray(from, from + size);
    const hash = createHash("sha256").update(content).digest("hex");
    if (hash !== integrity?.hash) throw new Error(`${archive}: ${name} is not what the archive's header says`);
    files.set(name, content);
  }
  return files;
}

/** @type {(folder: AsarEntry, above: string) => Generator<readonly [string, AsarEntry]>} */
function* filesIn(folder, above) {
  for (const [name, entry] of Object.entries(folder.files ?? {})) {
    if (entry.files === undefined) yield [above + name, entry];
    else yield* filesIn(entry, `${above}${name}/`);
  }
}
