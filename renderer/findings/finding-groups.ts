import type { Finding } from "../../shared/model/finding.js";
import type { Pack } from "../../shared/template/pack.js";
import { KINDS, kindOf, type FindingKindName } from "./finding-kinds.js";

/** Findings of one kind in one form, in their fixed order; `form` is undefined for what belongs to no form: texts, the file itself. */
export interface FindingGroup {
  readonly kind: FindingKindName;
  readonly form: Pack["forms"][number] | undefined;
  readonly findings: readonly Finding[];
}

/**
 * The findings of the kinds shown, the gravest kind first, each by form in printed order; what belongs to no form comes last within
 * its kind. Whoever opens the list sees what must be corrected, in whatever table it stands.
 */
export function groupFindings(
  findings: readonly Finding[],
  pack: Pack,
  shown: ReadonlySet<FindingKindName>,
): readonly FindingGroup[] {
  const formOfTable = new Map(pack.tables.map(({ id, form }) => [id, form]));
  return KINDS.filter((kind) => shown.has(kind)).flatMap((kind) =>
    groupByForm(
      findings.filter((finding) => kindOf(finding) === kind),
      pack,
      formOfTable,
    ).map((group) => ({ kind, ...group })),
  );
}

function groupByForm(
  findings: readonly Finding[],
  pack: Pack,
  formOfTable: ReadonlyMap<string, string>,
): readonly Omit<FindingGroup, "kind">[] {
  const byForm = new Map<string | undefined, Finding[]>(pack.forms.map(({ id }) => [id, []]));
  const rest: Finding[] = [];
  for (const finding of findings) (byForm.get(formOf(finding, formOfTable)) ?? rest).push(finding);
  const groups = pack.forms.map((form) => ({ form, findings: byForm.get(form.id) ?? [] }));
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

/** The entry of 说明要素 a finding without cells asks for or found fault with; undefined for others. */
export function elementOf({ cells, facts }: Finding): string | undefined {
  return cells.length === 0 ? facts["element"] : undefined;
}
