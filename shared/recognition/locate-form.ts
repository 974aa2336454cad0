import type { RowKey } from "../model/address.js";
import type { FieldLine, Form, Pack, Region } from "../template/pack.js";
import { findFields, placedLines, type PlacedLine } from "./find-fields.js";
import { findHeads, headForms } from "./find-heads.js";
import type { HeadSearch } from "./head-claims.js";
import type { LocatedRegion, MissingRegion } from "./located.js";
import { normalised } from "./printed-text.js";
import type { SheetGrid } from "./sheet-grid.js";
import { NOTE, SIGN_OFF } from "./words.js";

/** How a form's regions stand on a sheet. */
export interface LocatedRegions {
  readonly regions: readonly LocatedRegion[];
  readonly missing: readonly MissingRegion[];
}

/** Finds the regions of a form on a sheet from a row on, in the order of the pack; blocks as often as they stand there. */
export function locateRegions(grid: SheetGrid, form: Form, pack: Pack, from: number): LocatedRegions {
  const search: HeadSearch = {
    tables: new Map(pack.tables.map((table) => [table.id, table])),
    numbersLabel: pack.frame.officialNumbers,
    forms: remembered(headForms),
  };
  const state: Walk = { grid, search, lines: remembered(placedLines), from, regions: [], missing: [] };
  for (const group of groups(form.regions)) {
    const repeatedBy = group[0]?.repeatedBy;
    if (repeatedBy === undefined) locateGroup(state, group, grid.lastRow, undefined);
    else locateBlocks(state, group);
  }
  return { regions: closed(state.regions, grid, form), missing: state.missing };
}

/** The row key of a block, counted from 1: rows of a table that regions repeat for are keyed `p1`, `p2` and so on. */
export function blockKey(number: number): RowKey {
  return `p${number}`;
}

interface Walk {
  readonly grid: SheetGrid;
  readonly search: HeadSearch;
  /** The lines of a fields region, laid out once. */
  readonly lines: (lines: readonly FieldLine[]) => readonly PlacedLine[];
  from: number;
  readonly regions: LocatedRegion[];
  readonly missing: MissingRegion[];
}

/** A function that works each thing out once. */
function remembered<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}

/** Regions that stand together: those repeated by the same table, and each other by itself. */
function groups(regions: readonly Region[]): readonly (readonly Region[])[] {
  const all: Region[][] = [];
  for (const region of regions) {
    const last = all.at(-1);
    if (region.repeatedBy !== undefined && last?.[0]?.repeatedBy === region.repeatedBy) last.push(region);
    else all.push([region]);
  }
  return all;
}

function locateGroup(state: Walk, group: readonly Region[], to: number, parent: RowKey | undefined): void {
  for (const region of group) {
    const block = parent === undefined ? {} : { parent };
    const found = locateRegion(state, region, to);
    if ("missing" in found) {
      state.missing.push({ ...found.missing, ...block });
    } else {
      state.regions.push({ ...found.region, ...block });
      state.from = nextFrom(found.region);
    }
  }
}

/** A grid's body may be empty: what follows may begin right below its heads. */
function nextFrom(region: LocatedRegion): number {
  return region.kind === "grid" ? region.bodyRow : region.lastRow + 1;
}

function locateBlocks(state: Walk, group: readonly Region[]): void {
  const starts = blockStarts(state, group);
  if (starts.length === 0) state.missing.push(...group.map((region) => ({ region })));
  for (const [index, start] of starts.entries()) {
    state.from = start;
    const to = (starts[index + 1] ?? state.grid.lastRow + 1) - 1;
    locateGroup(state, group, to, blockKey(index + 1));
    state.from = to + 1;
  }
}

/** The rows where a block's first label stands. */
function blockStarts(state: Walk, group: readonly Region[]): readonly number[] {
  const [first] = group;
  if (first?.kind !== "fields") return [];
  const label = first.lines[0]?.cells.find((cell) => cell.kind === "label");
  if (label === undefined) return [];
  const wanted = normalised(label.text);
  const starts: number[] = [];
  for (let row = state.from; row <= state.grid.lastRow; row += 1) {
    const prints = state.grid
      .filled(row)
      .some((cell) => cell.type === "text" && state.grid.textOf(cell).replace(/:$/, "") === wanted);
    if (prints) starts.push(row);
  }
  return starts;
}

type Located = { readonly region: LocatedRegion } | { readonly missing: MissingRegion };

function locateRegion(state: Walk, region: Region, to: number): Located {
  const { grid } = state;
  if (region.kind === "fields") {
    const fields = findFields(grid, state.lines(region.lines), state.from, to);
    return fields === undefined ? { missing: { region } } : { region: { kind: "fields", region, ...fields } };
  }
  const heads = findHeads(grid, region, state.from, to, state.search);
  // One text in common, such as 合计, is no head.
  if (heads === undefined || heads.found < 2) return { missing: { region } };
  if (heads.missing.length > 0 || heads.unexpected.length > 0) {
    const differing = { row: heads.firstRow, missing: heads.missing, unexpected: heads.unexpected };
    return { missing: { region, differing } };
  }
  return {
    region: {
      kind: "grid",
      region,
      firstRow: captionRow(grid, region.caption, heads.firstRow) ?? heads.firstRow,
      lastRow: to,
      bodyRow: heads.bodyRow,
      panels: heads.panels,
      ...(heads.numbersRow === undefined ? {} : { numbersRow: heads.numbersRow }),
    },
  };
}

/** The row of a grid's caption, up to three rows above its heads. */
function captionRow(grid: SheetGrid, caption: string | undefined, headRow: number): number | undefined {
  if (caption === undefined) return undefined;
  const wanted = normalised(caption);
  for (let row = headRow - 1; row >= Math.max(1, headRow - 3); row -= 1) {
    if (grid.filled(row).some((cell) => cell.type === "text" && grid.textOf(cell) === wanted)) return row;
  }
  return undefined;
}

/** Ends every grid's body before what follows it: the next region, or the first note or foot row below. */
function closed(regions: readonly LocatedRegion[], grid: SheetGrid, form: Form): readonly LocatedRegion[] {
  const starts = form.notes.map((note) => normalised(note).slice(0, NOTE_START));
  return regions.map((region, index) => {
    if (region.kind === "fields") return region;
    const next = regions[index + 1];
    const to = Math.min(region.lastRow, (next?.firstRow ?? grid.lastRow + 1) - 1);
    return { ...region, lastRow: next === undefined ? beforeNotes(grid, region.bodyRow, to, starts) : to };
  });
}

/** How much of a note tells it apart from another. */
const NOTE_START = 12;

function beforeNotes(grid: SheetGrid, from: number, to: number, starts: readonly string[]): number {
  for (let row = from; row <= to; row += 1) {
    const [first] = grid.filled(row);
    if (first?.type !== "text") continue;
    const text = grid.textOf(first);
    if (NOTE.test(text) || SIGN_OFF.test(text) || starts.some((start) => text.startsWith(start))) return row - 1;
  }
  return to;
}
