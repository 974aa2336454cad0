import { type Failure, failure } from "../failure.js";
import { refusal, type Result, success } from "../result.js";
import type { Form, Pack } from "../template/pack.js";
import { findWorkingSheets, type FoundWorkingSheets, type OpenSheet } from "./find-working-sheets.js";
import type { LocatedForm } from "./located.js";
import { matchPack, type PackMatch } from "./match-pack.js";
import type { WorkbookPackage } from "../sheets/package.js";
import { readSheet } from "../sheets/sheet-cells.js";
import { sheetGrid } from "./sheet-grid.js";

/** A workbook whose pack and sheets are known. */
export interface Recognised {
  readonly pack: Pack;
  /** The forms found, by form id; each stands on exactly one sheet. */
  readonly forms: ReadonlyMap<string, LocatedForm>;
  /** Forms of the pack that the workbook does not have, in printed order. */
  readonly missing: readonly Form[];
  readonly working: FoundWorkingSheets;
  /** All sheets of the workbook, in tab order. */
  readonly sheets: readonly OpenSheet[];
}

/**
 * Finds out which pack a workbook belongs to and which sheet shows which form, by titles and heads alone: sheets may be moved,
 * renamed, hidden, missing, and others may stand among them.
 *
 * Refuses with `ambiguous-table` when two sheets have one form's title and heads and both hold figures; with `other-year-form`
 * when the forms are another year's or place's: a known title over other heads, a title that names another year, or a title
 * of a family of which this pack's own form is missing; with `unknown-form` when no form of any pack is there. A sheet that
 * merely stands beside complete forms is never a reason to refuse.
 */
export function recognise(workbook: WorkbookPackage, packs: readonly Pack[]): Result<Recognised> {
  const sheets: OpenSheet[] = [];
  for (const sheet of workbook.sheets) {
    const content = readSheet(workbook, sheet);
    if (!content.ok) return content;
    sheets.push({ sheet, grid: sheetGrid(content.value) });
  }
  return recogniseSheets(sheets, packs);
}

/** Like {@link recognise}, for sheets that are open already. */
export function recogniseSheets(sheets: readonly OpenSheet[], packs: readonly Pack[]): Result<Recognised> {
  let best: Recognised | undefined;
  let refused: Failure | undefined;
  for (const pack of packs) {
    const working = findWorkingSheets(sheets, pack);
    const match = matchPack(sheets, pack, working);
    const problem = problemOf(match, pack, sheets);
    if (problem !== undefined) {
      if (refused === undefined || rank(problem) < rank(refused)) refused = problem;
    } else if (match.forms.size > (best?.forms.size ?? 0)) {
      const missing = pack.forms.filter((form) => !match.forms.has(form.id));
      best = { pack, forms: match.forms, missing, working, sheets };
    }
  }
  return best === undefined ? refusal(refused ?? failure("unknown-form")) : success(best);
}

/** The refusal that says most comes first. */
function rank(problem: Failure): number {
  return ["ambiguous-table", "other-year-form", "unknown-form"].indexOf(problem.code);
}

function problemOf(match: PackMatch, pack: Pack, sheets: readonly OpenSheet[]): Failure | undefined {
  const [other] = match.otherYear;
  if (other !== undefined) {
    const { sheet, found, expected } = other;
    return failure("other-year-form", { sheet, found, expected, pack: pack.title, ...inventory(match, sheets) });
  }
  const [ambiguous] = match.ambiguous;
  if (ambiguous !== undefined) {
    const [sheet = "", other = ""] = ambiguous.sheets;
    const blocks = ambiguous.form.regions.some((region) => region.repeatedBy !== undefined) ? { blocks: "each" } : {};
    return failure("ambiguous-table", { title: ambiguous.form.title, sheet, other, ...blocks });
  }
  return match.forms.size === 0
    ? failure("unknown-form", { pack: pack.title, ...inventory(match, sheets) })
    : undefined;
}

/** Which sheets were recognised as which forms, and which as none, one a line: a refusal names them. */
function inventory(
  { forms }: PackMatch,
  sheets: readonly OpenSheet[],
): { readonly recognised: string; readonly unrecognised: string } {
  const known = [...forms.values()].map(({ form, sheet }) => ({ title: form.title, name: sheet.name }));
  const others = sheets.filter(({ sheet }) => !known.some(({ name }) => name === sheet.name));
  return {
    recognised: known.map(({ title, name }) => (title === name ? name : `${name}: ${title}`)).join("\n"),
    unrecognised: others.map(({ sheet }) => sheet.name).join("\n"),
  };
}
