import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleApp } from "../app.mjs";

const ROOT = path.dirname(path.dirname(import.meta.dirname));

/** What of package.json the packed program needs: the rest speaks of building it. */
const MANIFEST = ["name", "version", "productName", "description", "main", "license"];

/**
 * Puts what goes into every package into a new folder: the program bundled anew (the folder that tests run from still holds files of
 * earlier builds), without source maps, and the packs.
 *
 * @type {(folder: string) => Promise<void>}
 */
export async function stage(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  /** @type {Record<string, unknown>} */
  const all = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  const own = Object.fromEntries(MANIFEST.map((field) => [field, all[field]]));
  writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(own, undefined, 2)}\n`);
  await bundleApp(path.join(folder, "dist", "app"), { sourceMaps: false });
  cpSync(path.join(ROOT, "templates"), path.join(folder, "templates"), { recursive: true });
}
