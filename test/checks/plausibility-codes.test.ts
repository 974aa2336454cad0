import { describe, expect, test } from "vitest";
import { checkCodeLengths } from "../../shared/checks/plausibility-code-lengths.js";
import { checkCodeNames } from "../../shared/checks/plausibility-code-names.js";
import { checkDuplicateCodes } from "../../shared/checks/plausibility-duplicate-codes.js";
import { checkMissingParents } from "../../shared/checks/plausibility-missing-parents.js";
import { checkUnknownCodes } from "../../shared/checks/plausibility-unknown-codes.js";
import type { PlausibilityCheck } from "../../shared/checks/plausibility.js";
import type { Pack } from "../../shared/template/pack.js";
import { loadPack } from "../support/seed.js";
import { computedFrom, line, lines, type Surroundings } from "../support/text-workbook.js";

const ruled = loadPack("yunnan-2020");
/** The same forms in a place whose rules say nothing of codes. */
const unruled: Pack = { ...ruled, rules: ruled.rules.filter((rule) => rule.structure === undefined) };

function expectFindings(
  check: PlausibilityCheck,
  pack: Pack,
  tables: string,
  expected: string,
  around?: Surroundings,
): void {
  expect(check(computedFrom(pack, tables, around)).map(line)).toEqual(lines(expected));
}

describe("a code in two rows", () => {
  const TWICE = `
    03                       | basic
    208 社会保障和就业支出   | 5.00
    20805 行政事业单位养老   | 5.00
    20805#2 行政事业单位养老 | 5.00
  `;

  test("the second row is shown first, with the first one beside it", () => {
    expectFindings(checkDuplicateCodes, unruled, TWICE, "duplicate-code error 03!20805#2!total 03!20805!total");
    // 公开03 has no rule on codes that stand twice in this pack either.
    expectFindings(checkDuplicateCodes, ruled, TWICE, "duplicate-code error 03!20805#2!total 03!20805!total");
  });

  test("a table whose rule says it already is left to the rule", () => {
    const tables = `
      06                     | amount
      30399 代缴社会保险费   | 0.00
      30399#2 其他补助       | 0.00
    `;
    expectFindings(checkDuplicateCodes, ruled, tables, "");
    expectFindings(checkDuplicateCodes, unruled, tables, "duplicate-code error 06!30399#2!amount 06!30399!amount");
  });

  test("the same code in two tables is right", () => {
    const tables = `
      02                     | other
      208 社会保障和就业支出 | 1.00

      03                     | basic
      208 社会保障和就业支出 | 1.00
    `;
    expectFindings(checkDuplicateCodes, unruled, tables, "");
  });
});

describe("a parent that is missing", () => {
  const ORPHANS = `
    03                     | basic
    208 社会保障和就业支出 | 1.00
    2080101 行政运行       | 1.00
    2080102 一般行政管理   | 1.00
    21011 行政单位医疗     | 1.00
  `;

  test("one finding for each parent, at its children", () => {
    expectFindings(
      checkMissingParents,
      unruled,
      ORPHANS,
      `missing-parent error 03!2080101!total 03!2080102!total
       missing-parent error 03!21011!total`,
    );
  });

  test("a table whose rule says it already is left to the rule, and a complete tree is right", () => {
    expectFindings(checkMissingParents, ruled, ORPHANS, "");
    expectFindings(
      checkMissingParents,
      unruled,
      `
      03                     | basic
      208 社会保障和就业支出 | 1.00
      20801 管理事务         | 1.00
      2080101 行政运行       | 1.00`,
      "",
    );
  });
});

describe("a code and its name", () => {
  test("the name of an earlier year, of another code, and of none", () => {
    const tables = `
      03                         | basic
      215 资源勘探信息等支出     | 1.00
      20805 就业补助             | 1.00
      2080101 行政运行经费       | 1.00
    `;
    const computed = computedFrom(unruled, tables);
    expect(checkCodeNames(computed).map(({ rule, severity, facts }) => ({ rule, severity, facts }))).toEqual([
      {
        rule: "former-name",
        severity: "explain",
        facts: { code: "215", name: "资源勘探信息等支出", expected: "资源勘探工业信息等支出", until: "2019" },
      },
      {
        rule: "code-name",
        severity: "explain",
        facts: { code: "20805", name: "就业补助", expected: "行政事业单位养老支出", owner: "20807" },
      },
      {
        rule: "code-name",
        severity: "explain",
        facts: { code: "2080101", name: "行政运行经费", expected: "行政运行" },
      },
    ]);
  });

  test("a former name is right in its own years, and width, blanks and brackets make no difference", () => {
    const tables = `
      03                     | basic
      215 资源勘探信息等支出 | 1.00
    `;
    expectFindings(checkCodeNames, unruled, tables, "", { year: 2019 });
    expectFindings(
      checkCodeNames,
      unruled,
      `
      06                  | amount
      30213 维修（护） 费 | 1.00`,
      "",
    );
  });

  test("a table whose rule says it already is left to the rule", () => {
    const tables = `
      03                     | basic
      215 资源勘探信息等支出 | 1.00
    `;
    expectFindings(checkCodeNames, ruled, tables, "");
  });
});

describe("a code the classification does not know", () => {
  test("is one hint for all its places", () => {
    expectFindings(
      checkUnknownCodes,
      ruled,
      `
      02               | other
      20502 普通教育   | 1.00

      03               | basic
      20502 普通教育   | 1.00
      205 教育支出     | 1.00`,
      "unknown-code hint 02!20502!total 03!20502!total",
    );
  });
});

describe("a code with more or fewer digits than codes have", () => {
  const TABLES = `
    03                     | basic
    208018 信息化建设      | 1.00
    2080108 信息化建设     | 1.00

    06                     | amount
    3020 办公费            | 1.00
    30201 办公费           | 1.00
  `;

  test("is an error at its row, by the digits of its own classification", () => {
    expectFindings(
      checkCodeLengths,
      ruled,
      TABLES,
      "code-length error 03!208018!total\ncode-length error 06!3020!amount",
    );
  });

  test("is not also an unknown code", () => {
    expectFindings(checkUnknownCodes, ruled, TABLES, "");
  });
});
