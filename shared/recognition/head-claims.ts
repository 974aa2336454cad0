import type { AmountUnit, GridRegion, Panel, PanelColumn, Table } from "../template/pack.js";
import type { CellRange } from "../sheets/cell-reference.js";
import { climbHead, withoutUnit } from "./head-path.js";
import type { LocatedColumn, LocatedPanel, Slot } from "./located.js";
import { digitsOf } from "./printed-text.js";
import type { SheetGrid } from "./sheet-grid.js";

/** What the search needs to know besides the sheet. */
export interface HeadSearch {
  readonly tables: ReadonlyMap<string, Table>;
  /** The label of the row of printed column numbers, 栏次. */
  readonly numbersLabel: string;
  /** The head forms of a grid, made once. */
  readonly forms: (region: GridRegion) => readonly HeadForm[];
}

/** The heads of a grid in one of its forms, each head once. */
export interface HeadForm {
  readonly panels: readonly Panel[];
  /** The text of each column's head, see `headText`. */
  readonly texts: ReadonlyMap<PanelColumn, string>;
  /** All these texts, each once. */
  readonly heads: readonly string[];
}

/** A place on a sheet that stands below a head. */
export interface Claim {
  readonly slot: Slot;
  readonly firstRow: number;
  readonly inherited: boolean;
}

/** What each column of a sheet row says, from column 1 on: its normalised text without a unit. */
export function endsOf(grid: SheetGrid, row: number): readonly string[] {
  return Array.from({ length: grid.lastColumn }, (_, index) => withoutUnit(grid.text(row, index + 1)).text);
}

/** All places of a sheet row that stand below the given head, from left to right; `ends` is what its columns say. */
export function claimsOf(grid: SheetGrid, row: number, ends: readonly string[], head: string): Claim[] {
  const claims: Claim[] = [];
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    // A text that no head ends with ends this one's way up at once; most do.
    if (!head.endsWith(ends[column - 1] ?? "")) continue;
    const climb = climbHead(grid, row, column, head);
    if (climb === undefined) continue;
    const { leaf, unit, firstRow, inherited } = climb;
    claims.push({ slot: slotOf(leaf, unit), firstRow, inherited });
    column = Math.max(column, climb.leaf.lastColumn);
  }
  return claims;
}

/** The sheet columns of a place, with the unit its head names. */
export function slotOf(area: CellRange, unit: AmountUnit | undefined): Slot {
  const slot = { first: area.firstColumn, last: area.lastColumn };
  return unit === undefined ? slot : { ...slot, unit };
}

/** The places that are left for a column's head. */
export type Claims = (column: PanelColumn) => Claim[];

/** Whether a place may be a column's, as far as printed column numbers tell. */
export type FitTest = (claim: Claim, panel: Panel, column: PanelColumn) => boolean;

/** A head read partly from the left is no proof against another printed number: a group's head may stand off its first column. */
export function numberTest(grid: SheetGrid, numbersRow: number | undefined, { tables }: HeadSearch): FitTest {
  return ({ slot, inherited }, panel, { column }) => {
    if (!inherited || numbersRow === undefined || column === undefined) return true;
    const no = tables.get(panel.table)?.columns.find(({ id }) => id === column)?.no;
    const printed = digitsOf(grid.text(numbersRow, slot.first));
    return no === undefined || printed === undefined || printed === no;
  };
}

/** Gives each column of a panel the leftmost fitting place that is left for its head. */
export function claimedPanel(panel: Panel, claims: Claims, fits: FitTest): LocatedPanel {
  const columns = panel.columns.map((spec) => {
    const list = claims(spec);
    const index = list.findIndex((claim) => fits(claim, panel, spec));
    return located(spec, index < 0 ? undefined : list.splice(index, 1)[0]?.slot);
  });
  return { panel, columns };
}

/** A column at its place, if it has one. */
export function located(spec: PanelColumn, slot: Slot | undefined): LocatedColumn {
  return slot === undefined ? { spec } : { spec, slot };
}

/** A code table may stand in more panels than the pack prints: what is left of its heads makes further ones. */
export function furtherPanels(panels: readonly LocatedPanel[], claims: Claims, fits: FitTest): readonly LocatedPanel[] {
  const further: LocatedPanel[] = [];
  for (const { panel } of panels) {
    const code = panel.columns.find((column) => column.role === "code");
    while (code !== undefined && claims(code).length > 0) {
      const next = claimedPanel(panel, claims, fits);
      if (!next.columns.every((column) => column.slot !== undefined || !isEssential(column.spec))) break;
      further.push(next);
    }
  }
  return further;
}

/** Names, numbers and side labels may be missing; figures, texts and codes may not. */
export function isEssential(column: PanelColumn): boolean {
  return column.role === "figure" || column.role === "text" || column.role === "code";
}
