import { describe, expect, test } from "vitest";
import { checkStatedChanges } from "../../shared/checks/plausibility-stated-changes.js";
import { checkStatedFigures } from "../../shared/checks/plausibility-stated-figures.js";
import { loadPack } from "../support/seed.js";
import { computedFrom, line, lines } from "../support/text-workbook.js";

const pack = loadPack("yunnan-2020");

describe("figures that 公开10 states", () => {
  function findings(text: string): readonly string[] {
    const tables = `
      01  | revenue | expenditure
      r8  | 8300.02 |
      r28 | 0.00    |
      r29 | 75.24   |
      r58 |         | 0.00
      r59 |         | 37.64

      10      | text
      balance | ${text}
    `;
    return checkStatedFigures(computedFrom(pack, tables)).map(line);
  }

  test("all right: nothing to say", () => {
    const text =
      "根据《关于我局2020年度部门预算的批复》（楚财社〔2021〕146号）文件，我局2020年度年初结转和结余75.24万元，本年收入8300.02万元，使用非财政拨款结余0.00万元，结余分配0.00万元，年末结转和结余37.64万元。";
    expect(findings(text)).toEqual([]);
  });

  test.each([
    [
      "年初结转和结余75.42万元，本年收入8,300.02万元。",
      "stated-figure error 10!balance!text 01!r29!revenue 75.42 ~ 75.24",
    ],
    ["2020年度本年收入合计为8300.03万元。", "stated-figure hint 10!balance!text 01!r27!revenue 8300.03 ~ 8300.02"],
    ["我局年末结转和结余：37.64元。", "stated-figure error 10!balance!text 01!r59!expenditure 37.64 ~ 37.64"],
    ["年末结转和结余３８.６４万元", "stated-figure error 10!balance!text 01!r59!expenditure 38.64 ~ 37.64"],
  ])("%s", (text, expected) => {
    expect(findings(text)).toEqual(lines(expected));
  });

  test.each([
    "本年收入8300万元。",
    "本年收入8300.0万元。",
    "本年收入83000200元。",
    "2019年年初结转和结余12.00万元。",
    "2020年度财政拨款本年收入8133.60万元。",
    "财政拨款收支情况：年初结转和结余0.00万元，本年收入8133.60万元。",
    "本年收入比上年增加1906.46万元。",
    "本年收入8133.60（万）",
  ])("%s is right or speaks of something else", (text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe("changes that 公开10 states", () => {
  function findings(text: string, before = "21.69"): readonly string[] {
    const tables = `
      09 | budgeted | actual
      r6 | 16.00    | 13.04
      r8 |          | 6.29

      10          | text
      threePublic | ${text}
    `;
    const lastYear = before === "" ? {} : { lastYear: { "三公.2.决算统计数": before } };
    return checkStatedChanges(computedFrom(pack, tables, lastYear)).map(line);
  }

  test.each([
    "“三公”经费支出决算数比2019年减少2.36万元，下降10.88%。",
    "三公经费支出决算数较上年减少2.36万元。",
    "“三公”经费支出决算数比2018年增加9.99万元，增长9.99%。",
    "“三公”经费支出预算数比2019年增加9.99万元。",
  ])("%s is right or speaks of something else", (text) => {
    expect(findings(text)).toEqual([]);
  });

  test.each([
    ["“三公”经费支出决算数比2019年增加2.36万元，增长10.88%。", "error", "2.36"],
    ["“三公”经费支出决算数比2019年减少2.63万元，下降10.88%。", "error", "2.63"],
    ["“三公”经费支出决算数比2019年减少2.36万元，下降18.08%。", "error", "2.36"],
    ["“三公”经费支出决算数比2019年减少2.36万元，增长10.88%。", "error", "2.36"],
    ["“三公”经费支出决算数比2019年减少2.37万元，下降10.88%。", "hint", "2.37"],
    ["“三公”经费支出决算数比2019年减少2.36万元，下降10.90%。", "hint", "2.36"],
  ])("%s", (text, severity, stated) => {
    expect(findings(text)).toEqual([`stated-change ${severity} 10!threePublic!text 09!r2!actual ${stated} ~ 2.36`]);
  });

  test("a percentage of last year's 0 is an error", () => {
    expect(findings("“三公”经费支出决算数比2019年增加19.33万元，增长100.00%。", "0.00")).toEqual([
      "stated-change error 10!threePublic!text 09!r2!actual 19.33 ~ 19.33",
    ]);
  });

  test("without last year's figure nothing is said", () => {
    expect(findings("“三公”经费支出决算数比2019年增加99.00万元。", "")).toEqual([]);
  });
});
