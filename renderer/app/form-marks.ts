import type { Computed } from "../../shared/calc/computed.js";
import type { Finding } from "../../shared/model/finding.js";
import type { Form, Pack, Table } from "../../shared/template/pack.js";

/** What the navigator says of a form: the gravest thing about it. */
export type FormState = "error" | "explain" | "empty" | "rounding" | "hint" | "complete";

export interface FormMark {
  readonly form: Form;
  readonly state: FormState;
  /** How many findings of this state the form has; 0 for empty and complete forms. */
  readonly count: number;
  /** The sentence an empty form is published with: the file's own, else the pack's; undefined for others. */
  readonly sentence?: string;
}

/** The mark of every form, in printed order. A finding counts for the form of its first cell, or the one it names. */
export function formMarks(computed: Computed, findings: readonly Finding[]): readonly FormMark[] {
  const { pack } = computed;
  const counts = countByForm(pack, findings);
  return pack.forms.map((form) => markOf(computed, form, counts.get(form.id) ?? NOTHING));
}

interface Counts {
  readonly error: number;
  readonly explain: number;
  readonly rounding: number;
  readonly hint: number;
}

const NOTHING: Counts = { error: 0, explain: 0, rounding: 0, hint: 0 };

function countByForm(pack: Pack, findings: readonly Finding[]): ReadonlyMap<string, Counts> {
  const formOfTable = new Map(pack.tables.map(({ id, form }) => [id, form]));
  const counts = new Map<string, Counts>();
  for (const finding of findings) {
    const [first] = finding.cells;
    const form = first === undefined ? finding.facts["form"] : formOfTable.get(first.table);
    if (form === undefined || finding.remark !== undefined) continue;
    const kind = finding.kind === "rounding" ? "rounding" : finding.severity;
    const before = counts.get(form) ?? NOTHING;
    counts.set(form, { ...before, [kind]: before[kind] + 1 });
  }
  return counts;
}

function markOf(computed: Computed, form: Form, counts: Counts): FormMark {
  if (counts.error > 0) return { form, state: "error", count: counts.error };
  if (counts.explain > 0) return { form, state: "explain", count: counts.explain };
  if (isEmpty(computed, form)) {
    const sentence = computed.workbook.emptySentences.get(form.id);
    return { form, state: "empty", count: 0, ...(sentence === undefined ? {} : { sentence }) };
  }
  if (counts.hint > 0) return { form, state: "hint", count: counts.hint };
  if (counts.rounding > 0) return { form, state: "rounding", count: counts.rounding };
  return { form, state: "complete", count: 0 };
}

/** Whether nobody has put anything into the form; the names of its rows do not count. A filled form is known at its first figure. */
function isEmpty({ pack, workbook }: Computed, form: Form): boolean {
  return pack.tables
    .filter((table) => table.form === form.id)
    .every((table) => (workbook.tables.get(table.id)?.rows ?? []).every((row) => !holdsAnything(table, row)));
}

function holdsAnything(
  table: Table,
  { inputs, marks }: { readonly inputs: ReadonlyMap<string, unknown>; readonly marks: ReadonlyMap<string, unknown> },
): boolean {
  if (marks.size > 0) return true;
  const isCode = table.rows.kind === "codes";
  for (const column of inputs.keys()) if (!isCode || column !== "name") return true;
  return false;
}
