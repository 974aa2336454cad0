import type { Demand, Publication } from "./publication.js";
import { readFormula, type KnownNames } from "./read-formula.js";
import { flag, list, name, object, optional, type Report, type Shape } from "./shape.js";
import { PLACEHOLDERS } from "./words.js";

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
