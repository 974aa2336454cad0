import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { compileRules, type CompiledFormula } from "../../shared/calc/compiled-rules.js";
import { failure } from "../../shared/failure.js";
import { refusal, success, type Result } from "../../shared/result.js";
import { packProblemText, ruleProblemText } from "../../shared/messages/pack-problem-text.js";
import type { Pack } from "../../shared/template/pack.js";
import { readPack } from "../../shared/template/read-pack.js";

/** A pack ready for use, and where its template files lie. */
export interface InstalledPack {
  readonly pack: Pack;
  readonly formulas: readonly CompiledFormula[];
  readonly folder: string;
}

/** Every pack below the program's templates/ folder, by id. A pack that cannot be read fails with all its problems. */
export function readInstalledPacks(): Result<readonly InstalledPack[]> {
  const root = templatesFolder(import.meta.dirname);
  const packs: InstalledPack[] = [];
  for (const name of readdirSync(root).toSorted()) {
    const folder = path.join(root, name);
    if (!existsSync(path.join(folder, "pack.json"))) continue;
    const read = readPack(readTexts(folder));
    if (!read.ok) {
      const problems = read.problems.map((one) => `${name}/${packProblemText(one)}`).join(" ");
      return refusal(failure("broken-pack", { problems }));
    }
    const compiled = compileRules(read.pack, read.formulas);
    if (!compiled.ok) {
      const problems = compiled.problems.map((one) => `${name} ${ruleProblemText(one)}`).join(" ");
      return refusal(failure("broken-pack", { problems }));
    }
    packs.push({ pack: read.pack, formulas: compiled.formulas, folder });
  }
  return success(packs);
}

/** Reads one of a pack's binary files, such as its template workbook. */
export function readPackFile(installed: InstalledPack, name: string): Uint8Array {
  return readFileSync(path.join(installed.folder, name));
}

/** The templates/ folder beside the program: next to the bundle when installed, at the top of a checkout otherwise. */
function templatesFolder(from: string): string {
  for (let folder = from; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const candidate = path.join(folder, "templates");
    if (existsSync(candidate) && statSync(candidate).isDirectory()) return candidate;
  }
  throw new Error(`no templates folder above ${from}`);
}

function readTexts(folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(json|csv)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    texts.set(path.relative(folder, file).replaceAll(path.sep, "/"), readFileSync(file, "utf8"));
  }
  return texts;
}
