import type { AmountUnit, GridRegion, Panel, PanelColumn, Table } from "../template/pack.js";
import type { CellRange } from "./cell-reference.js";
import { climbHead, headText, withoutUnit } from "./head-path.js";
import type { LocatedColumn, LocatedPanel, Slot } from "./located.js";
import { digitsOf, normalised } from "./printed-text.js";
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

/** What the search needs to know besides the sheet. */
export interface HeadSearch {
  readonly tables: ReadonlyMap<string, Table>;
  /** The label of the row of printed column numbers, 栏次. */
  readonly numbersLabel: string;
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
  const forms = [region.panels, ...(region.variants ?? []).map((columns) => variantPanels(region, columns))].map(
    headForm,
  );
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

function variantPanels(region: GridRegion, columns: readonly PanelColumn[]): readonly Panel[] {
  const [first] = region.panels;
  return first === undefined ? [] : [{ ...first, columns }];
}

/** The heads of a grid in one of its forms, each head once. */
interface HeadForm {
  readonly panels: readonly Panel[];
  readonly heads: readonly string[];
}

function headForm(panels: readonly Panel[]): HeadForm {
  const heads = new Set(panels.flatMap((panel) => panel.columns.map((column) => headText(column.head))));
  return { panels, heads: [...heads].filter((head) => head !== "") };
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
  { panels, heads }: HeadForm,
  search: HeadSearch,
): FoundHeads {
  const numbersRow = findNumbersRow(grid, row, to, search.numbersLabel);
  const claims = new Map<string, Claim[]>();
  let firstRow = row;
  for (const head of heads) {
    const list = claimsOf(grid, row, head);
    for (const claim of list) firstRow = Math.min(firstRow, claim.firstRow);
    claims.set(head, list);
  }
  const columns = panels.map((panel) => claimedPanel(panel, claims));
  const witnessed = witnessNumbers(grid, row, numbersRow, columns, search);
  const all = widened(grid, firstRow, row, [...witnessed, ...furtherPanels(witnessed, claims)]);
  const essential = all.flatMap((panel) => panel.columns.filter((column) => isEssential(column.spec)));
  return {
    firstRow,
    bodyRow: Math.max(row, numbersRow ?? row) + 1,
    ...(numbersRow === undefined ? {} : { numbersRow }),
    panels: all,
    missing: essential.filter((column) => column.slot === undefined).map((column) => column.spec.head.join(" ")),
    found: essential.filter((column) => column.slot !== undefined).length,
    unexpected: numbersRow === undefined ? [] : unexpectedHeads(grid, row, numbersRow, all),
  };
}

/** Names, numbers and side labels may be missing; figures, texts and codes may not. */
function isEssential(column: PanelColumn): boolean {
  return column.role === "figure" || column.role === "text" || column.role === "code";
}

/** Gives each column of a panel the leftmost place that is left for its head. */
function claimedPanel(panel: Panel, claims: ReadonlyMap<string, Claim[]>): LocatedPanel {
  return { panel, columns: panel.columns.map((spec) => located(spec, claims.get(headText(spec.head))?.shift()?.slot)) };
}

function located(spec: PanelColumn, slot: Slot | undefined): LocatedColumn {
  return slot === undefined ? { spec } : { spec, slot };
}

interface Claim {
  readonly slot: Slot;
  readonly firstRow: number;
}

/** All places of a sheet row that stand below the given head, from left to right. */
function claimsOf(grid: SheetGrid, row: number, head: string): Claim[] {
  const claims: Claim[] = [];
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const climb = climbHead(grid, row, column, head);
    if (climb === undefined) continue;
    claims.push({ slot: slotOf(climb.leaf, climb.unit), firstRow: climb.firstRow });
    column = Math.max(column, climb.leaf.lastColumn);
  }
  return claims;
}

function slotOf(area: CellRange, unit: AmountUnit | undefined): Slot {
  const slot = { first: area.firstColumn, last: area.lastColumn };
  return unit === undefined ? slot : { ...slot, unit };
}

function findNumbersRow(grid: SheetGrid, row: number, to: number, label: string): number | undefined {
  const wanted = normalised(label);
  for (let below = row; below <= Math.min(row + 3, to); below += 1) {
    if (grid.filled(below).some((cell) => cell.type === "text" && grid.textOf(cell) === wanted)) return below;
  }
  return undefined;
}

