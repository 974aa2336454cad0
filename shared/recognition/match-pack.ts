import type { Form, Pack } from "../template/pack.js";
import { familyOf, findTitles, type FoundTitle, looksLikeTitle } from "./find-titles.js";
import type { FoundWorkingSheets, OpenSheet } from "./find-working-sheets.js";
import { holdings } from "./form-holdings.js";
import { locateRegions } from "./locate-form.js";
import type { LocatedForm, MissingRegion } from "./located.js";
import { normalised } from "./printed-text.js";
import { profileYear } from "./read-working-sheets.js";
import { stretchOf } from "./sheet-grid.js";
import { readLines } from "./sheet-lines.js";

/** What a workbook's sheets are in the eyes of one pack. */
export interface PackMatch {
  readonly forms: ReadonlyMap<string, LocatedForm>;
  /** Forms that two or more sheets show, both holding something. */
  readonly ambiguous: readonly { readonly form: Form; readonly sheets: readonly string[] }[];
  /** Signs that the workbook belongs to another year or place, the plainest first. */
  readonly otherYear: readonly OtherYearSign[];
}

/** One sign: the sheet, what stands there, and what this pack would have there. */
export interface OtherYearSign {
  readonly sheet: string;
  readonly found: string;
  readonly expected: string;
}

/** Looks for every form of a pack on every sheet. */
export function matchPack(sheets: readonly OpenSheet[], pack: Pack, working: FoundWorkingSheets): PackMatch {
  const years = new Set(pack.years);
  const named = profileYear(working);
  if (named !== undefined) years.add(named);
  const workingSheets = [working.lastYear?.sheet, working.elements?.sheet];
  const titled = sheets
    .filter(({ sheet }) => !workingSheets.includes(sheet))
    .map((open) => ({ open, titles: titlesOf(open, pack) }));
  const candidates = titled.flatMap((sheet) => candidatesOf(sheet, pack, years));
  const shown = new Set(candidates.map(({ form }) => form));
  if (pack.forms.some((form) => !shown.has(form))) {
    candidates.push(...titled.flatMap(({ open, titles }) => (titles.length === 0 ? untitled(open, pack) : [])));
  }
  const forms = new Map<string, LocatedForm>();
  const ambiguous: { form: Form; sheets: readonly string[] }[] = [];
  for (const form of pack.forms) {
    const found = candidates.flatMap((candidate) => (candidate.form === form ? (candidate.located ?? []) : []));
    const chosen = choose(found);
    if (chosen.length > 1) ambiguous.push({ form, sheets: chosen.map((located) => located.sheet.name) });
    const [first] = chosen;
    if (first !== undefined) forms.set(form.id, first);
  }
  return { forms, ambiguous, otherYear: otherYearSigns(pack, forms, candidates, titled) };
}

interface Candidate {
  readonly form: Form;
  /** Present when title, year and heads are the pack's. */
  readonly located?: LocatedForm;
  /** Why it is not. */
  readonly sign?: OtherYearSign;
}

interface TitledSheet {
  readonly open: OpenSheet;
  readonly titles: readonly FoundTitle[];
}

/** So many different titles are those of a table of contents, unless their tables stand below them. */
const DIRECTORY_TITLES = 3;

/** A form's title may stand once more above each of its blocks: only the first of them counts. */
function titlesOf(open: OpenSheet, pack: Pack): readonly FoundTitle[] {
  const different = new Map<string, FoundTitle>();
  for (const title of findTitles(open.grid, pack)) {
    const key = title.form?.id ?? title.text;
    if (!different.has(key)) different.set(key, title);
  }
  const titles = [...different.values()];
  return isDirectory(titles) ? titles.filter(({ form }) => form !== undefined) : titles;
}

function isDirectory(titles: readonly FoundTitle[]): boolean {
  return titles.length >= DIRECTORY_TITLES;
}

/** The forms that a sheet's titles speak of. Forms may stand one below the other: each has the rows from its title to the next. */
function candidatesOf({ open, titles }: TitledSheet, pack: Pack, years: ReadonlySet<number>): readonly Candidate[] {
  const rows = titles.map(({ at }) => at.row).sort((a, b) => a - b);
  const candidates = titles.flatMap((title) => {
    const next = rows.find((row) => row > title.at.row);
    const from = title.at.row === rows[0] ? 1 : title.at.row;
    const own = rows.length < 2 ? open : { ...open, grid: stretchOf(open.grid, from, (next ?? Infinity) - 1) };
    return candidateOf(own, title, pack, years);
  });
  return isDirectory(titles) ? candidates.filter(({ located }) => located !== undefined) : candidates;
}

