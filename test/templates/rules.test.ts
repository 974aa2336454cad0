import { describe, expect, test } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { openSession } from "../../shared/calc/open.js";
import { checkRules } from "../../shared/checks/check.js";
import { checkStructures } from "../../shared/checks/structure.js";
import type { Finding } from "../../shared/model/finding.js";
import type { RuleExample } from "../../shared/template/pack.js";
import { workbookOf } from "../support/rule-example.js";
import { loadFormulas, loadPack } from "../support/seed.js";

const pack = loadPack("yunnan-2020");
const formulas = loadFormulas(pack);

/** The rules the set is delivered with: 54 inside a table, 22 across tables, 13 about 公开11 and 公开12. */
const DELIVERED = [
  ..."01-01 01-02 01-03 01-04 01-05 01-06 01-07 02-01 02-02 02-03a 02-03b 02-03c 03-01 03-02a 03-02b 03-02c".split(" "),
  ..."04-01 04-02 04-03 04-04 04-05 04-06 04-07 04-08 05-01 05-02 05-03 05-04 05-05 05-06 05-07".split(" "),
  ..."05-08a 05-08b 05-08c 06-01 06-02 06-03 06-04 07-00 08-00 09-01c1 09-01c2 09-02c1 09-02c2 09-03".split(" "),
  ..."09-04 09-05 09-06 09-07 09-08 09-09 国资-01 国资-02 国资-03".split(" "),
  ..."X-01 X-02 X-03 X-04 X-05 X-06 X-07 X-08 X-09 X-10 X-11 X-12 X-13 X-14 X-15 X-16 X-17 X-18".split(" "),
  ..."X-19 X-20 X-21 X-22 11-01 11-02 11-03 11-04".split(" "),
  ..."12-01 12-02 12-03 12-04 12-05 12-06 12-07 12-08 12-09".split(" "),
];

describe("the rules of the set", () => {
  test("are all there, each once", () => {
    expect(DELIVERED).toHaveLength(89);
    expect(pack.rules.map(({ id }) => id).sort()).toEqual([...DELIVERED].sort());
  });

  test.each(pack.rules.map((rule) => [rule.id, rule] as const))(
    "%s has an example that holds and one that fails",
    (_, rule) => {
      const expected = rule.examples.map(({ expect: verdict }) => verdict);
      expect(expected).toContain("holds");
      expect(expected).toContain("violated");
      expect(rule.title.length * rule.basis.length).toBeGreaterThan(0);
      expect(rule.formulas.length > 0 || rule.structure !== undefined).toBe(true);
    },
  );
});

describe("examples of rules", () => {
  for (const rule of pack.rules) {
    test.each(rule.examples.map((example) => [example] as const))(`${rule.id} %j`, (example) => {
      const session = openSession(pack, formulas, workbookOf(pack, example));
      const all = [...checkRules(session), ...checkStructures(computedOf(session))];
      const findings = all.filter((finding) => finding.rule === rule.id);
      expect(verdictOf(findings), JSON.stringify(findings, undefined, 1)).toBe(example.expect);
    });
  }
});

/** What a rule says to a workbook, gravest first. */
function verdictOf(findings: readonly Finding[]): RuleExample["expect"] {
  const kinds = new Set(findings.map(({ kind }) => kind));
  if (kinds.has("violated") || kinds.has("format")) return "violated";
  if (kinds.has("rounding")) return "rounding";
  return kinds.has("not-checked") ? "not-checked" : "holds";
}
