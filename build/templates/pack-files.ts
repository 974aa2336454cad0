import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Pack } from "../../shared/template/pack.js";
import { readPack } from "../../shared/template/read-pack.js";

/** The texts of a pack's folder by their path inside it, as `readPack` takes them. */
export function packFiles(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const texts = names.filter((name) => /\.(json|csv)$/.test(name)).sort();
  return new Map(
    texts.map((name) => [name.split(path.sep).join("/"), readFileSync(path.join(folder, name), "utf8")] as const),
  );
}

/** The pack of a folder; throws with every problem when it has some. */
export function loadPack(folder: string): Pack {
  const reading = readPack(packFiles(folder));
  if (reading.ok) return reading.pack;
  throw new Error(reading.problems.map((problem) => JSON.stringify(problem)).join("\n"));
}
