import type { Finding } from "../../shared/model/finding.js";
import type { Pack } from "../../shared/template/pack.js";
import { kindOf, type FindingKindName } from "./finding-kinds.js";

/** The findings of one form, in their fixed order; `form` is undefined for what belongs to no form: texts, the file itself. */
export interface FindingGroup {
  readonly form: Pack["forms"][number] | undefined;
  readonly findings: readonly Finding[];
}

/** Findings by form in printed order, those of the kinds shown; what belongs to no form comes last. */
export function groupFindings(
  findings: readonly Finding[],
  pack: Pack,
  shown: ReadonlySet<FindingKindName>,
): readonly FindingGroup[] {
  const formOfTable = new Map(pack.tables.map(({ id, form }) => [id, form]));
  const byForm = new Map<string | undefined, Finding[]>();
  for (const finding of findings) {
    if (!shown.has(kindOf(finding))) continue;
    const form = formOf(finding, formOfTable);
    const group = byForm.get(form);
    if (group === undefined) byForm.set(form, [finding]);
    else group.push(finding);
  }
  const groups = pack.forms.map((form): FindingGroup => ({ form, findings: byForm.get(form.id) ?? [] }));
  const known = new Set(pack.forms.map(({ id }) => id));
  const rest = [...byForm].filter(([form]) => form === undefined || !known.has(form)).flatMap(([, list]) => list);
  return [...groups, { form: undefined, findings: rest }].filter((group) => group.findings.length > 0);
}

/** The form a finding is listed under: that of its first cell, else the one it names. */
export function formOf(finding: Finding, formOfTable: ReadonlyMap<string, string>): string | undefined {
  const [first] = finding.cells;
  return first === undefined ? finding.facts["form"] : formOfTable.get(first.table);
}

/** One text for a finding, the same after a gesture that left it as it was; for lists and for what is chosen in them. */
export function findingKey({ rule, code, cells, place, facts }: Finding): string {
  const where = cells.slice(0, 4).map(({ table, row, column }) => `${table}.${row}.${column}`);
  return [rule, code, ...where, place?.sheet, place?.address, facts["element"], facts["column"]].join("|");
}
