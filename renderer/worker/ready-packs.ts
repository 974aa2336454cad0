import { compileRules } from "../../shared/calc/compiled-rules.js";
import type { ReadyPack } from "../../shared/exchange/open-workbook.js";
import type { PackFolder } from "../../shared/host/contract.js";
import { packProblemText, ruleProblemText } from "../../shared/messages/pack-problem-text.js";
import { readPack } from "../../shared/template/read-pack.js";

/** The packs that can be used, and what is wrong with the others: one broken folder does not keep the rest from working. */
export interface InstalledPacks {
  readonly ready: readonly ReadyPack[];
  readonly broken: readonly { readonly folder: string; readonly problems: readonly string[] }[];
}

/** Reads one pack's texts and parses its formulas, in two steps between which a page may breathe; page and worker get the same. */
export function readingPack({ folder, files }: PackFolder): () => InstalledPacks {
  const read = readPack(new Map(Object.entries(files)));
  if (!read.ok) {
    const problems = read.problems.map(packProblemText);
    return () => ({ ready: [], broken: [{ folder, problems }] });
  }
  return () => {
    const compiled = compileRules(read.pack, read.formulas);
    if (compiled.ok) return { ready: [{ pack: read.pack, formulas: compiled.formulas }], broken: [] };
    const problems = compiled.problems.map(ruleProblemText);
    return { ready: [], broken: [{ folder, problems }] };
  };
}

/** All packs of the folders, in their order. */
export function readyPacks(folders: readonly PackFolder[]): InstalledPacks {
  const each = folders.map((folder) => readingPack(folder)());
  return { ready: each.flatMap(({ ready }) => ready), broken: each.flatMap(({ broken }) => broken) };
}
