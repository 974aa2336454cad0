import type { Finding } from "../model/finding.js";
import type { Profile } from "../model/workbook.js";
import type { Pack } from "../template/pack.js";
import { normalised } from "../recognition/printed-text.js";
import { readingFinding } from "./reading-findings.js";
import type { ReadRow } from "./reading.js";
import type { Recognised } from "../recognition/recognise.js";
import { profileYear, readElements } from "../recognition/read-working-sheets.js";
import { PROFILE_ELEMENTS, TITLE_YEAR, YEAR_CELL, YEAR_COLUMN } from "../recognition/words.js";

/** The publisher and the fiscal year of a workbook, and where its sheets disagree about them. */
export interface ReadProfile {
  readonly profile: Profile;
  readonly findings: readonly Finding[];
}

/** What besides the sheets can tell the year. */
export interface YearSources {
  readonly rows: ReadonlyMap<string, readonly ReadRow[]>;
  readonly emptySentences: ReadonlyMap<string, string>;
}

/**
 * Reads who publishes and for which year. The department is what most sheets name in their lines, else what 说明要素 says. The
 * year is what 说明要素 says, else a title, else a sentence below an empty form, else the first year of the list of yearly
 * goals, else the pack's first year.
 */
export function readProfile(recognised: Recognised, sources: YearSources): ReadProfile {
  const named = [...recognised.forms.values()].flatMap(({ department, sheet }) =>
    department === undefined ? [] : [{ ...department, sheet: sheet.name }],
  );
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(normalised(name), (counts.get(normalised(name)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const main = named.find(({ name }) => counts.get(normalised(name)) === most);
  const element = readElements(recognised.working.elements).find(({ id }) => id === PROFILE_ELEMENTS.department);
  const department = main?.name ?? element?.text ?? "";
  const findings = named
    .filter(({ name }) => main !== undefined && normalised(name) !== normalised(main.name))
    .map(({ name, sheet, ref }) =>
      readingFinding("department-differs", { department, other: name }, { place: { sheet, address: ref } }),
    );
  const isAsked = [...recognised.forms.values()].some(({ form }) => form.lines.department);
  if (department === "" && isAsked) findings.push(readingFinding("department-missing", {}));
  return { profile: { department, year: readYear(recognised, sources) }, findings };
}

function readYear(recognised: Recognised, sources: YearSources): number {
  const { pack } = recognised;
  const named = profileYear(recognised.working);
  if (named !== undefined) return named;
  for (const form of recognised.forms.values()) if (form.titleYear !== undefined) return form.titleYear;
  for (const sentence of sources.emptySentences.values()) {
    const year = TITLE_YEAR.exec(normalised(sentence))?.[1];
    if (year !== undefined) return Number.parseInt(year, 10);
  }
  return yearOfGoals(pack, sources.rows) ?? pack.years[0] ?? 0;
}

function yearOfGoals(pack: Pack, rows: YearSources["rows"]): number | undefined {
  for (const table of pack.tables) {
    const column = table.columns.find(({ name }) => name === YEAR_COLUMN);
    if (column === undefined) continue;
    for (const row of rows.get(table.id) ?? []) {
      const cell = row.cells.get(column.id);
      const year = cell?.kind === "text" ? YEAR_CELL.exec(normalised(cell.text))?.[1] : undefined;
      if (year !== undefined) return Number.parseInt(year, 10);
    }
  }
  return undefined;
}
