import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { edit } from "../../shared/calc/edit.js";
import type { Session } from "../../shared/calc/session.js";
import { decimal } from "../../shared/decimal.js";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import type { Change } from "../../shared/model/transaction.js";
import { PUBLISHED, type PageOptions } from "../../shared/pages/page-options.js";
import { printable } from "../../shared/pages/printable.js";
import { printPdf } from "../../electron/cli/print-pdf.js";
import { inFolder, PACK_FOLDER } from "../support/command-line.js";
import { loadFormulas, loadPack } from "../support/seed.js";
import { toolPath } from "../support/tools.js";

const pack = loadPack("yunnan-2020");
const opened = openWorkbook(readFileSync(path.join(PACK_FOLDER, "sample.xlsx")), [
  { pack, formulas: loadFormulas(pack) },
]);
if (!opened.ok) throw new Error(opened.failure.code);
const { session } = opened.value;
const SIGNED: PageOptions = { ...PUBLISHED, signOff: true };

/** The pages of a form as they come out of the printer, without blanks. */
async function pagesOf(id: string, options: PageOptions, of: Session = session): Promise<readonly string[]> {
  const form = pack.forms.find((one) => one.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  let pages: readonly string[] = [];
  await inFolder((folder) => {
    const pdf = printPdf(printable(computedOf(of), [{ kind: "form", form }], options, "表"));
    if (!pdf.ok) throw new Error(pdf.failure.code);
    const file = path.join(folder, "a.pdf");
    writeFileSync(file, pdf.value);
    const text = execFileSync(toolPath("pdftotext"), ["-layout", file, "-"], { encoding: "utf8" });
    pages = text
      .split("\f")
      .slice(0, -1)
      .map((page) => page.replaceAll(/\s/gu, ""));
  });
  return pages;
}

/** 公开02表 with so many further codes. */
function longer(rows: number): Session {
  const changes = Array.from({ length: rows }, (_, index): Change => {
    const inputs = new Map([["fiscalAppropriation", { kind: "amount" as const, value: decimal(`${index}.25`) }]]);
    const key = `229${String(1000 + index)}`;
    return { kind: "insert-row", table: "02", index: 1 + index, row: { key, inputs, marks: new Map() } };
  });
  return edit(session, { origin: "rows", changes }).session;
}

describe("a form on paper", () => {
  it("that is a little too long with the foot row is set smaller and stays on one page", async () => {
    const pages = await pagesOf("01", SIGNED);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/收入支出决算总表[^]*总计308,375\.26[^]*单位负责人（签章）/u);
  });

  it.each([
    ["signed", 9, SIGNED],
    ["published", 14, PUBLISHED],
  ])("never leaves its last row alone on a page: %s, %i further rows", async (_, rows, options) => {
    const pages = await pagesOf("02", options, longer(rows));
    const last = pages.at(-1) ?? "";
    expect(pages).toHaveLength(3);
    // Three rows of eight figures at the least.
    expect(last.match(/\.\d{2}/gu)?.length, last).toBeGreaterThanOrEqual(24);
    expect(last).toContain("栏次12345678");
  });

  it("repeats the head of each of its lists on every page the list reaches", async () => {
    const pages = await pagesOf("11", SIGNED);
    const heads = {
      goals: "一、部门年度目标财年目标实际完成情况",
      tasks: "二、部门年度重点工作任务",
      indicators:
        "三、部门整体支出绩效指标一级指标二级指标三级指标指标性质指标值度量单位实际完成值偏差原因分析及改进措施",
    };
    expect(pages.filter((page) => page.includes(heads.goals)).length).toBeGreaterThan(1);
    expect(pages.filter((page) => page.includes(heads.tasks)).length).toBeGreaterThan(1);
    const indicators = pages.filter((page) => /产出指标(?:数量|质量|时效)指标/u.test(page));
    expect(indicators.length).toBeGreaterThan(2);
    for (const page of indicators) expect(page).toContain(heads.indicators);
  });

  it("keeps a project on one page that fits on one", async () => {
    const pages = await pagesOf("12", PUBLISHED);
    const projects = computedOf(session).rows("12-projects").length;
    const whole = pages.filter((page) => page.includes("项目名称") && page.includes("总分"));
    expect(whole.length).toBeGreaterThanOrEqual(projects - 2);
    for (const page of whole) expect(page.indexOf("项目名称")).toBeLessThan(page.indexOf("总分"));
    expect(pages.length).toBeLessThanOrEqual(projects + 1);
  });

  it("asks for signatures below sums only beside rows that are summed, under their head", async () => {
    const pages = await pagesOf("12", SIGNED);
    const last = pages.at(-1) ?? "";
    expect(last).not.toContain("项目名称");
    expect(last).toMatch(/一级指标二级指标[^]*产出指标成本指标[^]*满意度指标[^]*总分100100[^]*单位负责人（签章）/u);
  });

  it("is never set in letters that need a glass, and fits one page's width all the same", async () => {
    for (const form of pack.forms) {
      for (const options of [SIGNED, PUBLISHED]) {
        const html = printable(computedOf(session), [{ kind: "form", form }], options, "表");
        const sizes = [...html.matchAll(/class="stretch[^"]*" style="font-size:([\d.]+)pt/gu)].map(([, points]) =>
          Number(points),
        );
        expect(sizes, form.id).not.toHaveLength(0);
        for (const points of sizes) expect(points, form.id).toBeGreaterThanOrEqual(7.5);
      }
    }
    // Three panels of codes, names and amounts on an upright page: names take two lines, codes and amounts one.
    const [page = "", ...others] = await pagesOf("06", SIGNED);
    expect(others).toEqual([]);
    expect(page).toMatch(/30101基本工资421\.4130201办公费60\.0331001房屋建筑物购建0\.00/u);
    expect(page).toMatch(/人员经费合计2,123\.00公用经费合计252\.99[^]*单位负责人（签章）/u);
  });

  it("of 300 rows has its head on each page, and as many pages as its rows need", async () => {
    const pages = await pagesOf("02", PUBLISHED, longer(300));
    expect(pages).toHaveLength(14);
    for (const page of pages) expect(page).toContain("栏次12345678");
  });
});
