import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkProse } from "../../shared/comparing/check-prose.js";
import { readDocument } from "../../shared/documents/read-document.js";
import type { Finding } from "../../shared/model/finding.js";
import { OUTLINE, sampleSession } from "../support/existing-narrative.js";

const FILE = path.join(import.meta.dirname, "../fixtures/published-narrative.txt");

/** The published text against the tables as they were published. */
describe("the published narrative", () => {
  let findings: readonly Finding[] = [];
  const shown = (severity: string, ...codes: readonly string[]): readonly string[] =>
    findings
      .filter((one) => one.severity === severity && (codes.length === 0 || codes.includes(one.code)))
      .map(({ code, text }) => `${text?.line ?? 0} ${code} ${text?.figure ?? ""} ${text?.expected ?? ""}`.trim());

  beforeAll(async () => {
    const read = await readDocument(new Uint8Array(readFileSync(FILE)));
    if (!read.ok) throw new Error(read.failure.code);
    findings = checkProse(read.value, OUTLINE, sampleSession("sample-as-published"));
  });

  it("has its five real defects as errors and no other", () => {
    expect(shown("error")).toEqual([
      "283 text-year 2019 年 2020",
      "543 text-no-base 0.00%",
      "569 text-no-base 0.00%",
      "653 text-unit 0.00 元 0.00万元",
      "657 text-impossible 91.93 万元",
    ]);
  });

  it("has the same errors against tables alone, without last year's figures and what only people know", async () => {
    const read = await readDocument(new Uint8Array(readFileSync(FILE)));
    if (!read.ok) throw new Error(read.failure.code);
    const session = sampleSession("sample-as-published");
    const bare = { ...session, lastYear: new Map(), workbook: { ...session.workbook, remarks: new Map() } };
    const errors = checkProse(read.value, OUTLINE, bare).filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, text }) => `${text?.line ?? 0} ${code}`)).toEqual([
      "283 text-year",
      "543 text-no-base",
      "569 text-no-base",
      "653 text-unit",
      "657 text-impossible",
    ]);
  });

  it("has its 尾差 as hints", () => {
    expect(shown("hint", "text-rounding", "text-changes-rounding")).toEqual([
      "391 text-changes-rounding 2078.08 万元",
      "571 text-rounding 0.06% 0.08",
      "573 text-rounding 27.23% 27.20",
      "585 text-rounding 67.47% 67.46",
      "587 text-rounding 32.53% 32.54",
    ]);
  });

  it("asks about old names and the doubled sentence", () => {
    expect(shown("explain", "text-old-name", "text-doubled")).toEqual([
      "333 text-old-name 附属单位缴款收入 附属单位上缴收入",
      "477 text-old-name 资源勘探信息等 资源勘探工业信息等",
      expect.stringContaining("599 text-doubled 开支一般公共预算财政拨款的公"),
    ]);
  });

  it("lists what 第一部分 and 公开11 tell differently, with both quotations", () => {
    const two = findings.filter(({ code }) => code === "text-two-tellings");
    const unemployment = two.find(({ text }) => text?.figure === "3.4%");
    expect(unemployment?.severity).toBe("explain");
    expect(unemployment?.text?.quote).toContain("城镇登记失业率为 3.4%");
    expect(unemployment?.facts["other"]).toContain("城镇登记失业率为3.00%");
    expect(unemployment?.cells[0]?.table).toBe("11-profile");
    expect(two.map(({ text }) => text?.figure)).toEqual(
      expect.arrayContaining(["10.53 万人", "184.18 万人", "2.81 万人"]),
    );
  });
});
