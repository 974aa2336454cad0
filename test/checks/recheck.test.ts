import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSession } from "../../shared/calc/open.js";
import { checkRules, recheckRules } from "../../shared/checks/check.js";
import { EXACT, gestures, perform, workbooks } from "../support/random-codes.js";
import { loadFormulas } from "../support/seed.js";
import { smallPack } from "../support/small-pack.js";

const PACK = smallPack();
const FORMULAS = loadFormulas(PACK);

describe("findings kept from edit to edit", () => {
  it("are after every gesture what checking anew finds, in the same order", () => {
    fc.assert(
      fc.property(workbooks(EXACT), gestures(EXACT), (found, all) => {
        let checked = recheckRules(openSession(PACK, FORMULAS, found));
        for (const gesture of all) {
          checked = recheckRules(perform(checked.session, gesture).session, checked);
          expect(checked.findings.items()).toEqual(checkRules(checked.session));
        }
      }),
      { seed: 20204, numRuns: 300 },
    );
  });
});
