import type { Computed } from "../calc/computed.js";
import type { Session } from "../calc/session.js";
import type { Finding } from "../model/finding.js";
import type { CellInput, RowData, TableData, Workbook } from "../model/workbook.js";
import { textChecks } from "./plausibility.js";

/** What the checks found that read no figure, and the session they read. */
export interface TextFindings {
  readonly session: Session;
  readonly findings: readonly Finding[];
}

/**
 * The findings of codes, names, long texts and answers. Those `before` are kept while nothing was written since but figures: typing
 * one must not read every text of the workbook again.
 */
export function textFindings(session: Session, computed: Computed, before?: TextFindings): TextFindings {
  if (before !== undefined && saysTheSame(before.session, session)) return { ...before, session };
  return { session, findings: textChecks.flatMap((check) => check(computed)) };
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
