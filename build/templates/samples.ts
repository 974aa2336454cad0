import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { NewContent } from "../../shared/drawing/new-content.js";
import type { Pack } from "../../shared/template/pack.js";
import {
  correctedTables,
  corrections,
  publishedEmptySentences,
  publishedTables,
  type SeedTable,
} from "./seed-tables.js";

/** The seed exactly as it was published, errors included; the title that 公开11 lacks is left away. */
export function publishedSample(pack: Pack): NewContent {
  const titles = corrections().filter(({ column }) => column === "title");
  return {
    ...sample(publishedTables()),
    emptySentences: new Map(Object.entries(publishedEmptySentences())),
    titles: new Map(titles.map(({ table, from }) => [formOf(pack, table), from])),
  };
}

/** The seed with every correction made, so that it checks without an error. */
export function correctedSample(): NewContent {
  return sample(correctedTables());
}

function sample(tables: readonly SeedTable[]): NewContent {
  return {
    department: "楚雄彝族自治州人力资源和社会保障局",
    year: 2020,
    tables: new Map(tables.map(({ table, rows }) => [table, rows])),
    lastYear: new Map(Object.entries(readTexts("last-year.json"))),
    remarks: new Map(Object.entries(readTexts("elements.json"))),
  };
}

function readTexts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(import.meta.dirname, "seed", file), "utf8")) as Readonly<Record<string, string>>;
}

function formOf(pack: Pack, table: string): string {
  const form = pack.tables.find(({ id }) => id === table)?.form;
  if (form === undefined) throw new Error(`no table ${table}`);
  return form;
}
