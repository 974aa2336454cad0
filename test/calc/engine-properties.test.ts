import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edit } from "../../shared/calc/edit.js";
import { openSession, type FoundWorkbook } from "../../shared/calc/open.js";
import type { Session } from "../../shared/calc/session.js";
import { invert, type Transaction } from "../../shared/model/transaction.js";
import { EXACT, gestures, perform, PRINTED, workbooks, type Gesture } from "../support/random-codes.js";
import { contentOf, leftBehind } from "../support/session-content.js";
import { loadFormulas } from "../support/seed.js";
import { smallPack } from "../support/small-pack.js";

const PACK = smallPack();
const FORMULAS = loadFormulas(PACK);

function open(found: FoundWorkbook): Session {
  return openSession(PACK, FORMULAS, found);
}

/** All gestures one after the other; the transactions as they were recorded. */
function performAll(
  opened: Session,
  all: readonly Gesture[],
): { readonly session: Session; readonly transactions: readonly Transaction[] } {
  let session = opened;
  const transactions: Transaction[] = [];
  for (const gesture of all) {
    const edited = perform(session, gesture);
    session = edited.session;
    transactions.push(edited.transaction);
  }
  return { session, transactions };
}

/** The same workbook with the same marks, laid out and computed anew as a whole. */
function computedAnew(session: Session): Session {
  const { profile } = session.workbook;
  return edit(session, { origin: "profile", changes: [{ kind: "set-profile", before: profile, after: profile }] })
    .session;
}

describe("editing step by step", () => {
  it("gives what computing the whole workbook anew gives", () => {
    fc.assert(
      fc.property(workbooks(EXACT), gestures(EXACT), (found, all) => {
        const { session } = performAll(open(found), all);
        expect(contentOf(session)).toEqual(contentOf(computedAnew(session)));
      }),
      { seed: 20201, numRuns: 400 },
    );
  });

  it("gives the figures and findings of opening what it leaves behind", () => {
    fc.assert(
      fc.property(workbooks(PRINTED), gestures(PRINTED), (found, all) => {
        const { session } = performAll(open(found), all);
        const { figures, findings } = contentOf(session);
        const reopened = contentOf(open(leftBehind(session)));
        expect({ figures, findings }).toEqual({ figures: reopened.figures, findings: reopened.findings });
      }),
      { seed: 20202, numRuns: 400 },
    );
  });

  it("is taken back by undo, gesture by gesture", () => {
    fc.assert(
      fc.property(workbooks(EXACT), gestures(EXACT), (found, all) => {
        const opened = open(found);
        const { session, transactions } = performAll(opened, all);
        const undone = transactions
          .toReversed()
          .reduce((now, one) => edit(now, { ...invert(one), origin: "undo" }).session, session);
        expect(contentOf(undone)).toEqual(contentOf(opened));
      }),
      { seed: 20203, numRuns: 400 },
    );
  });
});
