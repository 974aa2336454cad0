import type { PackageEdit } from "./package-edit.js";

/**
 * Drops the calculation chain: the list of cells with formulas in the order Excel last computed them. Excel makes it
 * anew, and calls a file damaged whose chain names a cell without a formula.
 */
export function dropCalcChain(edit: PackageEdit): void {
  const chain = edit.relations(edit.workbookPath).find(({ kind }) => kind === "calcChain");
  if (chain === undefined) return;
  edit.removeRelation(edit.workbookPath, chain.id);
  edit.remove(chain.target);
}
