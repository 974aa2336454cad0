import type { Computed } from "../calc/computed.js";
import { computedOf } from "../calc/computed-session.js";
import { addressOf } from "../calc/layout.js";
import type { Session } from "../calc/session.js";
import type { Finding } from "../model/finding.js";
import type { CellInput, RowData, TableData, Workbook } from "../model/workbook.js";
import type { Rule } from "../template/pack.js";
import { textChecks } from "./plausibility.js";
import { checkStructure } from "./structure.js";

type RuleId = Rule["id"];

/** What the checks found that read no figure, or only whether there is one, and the session they read. */
export interface TextFindings {
  readonly session: Session;
  /** Findings of the structures that rules ask for, by the rule's id. */
  readonly structures: ReadonlyMap<RuleId, readonly Finding[]>;
  /** Findings of codes, names, long texts and answers. */
  readonly findings: readonly Finding[];
}

/**
 * The findings of codes, names, long texts and answers. Those `before` are kept while nothing was written since but figures: typing
 * one must not read every text of the workbook again.
 */
export function textFindings(session: Session, computed: Computed, before?: TextFindings): TextFindings {
  const kept = before !== undefined && saysTheSame(before.session, session) ? before : undefined;
  const withFigures = kept !== undefined && sameFiguresAreZero(kept.session, session, computed) ? kept : undefined;
  const structures = new Map<RuleId, readonly Finding[]>();
  for (const rule of computed.pack.rules) {
    const reads = READS[rule.structure?.check ?? "none"];
    if (reads === undefined) continue;
    const known = (reads === "texts" ? kept : withFigures)?.structures.get(rule.id);
    structures.set(rule.id, known ?? checkStructure(rule, computed));
  }
  return { session, structures, findings: kept?.findings ?? textChecks.flatMap((check) => check(computed)) };
}

/** The structures that read codes and names only, and the one that reads besides whether figures are zero. */
const READS: Readonly<Record<string, "texts" | "zeros">> = {
  "unique-codes": "texts",
  "same-names": "texts",
  "codes-within": "zeros",
};

/** Whether every cell whose figure changed is printed as nothing, or as something, before and after. */
function sameFiguresAreZero(before: Session, after: Session, is: Computed): boolean {
  const { layout } = after.plan;
  const was = computedOf(before);
  for (const cell of after.figures.standing.differences(before.figures.standing)) {
    if (cell >= layout.cells) continue;
    const at = addressOf(layout, cell);
    if ((was.printed(at)?.isZero() ?? true) !== (is.printed(at)?.isZero() ?? true)) return false;
  }
  return true;
}

function saysTheSame(before: Session, after: Session): boolean {
  const [was, is] = [before.workbook, after.workbook];
  return (
    before.plan.layout === after.plan.layout &&
    was.profile === is.profile &&
    was.remarks === is.remarks &&
    was.emptySentences === is.emptySentences &&
    was.printedUnits === is.printedUnits &&
    sameTables(was.tables, is.tables)
  );
}

function sameTables(before: Workbook["tables"], after: Workbook["tables"]): boolean {
  if (before === after) return true;
  if (before.size !== after.size) return false;
  for (const [id, table] of after) {
    const was = before.get(id);
    if (was === undefined || !sameRows(was, table)) return false;
  }
  return true;
}

/** Rows nothing was typed into are shared between versions of a workbook, so that only the others are looked into. */
function sameRows({ rows: before }: TableData, { rows: after }: TableData): boolean {
  return (
    before === after ||
    (before.length === after.length &&
      after.every((row, index) => row === before[index] || sameTexts(before[index], row)))
  );
}

function sameTexts(before: RowData | undefined, after: RowData): boolean {
  if (before?.key !== after.key) return false;
  const columns = new Set([...before.inputs.keys(), ...after.inputs.keys()]);
  return [...columns].every((column) => textOf(before.inputs.get(column)) === textOf(after.inputs.get(column)));
}

function textOf(input: CellInput | undefined): string | undefined {
  return input?.kind === "text" ? input.text : undefined;
}
