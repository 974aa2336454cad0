import { describe, expect, test } from "vitest";
import { checkExecution } from "../../shared/checks/plausibility-execution.js";
import { checkPastedAmounts } from "../../shared/checks/plausibility-pasted-amounts.js";
import { checkScores } from "../../shared/checks/plausibility-scores.js";
import { checkSplitCounts } from "../../shared/checks/plausibility-split-counts.js";
import { checkUnitSlips } from "../../shared/checks/plausibility-unit-slips.js";
import { checkZeroBases } from "../../shared/checks/plausibility-zero-bases.js";
import type { PlausibilityCheck } from "../../shared/checks/plausibility.js";
import { loadPack } from "../support/seed.js";
import { computedFrom, line, lines } from "../support/text-workbook.js";

const pack = loadPack("yunnan-2020");

/** Funds stand below projects. */
const PROJECTS = `
  12-projects | name
  p1          | 甲项目
  p2          | 乙项目
`;

function expectFindings(check: PlausibilityCheck, tables: string, expected: string): void {
  expect(check(computedFrom(pack, tables)).map(line)).toEqual(lines(expected));
}

describe("元 typed as 万元", () => {
  const WHOLE = `
    03    | total   | basic   | project
    total | 8337.62 | 2375.99 | 5961.63
  `;

  test("spending beyond the whole department's, and the budget beside it", () => {
    expectFindings(
      checkUnitSlips,
      `${WHOLE}${PROJECTS}
      12-funds   | initial  | annual   | executed
      p1/total   | 50000.00 | 50000.00 | 50000.00
      p1/current | 5.00     | 5.00     | 5.00`,
      `unit-slip error 12-funds!p1/total!initial 12-funds!p1/total!annual 12-funds!p1/total!executed 03!total!total 50000.00 ~ 8337.62`,
    );
  });

  test("the finding says what the amount would be in 万元 and whose it is", () => {
    const [finding] = checkUnitSlips(
      computedFrom(
        pack,
        `${WHOLE}
        12-projects | name
        p1          | 三支一扶慰问经费

        12-funds | executed
        p1/total | 11600.00`,
      ),
    );
    expect(finding?.facts).toEqual({
      evidence: "whole",
      amount: "11600.00",
      limit: "8337.62",
      corrected: "1.16",
      project: "三支一扶慰问经费",
    });
  });

  test("10,000 times another amount of the row", () => {
    expectFindings(
      checkUnitSlips,
      `${PROJECTS}
      12-funds | initial | annual  | executed
      p1/total | 0.50    | 0.50    | 5000.00`,
      `unit-slip error 12-funds!p1/total!executed 12-funds!p1/total!initial 5000.00 ~ 0.50`,
    );
  });

  test("10,000 times the task of the same name in 公开11", () => {
    expectFindings(
      checkUnitSlips,
      `
      11-tasks | name     | total | spent
      1        | 培训经费 | 0.80  | 0.80

      12-projects | name
      p1          | 培训经费

      12-funds | executed
      p1/total | 8000.00`,
      `unit-slip error 12-funds!p1/total!executed 11-tasks!1!spent 8000.00 ~ 0.80`,
    );
  });

  test("a large budget of which little was spent is none", () => {
    expectFindings(
      checkUnitSlips,
      `${WHOLE}${PROJECTS}
      12-funds | initial  | annual   | executed
      p1/total | 12000.00 | 12000.00 | 500.00`,
      "",
    );
  });

  test("a hundred 万元 beside a budget of 0.01 is no slip: small amounts are too coarse to tell", () => {
    expectFindings(
      checkUnitSlips,
      `${PROJECTS}
      12-funds | initial | annual | executed
      p1/total | 0.01    | 100.00 | 100.00`,
      "",
    );
  });

  test("an amount above the project expenditure, yet below the whole, proves nothing about its unit", () => {
    expectFindings(
      checkUnitSlips,
      `${WHOLE}${PROJECTS}
      12-funds | initial | annual  | executed
      p1/total | 8112.64 | 8112.64 | 8112.64`,
      "",
    );
  });

  test("nothing is held against a whole that is blank or 0, and counts of 公开09 are no amounts", () => {
    expectFindings(
      checkUnitSlips,
      `${PROJECTS}
      03    | total
      total | 0.00

      09  | actual
      r18 | 12000

      12-funds | executed
      p1/total | 50000.00`,
      "",
    );
    expectFindings(
      checkUnitSlips,
      `${WHOLE}
      09  | budgeted | actual
      r18 |          | 12000`,
      "",
    );
  });
});

