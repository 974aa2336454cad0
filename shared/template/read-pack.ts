import type { Expression } from "../expression/expression.js";
import { checkHead } from "./check-head.js";
import { checkForms } from "./check-forms.js";
import { checkOverview, overviewShape } from "./check-overview.js";
import { checkRules, checkWanted } from "./check-rules.js";
import { checkTables, type Filed } from "./check-tables.js";
import { readCodeList, readFormerNames } from "./code-list.js";
import { formShape, packShape } from "./form-shapes.js";
import type { Classification, Element, Form, LastYearFigure, Pack, PackHead, Rule, Table } from "./pack.js";
import { NO_NARRATIVE_CHECK, type NarrativeCheckSettings } from "./narrative-check-settings.js";
import { narrativeCheckShape } from "./narrative-check-shapes.js";
import { NO_OVERVIEW, type Overview } from "./overview.js";
import { plausibilityShape } from "./plausibility-shapes.js";
import type { PlausibilitySettings } from "./plausibility-settings.js";
import { checkPublication, publicationShape } from "./check-publication.js";
import type { Publication } from "./publication.js";
import type { KnownNames } from "./read-formula.js";
import { conforms, type PackProblem, type Report, type Shape } from "./shape.js";
import { tableNames } from "./table-names.js";
import { elementsShape, lastYearShape, rulesShape, tablesShape } from "./table-shapes.js";

/** A pack ready for use with its formulas by their texts, or everything that is wrong with its files. */
export type PackReading =
  | { readonly ok: true; readonly pack: Pack; readonly formulas: ReadonlyMap<string, Expression> }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/**
 * Reads a pack from the texts of its folder, by path inside the folder: `pack.json`, `forms/01.json`, `tables/01.json`,
 * `rules/….json`, `classifications/functional.csv`, `plausibility.json`, and where they exist `classifications/former.csv`, `elements.json`,
 * `last-year.json`, `narrative-check.json`, `overview.json` and `publication.json`. Other files are passed over. Lists every problem of shape and, when all shapes are right, every name
 * that is used twice or leads nowhere; the pack it gives has none.
 */
export function readPack(files: ReadonlyMap<string, string>): PackReading {
  const reader = new FileReader(files);
  const parts = readParts(reader);
  if (parts === undefined || reader.problems.length > 0) return { ok: false, problems: reader.problems };
  const formulas = checkParts(parts);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return { ok: true, pack: assemble(parts), formulas };
}

interface Parts {
  readonly head: PackHead;
  readonly forms: readonly Filed<Form>[];
  readonly tables: readonly Filed<Table>[];
  readonly rules: readonly Filed<Rule>[];
  readonly classifications: readonly Classification[];
  readonly elements: readonly Filed<Element>[];
  readonly lastYear: readonly Filed<LastYearFigure>[];
  readonly plausibility: PlausibilitySettings;
  readonly narrativeCheck: NarrativeCheckSettings;
  readonly overview: { readonly content: Overview; readonly report: Report };
  readonly publication: { readonly content: Publication; readonly report: Report } | undefined;
}

class FileReader {
  readonly problems: PackProblem[] = [];

  constructor(private readonly files: ReadonlyMap<string, string>) {}

  /** Paths of a folder, in code point order. */
  folder(name: string): readonly string[] {
    return [...this.files.keys()].filter((path) => path.startsWith(`${name}/`) && path.endsWith(".json")).sort();
  }

  text(path: string): string | undefined {
    return this.files.get(path);
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  report(file: string): Report {
    return (path, code, facts = {}) => this.problems.push({ file, path, code, facts });
  }

  /** The content of a JSON file, or undefined with its problems reported. */
  json<Content>(path: string, shape: Shape<Content>): Content | undefined {
    const source = this.files.get(path);
    const report = this.report(path);
    if (source === undefined) report("", "missing-file");
    else {
      const content = parseJson(source, report);
      if (content !== undefined && conforms(shape, content.value, report)) return content.value;
    }
    return undefined;
  }

  /** The items of a JSON list, each with the way to report about it; none when the file is not there. */
  items<Item>(path: string, shape: Shape<readonly Item[]>): readonly Filed<Item>[] {
    if (!this.files.has(path)) return [];
    const report = this.report(path);
    return (this.json(path, shape) ?? []).map((content, index) => ({ content, path: `[${index}]`, report }));
  }
}

function parseJson(source: string, report: Report): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(source) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    report("", "not-json", { reason: error.message });
    return undefined;
  }
}

