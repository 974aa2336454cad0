import { describe, expect, test } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { openSession } from "../../shared/calc/open.js";
import { checkEmptySentences } from "../../shared/checks/plausibility-empty-sentences.js";
import { checkLeftovers } from "../../shared/checks/plausibility-leftovers.js";
import type { PlausibilityCheck } from "../../shared/checks/plausibility.js";
import { findingText } from "../../shared/messages/finding-text.js";
import { foundFrom, loadFormulas, loadPack } from "../support/seed.js";

const pack = loadPack("yunnan-2020");
const FULL = "楚雄彝族自治州人力资源和社会保障局";
const FUND = "2020年度没有政府性基金预算财政拨款收入，也没有使用政府性基金预算财政拨款安排的支出，故本表无数据。";

/** What a check says of a workbook of the full name whose 公开07表 stands above this sentence. */
function said(check: PlausibilityCheck, sentence: string): readonly string[] {
  const found = foundFrom(pack, [{ table: "07", rows: [] }]);
  const profile = { ...found.profile, department: FULL, year: 2020 };
  const workbook = { ...found, profile, emptySentences: new Map([["07", sentence]]) };
  const computed = computedOf(openSession(pack, loadFormulas(pack), workbook));
  return check(computed).map(
    (finding) =>
      `${finding.rule} ${finding.severity} ${finding.cells[0]?.table ?? ""} ${findingText(computed, finding)}`,
  );
}

describe("the sentence below an empty form", () => {
  test.each([
    `${FULL}${FUND}`,
    `楚雄州人社局${FUND}`,
    `我局${FUND}`,
    `本 单 位 ${FUND}`,
    FUND,
    "我单位没有政府性基金，此表无数据。",
    "2019年至2020年均无政府性基金收支，本表为空表。",
  ])("is right: %s", (sentence) => {
    expect(said(checkEmptySentences, sentence)).toEqual([]);
  });

  test.each([
    [
      "of last year",
      `${FULL}${FUND.replace("2020", "2019")}`,
      "empty-sentence-year explain 07",
      "写的是“2019年”，本表年度是 2020 年",
    ],
    ["in other words of last year", "2019年无政府性基金收支，本表为空表。", "empty-sentence-year explain 07", "2019年"],
    [
      "of another publisher",
      `楚雄州林业和草原局${FUND}`,
      "empty-sentence-publisher explain 07",
      "写的单位是“楚雄州林业和草原局”",
    ],
    [
      "of another form",
      `${FULL}2020年度没有国有资本经营预算财政拨款收入支出，故本表无数据。`,
      "empty-sentence-form explain 07",
      "说的是公开08表《国有资本经营预算财政拨款收入支出决算表》",
    ],
  ])("is to be explained when it is %s", (_, sentence, what, says) => {
    const findings = said(checkEmptySentences, sentence);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(what);
    expect(findings[0]).toContain("公开07表《政府性基金预算财政拨款收入支出决算表》表下的说明");
    expect(findings[0]).toContain(says);
  });

  test("is an error with a word of the template in it", () => {
    const findings = said(checkLeftovers, `XX局${FUND}`);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(
      "leftover error 07 公开07表《政府性基金预算财政拨款收入支出决算表》表下的说明：还留着模板字样“XX”",
    );
  });
});
