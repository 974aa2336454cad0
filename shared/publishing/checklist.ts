import type { Computed } from "../calc/computed.js";
import { computedOf } from "../calc/computed-session.js";
import type { Session } from "../calc/session.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { textOf, type NarrativeParagraph } from "../narrative/render.js";
import type { Form } from "../template/pack.js";
import type { Demand } from "../template/publication.js";

/** Something a demand names and the publication has not. */
export type Lack =
  /** A form that is not in the workbook; `answer` is the reason that was written down for it. */
  | { readonly kind: "form"; readonly form: Form; readonly answer?: string }
  /** A form without figures and without the sentence that says why. */
  | { readonly kind: "sentence"; readonly form: Form }
  | { readonly kind: "cell"; readonly cell: CellAddress }
  /** An element of 说明要素 that is asked for and not answered, with its finding. */
  | { readonly kind: "element"; readonly finding: Finding }
  /** A heading that the narrative has not, or below which nothing stands. */
  | { readonly kind: "heading"; readonly words: string }
  /** A paragraph of the narrative with a mark of something missing, counted from 1. */
  | { readonly kind: "mark"; readonly paragraph: number; readonly text: string };

/** Where a demand stands: met, missing something, or for a person to say. */
export type ChecklistState = "met" | "missing" | "confirm";

/** One line of the checklist before a publication. */
export interface ChecklistItem {
  readonly id: string;
  readonly title: string;
  readonly basis?: string;
  readonly state: ChecklistState;
  readonly lacks: readonly Lack[];
}

/** What of a workbook the checklist cannot see in its session. */
export interface ChecklistSources {
  /** All findings of the workbook and of its narrative. */
  readonly findings: readonly Finding[];
  /** The narrative as it will be published. */
  readonly narrative: readonly NarrativeParagraph[];
}

/**
 * Goes through what the rules of publication demand (the pack's publication.json), in their order. It says what is there and what is not,
 * whatever errors the figures have. A pack without demands has no checklist.
 */
export function checklist(session: Session, sources: ChecklistSources): readonly ChecklistItem[] {
  const computed = computedOf(session);
  return (computed.pack.publication?.checklist ?? []).map((demand) => itemOf(computed, demand, sources));
}

function itemOf(computed: Computed, demand: Demand, sources: ChecklistSources): ChecklistItem {
  const lacks = [
    ...missingForms(computed, demand, sources.findings),
    ...missingSentences(computed, demand, sources.findings),
    ...blankCells(computed, demand),
    ...openElements(demand, sources.findings),
    ...missingHeadings(demand, sources.narrative),
    ...(demand.complete === true ? marks(sources.narrative) : []),
  ];
  const { id, title, basis } = demand;
  return { id, title, ...(basis === undefined ? {} : { basis }), state: stateOf(demand, lacks), lacks };
}

/** A form that is not there for a written reason is for a person to decide. */
function stateOf({ confirm }: Demand, lacks: readonly Lack[]): ChecklistState {
  const isAnswered = (lack: Lack): boolean => lack.kind === "form" && lack.answer !== undefined;
  if (!lacks.every(isAnswered)) return "missing";
  return confirm === true || lacks.length > 0 ? "confirm" : "met";
}

function missingForms({ pack }: Computed, demand: Demand, findings: readonly Finding[]): readonly Lack[] {
  const wanted = demand.allForms === true ? pack.forms : pack.forms.filter(({ id }) => demand.forms?.includes(id));
  return wanted.flatMap((form): readonly Lack[] => {
    const finding = missingForm(form, findings);
    if (finding === undefined) return [];
    const { remark: answer } = finding;
    return [{ kind: "form", form, ...(answer === undefined ? {} : { answer }) }];
  });
}

function missingForm({ id }: Form, findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ code, remarkId }) => code === "form-missing" && remarkId === `form-missing-${id}`);
}

function missingSentences(computed: Computed, demand: Demand, findings: readonly Finding[]): readonly Lack[] {
  if (demand.emptySentences !== true) return [];
  const { pack, workbook } = computed;
  return pack.forms
    .filter((form) => missingForm(form, findings) === undefined && isEmpty(computed, form))
    .filter(({ id }) => (workbook.emptySentences.get(id)?.trim() ?? "") === "")
    .map((form) => ({ kind: "sentence", form }));
}

/** Whether a form holds nothing: no figure but 0, and no text that somebody typed. */
function isEmpty(computed: Computed, form: Form): boolean {
  return computed.pack.tables
    .filter((table) => table.form === form.id)
    .every(({ id, columns }) =>
      computed.rows(id).every((row) =>
        columns.every((column) => {
          const at = { table: id, row, column: column.id };
          return column.kind === "text" ? (computed.text(at) ?? "") === "" : (computed.figure(at)?.isZero() ?? true);
        }),
      ),
    );
}

function blankCells(computed: Computed, demand: Demand): readonly Lack[] {
  return (demand.cells ?? []).flatMap((reference): readonly Lack[] => {
    const cell = computed.resolve(reference);
    return cell === undefined || computed.figure(cell) !== undefined ? [] : [{ kind: "cell", cell }];
  });
}

function openElements({ elements = [] }: Demand, findings: readonly Finding[]): readonly Lack[] {
  return elements.flatMap((id): readonly Lack[] => {
    const finding = findings.find(({ rule, facts }) => rule === "N-reason" && facts["element"] === id);
    return finding === undefined ? [] : [{ kind: "element", finding }];
  });
}

/** A heading is a short paragraph; sentences may hold the same words. */
const LONGEST_HEADING = 60;

function missingHeadings({ headings = [] }: Demand, narrative: readonly NarrativeParagraph[]): readonly Lack[] {
  const texts = narrative.map((paragraph) => textOf(paragraph).trim()).filter((text) => text !== "");
  return headings.flatMap((words): readonly Lack[] => {
    const at = texts.findIndex((text) => text.length <= LONGEST_HEADING && text.includes(words));
    return at >= 0 && at + 1 < texts.length ? [] : [{ kind: "heading", words }];
  });
}

function marks(narrative: readonly NarrativeParagraph[]): readonly Lack[] {
  return narrative.flatMap((paragraph, index): readonly Lack[] => {
    const found = paragraph.runs.filter(({ kind }) => kind === "mark");
    return found.length === 0
      ? []
      : [{ kind: "mark", paragraph: index + 1, text: found.map(({ text }) => text).join("") }];
  });
}