/** Reads every file even where pack.json is wrong, so that all problems are listed. */
function readParts(reader: FileReader): Parts | undefined {
  const head = reader.json("pack.json", packShape);
  if (head !== undefined) checkHead(head, reader.report("pack.json"));
  const ids = head?.forms ?? reader.folder("forms").map(idOf);
  for (const path of [...reader.folder("forms"), ...reader.folder("tables")]) {
    if (!ids.includes(idOf(path))) reader.report(path)("", "unlisted-file");
  }
  const parts = {
    forms: ids.flatMap((id) => readForm(id, reader)),
    tables: ids.flatMap((id) => reader.items(`tables/${id}.json`, tablesShape)),
    rules: reader.folder("rules").flatMap((path) => reader.items(path, rulesShape)),
    classifications: readClassifications(head?.classifications ?? [], reader),
    elements: reader.items("elements.json", elementsShape),
    lastYear: reader.items("last-year.json", lastYearShape),
  };
  const plausibility = reader.json("plausibility.json", plausibilityShape);
  const narrativeCheck = reader.has(NARRATIVE_CHECK)
    ? reader.json(NARRATIVE_CHECK, narrativeCheckShape)
    : NO_NARRATIVE_CHECK;
  const overview = reader.has(OVERVIEW) ? reader.json(OVERVIEW, overviewShape) : NO_OVERVIEW;
  const publication = reader.has(PUBLICATION) ? reader.json(PUBLICATION, publicationShape) : undefined;
  if (head === undefined || plausibility === undefined) return undefined;
  if (narrativeCheck === undefined || overview === undefined) return undefined;
  const drawn = { content: overview, report: reader.report(OVERVIEW) };
  const published =
    publication === undefined ? undefined : { content: publication, report: reader.report(PUBLICATION) };
  return { head, ...parts, plausibility, narrativeCheck, overview: drawn, publication: published };
}

const NARRATIVE_CHECK = "narrative-check.json";
const OVERVIEW = "overview.json";
const PUBLICATION = "publication.json";

/** The id in a path such as forms/02.json. */
function idOf(path: string): string {
  return path.replace(/^.*\/|\.json$/g, "");
}

function readForm(id: string, reader: FileReader): readonly Filed<Form>[] {
  const path = `forms/${id}.json`;
  const report = reader.report(path);
  const content = reader.json(path, formShape);
  if (content === undefined) return [];
  if (content.id !== id) report("id", "unknown-value", { value: content.id, allowed: id });
  return [{ content, path: "", report }];
}

function readClassifications(listed: PackHead["classifications"], reader: FileReader): readonly Classification[] {
  const formerPath = "classifications/former.csv";
  const former = reader.text(formerPath);
  const formerNames = former === undefined ? undefined : readFormerNames(former, reader.report(formerPath));
  for (const id of formerNames?.keys() ?? []) {
    if (listed.length > 0 && !listed.some((known) => known.id === id)) {
      reader.report(formerPath)("", "unknown-name", { value: id, kind: "classification" });
    }
  }
  return listed.map(({ id, name }) => {
    const path = `classifications/${id}.csv`;
    const source = reader.text(path);
    if (source === undefined) reader.report(path)("", "missing-file");
    const entries = source === undefined ? [] : readCodeList(source, reader.report(path));
    return { id, name, entries, former: formerNames?.get(id) ?? [] };
  });
}

/** Checks how the parts hang together, and gives all formulas that could be read. */
function checkParts(parts: Parts): ReadonlyMap<string, Expression> {
  const codes = new Map(parts.classifications.map(({ id, entries }) => [id, new Set(entries.map(({ code }) => code))]));
  const tables = parts.tables.map(({ content }) => tableNames(content));
  const known: KnownNames = {
    tables: new Map(tables.map((names) => [names.table.id, names])),
    byName: new Map(tables.flatMap((names) => [names.table.name, ...names.table.aliases].map((name) => [name, names]))),
    forms: new Set(parts.head.forms),
    classifications: new Set(codes.keys()),
    elements: new Set(parts.elements.map(({ content }) => content.id)),
    formulas: new Map(),
  };
  checkTables(parts.tables, known.forms, codes);
  checkForms(parts.forms, known.tables, codes);
  checkRules(parts.rules, known);
  checkWanted(parts.elements, parts.lastYear, known);
  checkOverview(parts.overview.content, parts.overview.report, known);
  if (parts.publication !== undefined) checkPublication(parts.publication.content, parts.publication.report, known);
  return known.formulas;
}

function assemble(parts: Parts): Pack {
  const { id, title, place, years, frame } = parts.head;
  const contents = <Content>(filed: readonly Filed<Content>[]): readonly Content[] =>
    filed.map(({ content }) => content);
  return {
    id,
    title,
    place,
    years,
    forms: contents(parts.forms),
    tables: contents(parts.tables),
    rules: contents(parts.rules),
    classifications: parts.classifications,
    elements: contents(parts.elements),
    lastYear: contents(parts.lastYear),
    plausibility: parts.plausibility,
    narrativeCheck: parts.narrativeCheck,
    overview: parts.overview.content,
    ...(parts.publication === undefined ? {} : { publication: parts.publication.content }),
    frame,
  };
}