/** Columns without a path take the place where the last head text and the printed number are theirs. */
function witnessNumbers(
  grid: SheetGrid,
  row: number,
  numbersRow: number | undefined,
  panels: readonly LocatedPanel[],
  search: HeadSearch,
): readonly LocatedPanel[] {
  if (numbersRow === undefined) return panels;
  const taken = new Set(panels.flatMap((panel) => panel.columns.map((column) => column.slot?.first)));
  return panels.map((panel) => ({
    panel: panel.panel,
    columns: panel.columns.map((column) => {
      if (column.slot !== undefined || column.spec.role !== "figure") return column;
      const no = search.tables.get(panel.panel.table)?.columns.find(({ id }) => id === column.spec.column)?.no;
      const leaf = headText(column.spec.head.slice(-1));
      const place = numberedColumns(grid, numbersRow).find(
        (numbered) => numbered.no === no && !taken.has(numbered.column) && climbHead(grid, row, numbered.column, leaf),
      );
      if (place === undefined) return column;
      taken.add(place.column);
      return located(column.spec, slotOf(grid.area(numbersRow, place.column), undefined));
    }),
  }));
}

function numberedColumns(grid: SheetGrid, numbersRow: number): readonly { column: number; no: string }[] {
  return grid.filled(numbersRow).flatMap((cell) => {
    const no = digitsOf(cell.text);
    return no === undefined ? [] : [{ column: cell.column, no }];
  });
}

/** A code table may stand in more panels than the pack prints: what is left of its heads makes further ones. */
function furtherPanels(panels: readonly LocatedPanel[], claims: ReadonlyMap<string, Claim[]>): readonly LocatedPanel[] {
  const further: LocatedPanel[] = [];
  for (const { panel } of panels) {
    const code = panel.columns.find((column) => column.role === "code");
    while (code !== undefined && (claims.get(headText(code.head))?.length ?? 0) > 0) {
      const next = claimedPanel(panel, claims);
      if (!next.columns.every((column) => column.slot !== undefined || !isEssential(column.spec))) break;
      further.push(next);
    }
  }
  return further;
}

/** Names below no head stand between the columns on their left and right. */
function between(columns: readonly LocatedColumn[], index: number): LocatedColumn {
  const column = columns[index];
  if (column === undefined) throw new Error(`no column ${index}`);
  const first = (columns[index - 1]?.slot?.last ?? 0) + 1;
  const last = (columns[index + 1]?.slot?.first ?? 0) - 1;
  return first > last ? column : located(column.spec, { first, last });
}

/** A code column that was not merged over 类, 款 and 项 reaches over the columns on its right that have no head. */
function widened(
  grid: SheetGrid,
  firstRow: number,
  row: number,
  panels: readonly LocatedPanel[],
): readonly LocatedPanel[] {
  return panels.map(({ panel, columns }) => ({
    panel,
    columns: columns.map((column, index) => {
      if (column.spec.role === "name" && headText(column.spec.head) === "") return between(columns, index);
      if (column.slot === undefined || column.spec.role !== "code") return column;
      const { first } = column.slot;
      let { last } = column.slot;
      while (last - first + 1 < (column.spec.span ?? 1) && hasNoHead(grid, firstRow, row, last + 1)) last += 1;
      return located(column.spec, { ...column.slot, last });
    }),
  }));
}

function hasNoHead(grid: SheetGrid, firstRow: number, row: number, column: number): boolean {
  for (let above = firstRow; above <= row; above += 1) {
    const area = grid.area(above, column);
    if (area.firstColumn === column && grid.text(above, column) !== "") return false;
  }
  return true;
}

/** Numbered columns that belong to no head of the pack: the form is another year's. */
function unexpectedHeads(
  grid: SheetGrid,
  row: number,
  numbersRow: number,
  panels: readonly LocatedPanel[],
): readonly string[] {
  const slots = panels.flatMap((panel) => panel.columns.flatMap((column) => column.slot ?? []));
  return numberedColumns(grid, numbersRow).flatMap(({ column }) => {
    if (slots.some((slot) => slot.first <= column && column <= slot.last)) return [];
    const text = grid.text(row, column);
    return text === "" || digitsOf(text) !== undefined ? [] : [text];
  });
}
