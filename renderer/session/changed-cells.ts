import { addressOf } from "../../shared/calc/layout.js";
import type { Session } from "../../shared/calc/session.js";
import { addressKey } from "../../shared/model/address.js";
import type { Finding } from "../../shared/model/finding.js";
import type { Transaction } from "../../shared/model/transaction.js";

/** A session and all its findings, before or after a gesture. */
export interface Checked {
  readonly session: Session;
  readonly findings: readonly Finding[];
}

/**
 * The cells, by addressKey, in which a gesture changed a figure, a text, a mark or a finding. Undefined when the rows were laid out
 * anew: then any cell may be another one.
 */
export function changedCells(
  before: Checked,
  after: Checked,
  transaction: Transaction,
): ReadonlySet<string> | undefined {
  if (before.session.plan !== after.session.plan) return undefined;
  const { layout } = after.session.plan;
  const changed = new Set<string>();
  for (const change of transaction.changes) {
    if (change.kind === "set-cell" || change.kind === "set-mark") changed.add(addressKey(change.at));
  }
  for (const cell of after.session.figures.standing.differences(before.session.figures.standing)) {
    if (cell < layout.cells) changed.add(addressKey(addressOf(layout, cell)));
  }
  for (const finding of differing(before.findings, after.findings)) {
    for (const at of finding.cells) changed.add(addressKey(at));
  }
  return changed;
}

/** Findings that stand on one side only. */
function differing(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const kept = new Set(after);
  const gone = before.filter((finding) => !kept.has(finding));
  const known = new Set(before);
  const come = after.filter((finding) => !known.has(finding));
  const texts = new Set(gone.map(textOf));
  const fresh = new Set(come.map(textOf));
  return [...gone.filter((one) => !fresh.has(textOf(one))), ...come.filter((one) => !texts.has(textOf(one)))];
}

function textOf(finding: Finding): string {
  return JSON.stringify(finding);
}
