import type { GridRegion, Panel, PanelColumn } from "../template/pack.js";
import {
  type Claim,
  claimedPanel,
  type Claims,
  claimsOf,
  endsOf,
  furtherPanels,
  type HeadForm,
  type HeadSearch,
  isEssential,
  numberTest,
} from "./head-claims.js";
import { widened } from "./head-extents.js";
import { findNumbersRow, unexpectedHeads, witnessNumbers } from "./head-numbers.js";
import { headText, withoutUnit } from "./head-path.js";
import type { LocatedPanel } from "./located.js";
import type { SheetGrid } from "./sheet-grid.js";

/** A grid's heads on a sheet: complete, or what is missing where most of them stand. */
export interface FoundHeads {
  readonly firstRow: number;
  readonly bodyRow: number;
  readonly numbersRow?: number;
  readonly panels: readonly LocatedPanel[];
  /** Heads of figure, text and code columns that the sheet does not print. */
  readonly missing: readonly string[];
  /** How many of these heads it does print. */
  readonly found: number;
  /** Heads with a printed number that the pack does not know. */
  readonly unexpected: readonly string[];
}

/**
 * Finds the heads of a grid at or below a row, wherever its columns stand: by the path of texts above each column, from top to
 * bottom, however wrapped and merged. The printed column number is the second witness where a path is damaged. Of several head
 * forms the best counts. Gives the first row where all heads stand, else the best incomplete one, or undefined where the sheet
 * prints no head of the grid at all.
 */
export function findHeads(
  grid: SheetGrid,
  region: GridRegion,
  from: number,
  to: number,
  search: HeadSearch,
): FoundHeads | undefined {
  const forms = search.forms(region);
  let best: FoundHeads | undefined;
  for (let row = from; row <= to; row += 1) {
    if (grid.filled(row).length === 0) continue;
    for (const form of forms) {
      if (!mayBeHeadRow(grid, row, form)) continue;
      const found = headsAt(grid, row, to, form, search);
      if (found.missing.length === 0) return found;
      if (found.found > (best?.found ?? 0)) best = found;
    }
  }
  return best;
}

/** All head forms a grid may have, the pack's own first. */
export function headForms(region: GridRegion): readonly HeadForm[] {
  return [region.panels, ...(region.variants ?? []).map((columns) => variantPanels(region, columns))].map(headForm);
}

function variantPanels(region: GridRegion, columns: readonly PanelColumn[]): readonly Panel[] {
  const [first] = region.panels;
  return first === undefined ? [] : [{ ...first, columns }];
}

function headForm(panels: readonly Panel[]): HeadForm {
  const texts = new Map(panels.flatMap(({ columns }) => columns.map((column) => [column, headText(column.head)])));
  return { panels, texts, heads: [...new Set(texts.values())].filter((head) => head !== "") };
}

/** A cheap look before the dear one: some text of the row must end some head. */
function mayBeHeadRow(grid: SheetGrid, row: number, { heads }: HeadForm): boolean {
  return grid.filled(row).some((cell) => {
    if (cell.type !== "text" || cell.text.length > LONGEST_HEAD) return false;
    const { text } = withoutUnit(grid.textOf(cell));
    return text !== "" && heads.some((head) => head.endsWith(text));
  });
}

/** Beyond this a cell holds a sentence. */
const LONGEST_HEAD = 80;

function headsAt(
  grid: SheetGrid,
  row: number,
  to: number,
  { panels, texts, heads }: HeadForm,
  search: HeadSearch,
): FoundHeads {
  const numbersRow = findNumbersRow(grid, row, to, search.numbersLabel);
  const byHead = new Map<string, Claim[]>();
  let firstRow = row;
  const ends = endsOf(grid, row);
  for (const head of heads) {
    const list = claimsOf(grid, row, ends, head);
    for (const claim of list) firstRow = Math.min(firstRow, claim.firstRow);
    byHead.set(head, list);
  }
  const claims: Claims = (column) => byHead.get(texts.get(column) ?? "") ?? [];
  const fits = numberTest(grid, numbersRow, search);
  const columns = panels.map((panel) => claimedPanel(panel, claims, fits));
  const witnessed =
    numbersRow === undefined ? columns : witnessNumbers(grid, { firstRow, row, numbersRow }, columns, search);
  const all = widened(grid, firstRow, row, [...witnessed, ...furtherPanels(witnessed, claims, fits)]);
  const essential = all.flatMap((panel) => panel.columns.filter((column) => isEssential(column.spec)));
  return {
    firstRow,
    bodyRow: Math.max(row, numbersRow ?? row) + 1,
    ...(numbersRow === undefined ? {} : { numbersRow }),
    panels: all,
    missing: essential.filter((column) => column.slot === undefined).map((column) => column.spec.head.join(" ")),
    found: essential.filter((column) => column.slot !== undefined).length,
    unexpected: numbersRow === undefined ? [] : unexpectedHeads(grid, { firstRow, row }, numbersRow, all),
  };
}