describe("an amount pasted across weight, rate and score", () => {
  test("all cells it covers are named, with the amount it came from", () => {
    expectFindings(
      checkPastedAmounts,
      `${PROJECTS}
      12-funds   | initial   | annual    | executed  | weight    | rate      | score
      p1/current | 350000.00 | 350000.00 | 350000.00 | 350000.00 | 350000.00 | 350000.00`,
      `pasted-amount error 12-funds!p1/current!weight 12-funds!p1/current!score 12-funds!p1/current!rate 12-funds!p1/current!initial 12-funds!p1/current!annual 12-funds!p1/current!executed 350000 ~ 100`,
    );
  });

  test("a project of exactly 100.00 万元 may have 100 everywhere, and a rate above 100 % is no score", () => {
    expectFindings(
      checkPastedAmounts,
      `${PROJECTS}
      12-funds | initial | annual | executed | weight | rate   | score
      p1/total | 100.00  | 100.00 | 100.00   | 100    | 100.00 | 100
      p2/total | 100.00  | 100.00 | 120.00   | 10     | 120.00 | 10`,
      "",
    );
  });
});

describe("scores above their weight", () => {
  test("the total score of a project above its total weight", () => {
    expectFindings(
      checkScores,
      `
      12-projects | name | totalWeight | totalScore
      p1          | 甲   | 100         | 105`,
      `score-above-weight error 12-projects!p1!totalScore 12-projects!p1!totalWeight 105 ~ 100`,
    );
  });

  test("full marks and a blank weight are right", () => {
    expectFindings(
      checkScores,
      `
      12-projects | name | totalWeight | totalScore
      p1          | 甲   | 100         | 100.00
      p2          | 乙   |             | 95`,
      "",
    );
  });
});

describe("a percentage of nothing", () => {
  test("a rate beside a blank base or a base of 0", () => {
    expectFindings(
      checkZeroBases,
      `${PROJECTS}
      12-funds     | initial | annual | executed | rate
      p1/carryover |         |        |          | 100.00
      p1/other     | 0.00    | 0.00   | 0.00     | 100.00`,
      `zero-base explain 12-funds!p1/carryover!rate 12-funds!p1/carryover!annual 100.00
       zero-base explain 12-funds!p1/other!rate 12-funds!p1/other!annual 100.00`,
    );
  });

  test("a dash and a 0 are right, and so is a rate of a base that is there", () => {
    expectFindings(
      checkZeroBases,
      `${PROJECTS}
      12-funds     | initial | annual | executed | rate
      p1/carryover | 0.00    | 0.00   | 0.00     | —
      p1/other     | 0.00    | 0.00   | 0.00     | 0.00
      p1/current   | 5.00    | 5.00   | 5.00     | 100.00`,
      "",
    );
  });
});

describe("execution without a reason", () => {
  test("below the floor and above 100 %", () => {
    expectFindings(
      checkExecution,
      `${PROJECTS}
      11-tasks | name | total  | fiscalAppropriation | spent
      1        | 甲   | 100.00 | 100.00              | 79.99
      2        | 乙   | 100.00 | 100.00              | 100.01

      12-funds   | annual | executed
      p1/current | 10.00  | 5.00`,
      `low-execution explain 11-tasks!1!spent 11-tasks!1!total 79.99 ~ 100.00
       over-execution explain 11-tasks!2!spent 11-tasks!2!total 100.01 ~ 100.00
       low-execution explain 12-funds!p1/total!executed 12-funds!p1/total!annual 5.00 ~ 10.00`,
    );
  });

  test("a reason beside the task, under 其他需要说明事项 or beside an indicator is enough, and 80 % needs none", () => {
    expectFindings(
      checkExecution,
      `
      11-tasks | name | total  | fiscalAppropriation | spent | lowReason
      1        | 甲   | 100.00 | 100.00              | 50.00 | 项目跨年实施
      2        | 乙   | 100.00 | 100.00              | 80.00 |
      3        | 丙   | 0.00   | 0.00                | 0.00  |

      12-projects | name | otherMatters
      p1          | 丁   | 受疫情影响推迟
      p2          | 戊   |

      12-funds   | annual | executed
      p1/current | 10.00  | 5.00
      p2/current | 10.00  | 5.00

      12-indicators | level3 | deviation
      p2/1          | 次数   | 培训推迟到下一年`,
      "",
    );
  });
});

describe("a count", () => {
  test("with a fraction is an error; amounts beside it may have one, and 80.00 is whole", () => {
    expectFindings(
      checkSplitCounts,
      `
      09  | budgeted | actual
      r8  |          | 6.29
      r16 |          | 80.00
      r18 |          | 819.5
      r22 |          | 252.99`,
      "split-count error 09!r18!actual 819.5",
    );
  });
});
