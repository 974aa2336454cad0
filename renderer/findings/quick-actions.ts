import { derivationOf } from "../../shared/calc/derivation.js";
import type { Session } from "../../shared/calc/session.js";
import { changeOfCell } from "../../shared/calc/typing.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { Finding } from "../../shared/model/finding.js";
import type { Transaction } from "../../shared/model/transaction.js";
import type { RemarkId } from "../../shared/model/workbook.js";

/** What can be done about a finding with one click. */
export type QuickAction =
  /** Puts the computed figure in place of the one that was stated, or drops the residual that the file's total keeps. */
  | { readonly kind: "take-computed" | "drop-residual"; readonly at: CellAddress }
  /** Asks for the reason why a 核实性 finding may stand. */
  | { readonly kind: "answer"; readonly remark: RemarkId };

/** The actions a finding offers in the workbook as it is now. */
export function quickActions(session: Session, finding: Finding): readonly QuickAction[] {
  const actions: QuickAction[] = [];
  for (const at of finding.cells) {
    const derivation = derivationOf(session, at);
    if (derivation?.mark === undefined || derivation.rule.id !== finding.rule) continue;
    actions.push({ kind: derivation.mark.kind === "stated" ? "take-computed" : "drop-residual", at });
    break;
  }
  if (finding.severity === "explain" && finding.remarkId !== undefined) {
    actions.push({ kind: "answer", remark: finding.remarkId });
  }
  return actions;
}

/** The gesture that clears what was stated or kept, so that the computed figure stands. */
export function takeComputed(session: Session, at: CellAddress): Transaction {
  const change = changeOfCell(session, at, undefined);
  return { origin: "typing", changes: change === undefined ? [] : [change] };
}

/** The gesture that writes the reason into 说明要素, or takes it away when it is blank. */
export function answerFinding(session: Session, id: RemarkId, reason: string): Transaction {
  const before = session.workbook.remarks.get(id);
  const after = reason.trim() === "" ? undefined : reason.trim();
  if (before === after) return { origin: "answer", changes: [] };
  return {
    origin: "answer",
    changes: [
      {
        kind: "set-remark",
        id,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    ],
  };
}