function candidateOf(open: OpenSheet, title: FoundTitle, pack: Pack, years: ReadonlySet<number>): readonly Candidate[] {
  const { form } = title;
  if (form === undefined) return [];
  const below = locateRegions(open.grid, form, pack, title.at.row + 1);
  const found = below.regions.length > 0 ? below : locateRegions(open.grid, form, pack, 1);
  const differing = found.missing.find(
    (missing) => missing.differing !== undefined && !found.regions.some(({ region }) => region === missing.region),
  );
  if (differing?.differing !== undefined) {
    return [{ form, sign: { sheet: open.sheet.name, ...headSign(differing) } }];
  }
  const filled = looksFilled(open);
  if (found.regions.length === 0 || (lacksGrids(form, found) && filled)) {
    const expected = headsOf(form, open);
    return filled ? [{ form, sign: { sheet: open.sheet.name, found: "", expected } }] : [];
  }
  if (title.year !== undefined && !years.has(title.year)) {
    return [{ form, sign: { sheet: open.sheet.name, found: title.text, expected: [...years].join(", ") } }];
  }
  return [{ form, located: locatedForm(open, form, found, title) }];
}

/** Whether of a form that has grids none was found: its totals below them would stand for nothing. */
function lacksGrids(form: Form, found: Pick<LocatedForm, "regions">): boolean {
  return form.regions.some(({ kind }) => kind === "grid") && !found.regions.some(({ kind }) => kind === "grid");
}

/** Whether a sheet holds figures, and not just a title on a cover or in a list of tables. */
function looksFilled(open: OpenSheet): boolean {
  return open.grid.content.cells.filter((cell) => cell.type === "number").length > 3;
}

/** The form's heads that a sheet prints nowhere; all of them where it prints them all, but not as heads of one table. */
function headsOf(form: Form, { grid }: OpenSheet): string {
  const heads = form.regions
    .flatMap((region) =>
      region.kind === "grid"
        ? region.panels.flatMap((panel) => panel.columns.map((column) => column.head.at(-1) ?? ""))
        : [],
    )
    .filter((head) => head !== "");
  const printed = new Set(grid.content.cells.map((cell) => (cell.type === "text" ? grid.textOf(cell) : "")));
  const absent = heads.filter((head) => !printed.has(normalised(head)));
  return (absent.length > 0 ? absent : heads).join(", ");
}

function headSign({ region, differing }: MissingRegion): { readonly found: string; readonly expected: string } {
  const missing = differing?.missing ?? [];
  const caption = region.caption ?? "";
  return {
    found: (differing?.unexpected ?? []).join(", "),
    expected: missing.length > 0 ? missing.join(", ") : caption,
  };
}

function locatedForm(
  open: OpenSheet,
  form: Form,
  found: Pick<LocatedForm, "regions" | "missing">,
  title: FoundTitle | undefined,
): LocatedForm {
  const lines = readLines(open.grid, found.regions[0]?.firstRow ?? 1);
  return {
    form,
    ...open,
    ...found,
    ...(title === undefined ? {} : { title: title.at }),
    ...(title?.year === undefined ? {} : { titleYear: title.year }),
    ...lines,
  };
}

/** A sheet with more cells than this and no title is no form, but somebody's ledger. */
const LARGEST_UNTITLED = 20_000;

/** A sheet without any title is a form whose heads it has completely, if no other form has the same ones. */
function untitled(open: OpenSheet, pack: Pack): readonly Candidate[] {
  const { grid } = open;
  if (grid.content.cells.length > LARGEST_UNTITLED) return [];
  const fitting = pack.forms.flatMap((form) => {
    const found = locateRegions(grid, form, pack, 1);
    return found.regions.length > 0 && found.missing.length === 0 ? [{ form, found }] : [];
  });
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) return [];
  const firstRow = only.found.regions[0]?.firstRow ?? 1;
  const hasTitle = grid.content.cells.some(
    (cell) => cell.row < firstRow && cell.type === "text" && looksLikeTitle(cell.text),
  );
  return hasTitle ? [] : [{ form: only.form, located: locatedForm(open, only.form, only.found, undefined) }];
}

/** Of several sheets with one form: those that hold figures, else the first visible one. */
function choose(located: readonly LocatedForm[]): readonly LocatedForm[] {
  if (located.length < 2) return located;
  const held = located.map((form) => ({ form, holds: holdings(form) }));
  const filled = held.filter(({ holds }) => holds.figures > 0);
  if (filled.length > 0) return filled.map(({ form }) => form);
  const written = held.filter(({ holds }) => holds.texts > 0);
  if (written.length > 0) return written.map(({ form }) => form);
  return [located.find((form) => form.sheet.state === "visible") ?? located[0]].flatMap((form) => form ?? []);
}

/**
 * A known title with other heads or of another year speaks for another form set, unless a good sheet shows the same form. A
 * foreign title does so only where this pack's own form of the family is missing.
 */
function otherYearSigns(
  pack: Pack,
  forms: ReadonlyMap<string, LocatedForm>,
  candidates: readonly Candidate[],
  titled: readonly TitledSheet[],
): readonly OtherYearSign[] {
  const own = candidates.flatMap(({ form, sign }) => (sign === undefined || forms.has(form.id) ? [] : [sign]));
  const foreign = titled.flatMap(({ open, titles }) =>
    titles.flatMap((title) => {
      if (title.family === undefined) return [];
      const missing = pack.forms.filter((form) => !forms.has(form.id) && familyOf(form.title) === title.family);
      if (missing.length === 0) return [];
      const expected = missing.map((form) => form.title).join(", ");
      return [{ sheet: open.sheet.name, found: title.text, expected }];
    }),
  );
  return [...own, ...foreign];
}
