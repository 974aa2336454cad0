import type { Form, Pack } from "../template/pack.js";
import type { CellPosition } from "../sheets/cell-reference.js";
import { normalised, trimmed } from "./printed-text.js";
import type { SheetGrid } from "./sheet-grid.js";
import { FORM_FAMILIES, FORM_NUMBER, TABLE, TABLE_TITLE, TITLE_PREFIX, TITLE_SUFFIX, TITLE_YEAR } from "./words.js";

/** A title on a sheet: one of the pack's, or one that only other years and places have. */
export interface FoundTitle {
  /** The pack's form of this title; absent for a foreign one. */
  readonly form?: Form;
  /** The family of a foreign title, see `FORM_FAMILIES`. */
  readonly family?: string;
  /** The cell's text as printed. */
  readonly text: string;
  readonly at: CellPosition;
  /** The fiscal year the cell names beside the title. */
  readonly year?: number;
}

/**
 * All titles on a sheet, wherever they stand and however they are spaced. A publisher with the year, a label such as 附件1 or a
 * bracket may stand around a title; a longer title that merely ends like another one is not that other one.
 */
export function findTitles(grid: SheetGrid, pack: Pack): readonly FoundTitle[] {
  const known = knownTitles(pack);
  const ending = new RegExp(`[${[TABLE, ...known.map(([title]) => title.slice(-1))].join("")}]`, "u");
  const titles: FoundTitle[] = [];
  for (const cell of grid.content.cells) {
    if (cell.type !== "text" || cell.text.length > LONGEST_TITLE) continue;
    if (!ending.test(cell.text)) continue;
    const title = titleOf(grid.textOf(cell), known);
    if (title === undefined) continue;
    titles.push({ ...title, text: trimmed(cell.text), at: { row: cell.row, column: cell.column } });
  }
  return titles;
}

/** The family a title belongs to, or undefined for titles that no family has. */
export function familyOf(title: string): string | undefined {
  const text = normalised(title);
  return FORM_FAMILIES.find((family) => family.title.test(text))?.family;
}

/** Whether a text looks like the title of some table, printed form numbers apart. */
export function looksLikeTitle(text: string): boolean {
  const narrow = normalised(text);
  return TABLE_TITLE.test(narrow) && !FORM_NUMBER.test(narrow);
}

/** Beyond this a cell holds a sentence. */
const LONGEST_TITLE = 120;

type KnownTitle = readonly [title: string, form: Form];

function knownTitles(pack: Pack): readonly KnownTitle[] {
  const titles = pack.forms.flatMap((form) =>
    [form.title, ...form.titleAliases].map((title): KnownTitle => [normalised(title), form]),
  );
  return titles.sort(([a], [b]) => b.length - a.length);
}

function titleOf(text: string, known: readonly KnownTitle[]): Pick<FoundTitle, "form" | "family" | "year"> | undefined {
  for (const [title, form] of known) {
    const start = text.indexOf(title);
    if (start < 0) continue;
    const before = text.slice(0, start);
    const behind = text.slice(start + title.length);
    if ((before === "" || TITLE_PREFIX.test(before)) && (behind === "" || TITLE_SUFFIX.test(behind))) {
      return { form, ...yearOf(before + behind) };
    }
  }
  const bare = text.replace(/\([^)]*\)$/u, "");
  const year = TITLE_YEAR.exec(bare);
  const stem = year === null ? bare : bare.slice(year.index + year[0].length);
  const family = familyOf(stem);
  return family === undefined ? undefined : { family, ...yearOf(text) };
}

function yearOf(around: string): { readonly year?: number } {
  const year = TITLE_YEAR.exec(around)?.[1];
  return year === undefined ? {} : { year: Number.parseInt(year, 10) };
}
