import { readFormula, type KnownNames } from "./read-formula.js";
import { flag, list, name, object, optional, type Report, type Shape } from "./shape.js";
import { PLACEHOLDERS } from "./words.js";

/**
 * How a set is published: what folder and files are called, and what must be in order before. Names may hold `{部门}` and `{年度}`.
 */
export interface Publication {
  readonly folder: string;
  /** The tables as .xlsx without the working sheets. */
  readonly workbook: string;
  /** The narrative as .docx. */
  readonly narrative: string;
  readonly narrativePdf: string;
  readonly tablesPdf: string;
  /** What the rules of publication demand, in the order in which it is gone through. */
  readonly checklist: readonly Demand[];
}

/** One thing that the rules of publication demand; it is met when nothing of what it names is missing. */
export interface Demand {
  readonly id: string;
  /** What is demanded, as people say it: `“三公”经费的各项统计数和增减原因`. */
  readonly title: string;
  /** The law or notice it rests on. */
  readonly basis?: string;
  /** Forms that must be there; `allForms` for every form of the set. */
  readonly forms?: readonly string[];
  readonly allForms?: boolean;
  /** Every form without figures carries its sentence. */
  readonly emptySentences?: boolean;
  /** Cells `表.行.栏` that must hold a figure, be it 0. */
  readonly cells?: readonly string[];
  /** Elements that must be answered wherever their own condition asks for them. */
  readonly elements?: readonly string[];
  /** Words of headings in the narrative below which something must stand. */
  readonly headings?: readonly string[];
  /** No mark of something missing is left in the narrative. */
  readonly complete?: boolean;
  /** Only a person can say so. */
  readonly confirm?: boolean;
}

/** The shape of publication.json. */
export const publicationShape: Shape<Publication> = object<Publication>({
  folder: name,
  workbook: name,
  narrative: name,
  narrativePdf: name,
  tablesPdf: name,
  checklist: list(
    object<Demand>({
      id: name,
      title: name,
      basis: optional(name),
      forms: optional(list(name)),
      allForms: optional(flag),
      emptySentences: optional(flag),
      cells: optional(list(name)),
      elements: optional(list(name)),
      headings: optional(list(name)),
      complete: optional(flag),
      confirm: optional(flag),
    }),
  ),
});

const ENDINGS = { workbook: ".xlsx", narrative: ".docx", narrativePdf: ".pdf", tablesPdf: ".pdf" } as const;

/** Checks that names can be file names with the right endings, each its own, and that demands speak of what the pack has. */
export function checkPublication(publication: Publication, report: Report, known: KnownNames): void {
  const files = Object.entries(ENDINGS) as [keyof typeof ENDINGS, string][];
  const used = new Map<string, string>();
  for (const [field, ending] of files) {
    const file = publication[field];
    if (!file.endsWith(ending)) report(field, "unknown-value", { value: file, allowed: `*${ending}` });
    const first = used.get(file);
    if (first === undefined) used.set(file, field);
    else report(field, "duplicate", { value: file, first });
  }
  for (const field of ["folder", ...files.map(([each]) => each)] as const) {
    if (isNoFileName(publication[field])) report(field, "unknown-value", { value: publication[field], allowed: "" });
  }
  const ids = new Map<string, string>();
  for (const [index, demand] of publication.checklist.entries()) {
    const path = `checklist[${index}]`;
    const first = ids.get(demand.id);
    if (first === undefined) ids.set(demand.id, path);
    else report(`${path}.id`, "duplicate", { value: demand.id, first });
    checkDemand(demand, path, report, known);
  }
}

/** Signs that no file system takes, apart from the placeholders. */
function isNoFileName(pattern: string): boolean {
  const rest = pattern.replaceAll(PLACEHOLDERS.department, "").replaceAll(PLACEHOLDERS.year, "");
  return /[\\/:*?"<>|{}\u0000-\u001f]|^\.|[.\s]$/.test(rest);
}

function checkDemand(demand: Demand, path: string, report: Report, known: KnownNames): void {
  for (const [index, form] of (demand.forms ?? []).entries()) {
    if (!known.forms.has(form)) report(`${path}.forms[${index}]`, "unknown-name", { value: form, kind: "form" });
  }
  for (const [index, element] of (demand.elements ?? []).entries()) {
    if (!known.elements.has(element))
      report(`${path}.elements[${index}]`, "unknown-name", { value: element, kind: "element" });
  }
  for (const [index, cell] of (demand.cells ?? []).entries()) {
    const at = `${path}.cells[${index}]`;
    const found = readFormula(cell, at, report, known)?.kind;
    if (found !== undefined && found !== "cell") report(at, "unknown-name", { value: cell, kind: "cell" });
  }
}
