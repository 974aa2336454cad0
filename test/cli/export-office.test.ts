import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openWorkbook, type OpenedWorkbook } from "../../shared/exchange/open-workbook.js";
import { commandLine, inFolder, PACK_FOLDER, type CommandRun } from "../support/command-line.js";
import { sameSession } from "../support/same-session.js";
import { loadFormulas, loadPack } from "../support/seed.js";
import { convertDocument, toolPath } from "../support/tools.js";

let gongkai: (...args: readonly string[]) => CommandRun;

beforeAll(async () => {
  gongkai = await commandLine();
});

function open(file: string): OpenedWorkbook {
  const pack = loadPack("yunnan-2020");
  const opened = openWorkbook(readFileSync(file), [{ pack, formulas: loadFormulas(pack) }]);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

function exportSample(folder: string): (ending: string) => string {
  expect(gongkai("export", path.join(PACK_FOLDER, "sample.xlsx"), "--out", folder).code).toBe(0);
  return (ending) => path.join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? ending);
}

function pagesOf(pdf: string): readonly string[] {
  return execFileSync(toolPath("pdftotext"), ["-layout", pdf, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
}

describe("LibreOffice on what we export", () => {
  it("holds every figure and text of the workbook after opening and saving it itself", async () => {
    await inFolder((folder) => {
      const workbook = exportSample(folder)("公开表.xlsx");
      const saved = path.join(folder, "saved");
      mkdirSync(saved);
      const again = open(convertDocument(workbook, "xlsx", saved));
      expect(sameSession(open(workbook).session, again.session)).toBeUndefined();
    });
  });

  it("prints every form under its title, wide ones on more pages with their heads repeated", async () => {
    await inFolder((folder) => {
      const pages = pagesOf(convertDocument(exportSample(folder)("公开表.xlsx"), "pdf", folder));
      const titles = loadPack("yunnan-2020").forms.map(({ title }) => title);
      const text = pages.map((page) => page.replaceAll(/\s/gu, ""));
      const firstPages = titles.map((title) => text.findIndex((page) => page.startsWith(title)));
      expect(firstPages).toEqual([...firstPages].sort((a, b) => a - b));
      expect(firstPages).not.toContain(-1);
      const second = text[(firstPages[1] ?? 0) + 1] ?? "";
      expect(second).toContain("本年收入合计");
      expect(second).toContain("栏次");
      expect(text[0]).toContain("8,300.02");
      expect(text[0]).toContain(`第1页共${pages.length}页`);
    });
  });

  it("prints the findings report in Chinese on one page width", async () => {
    await inFolder((folder) => {
      const pages = pagesOf(convertDocument(exportSample(folder)("校验报告.xlsx"), "pdf", folder));
      const text = pages.map((page) => page.replaceAll(/\s/gu, ""));
      expect(text[0]).toContain("校验报告");
      expect(text[0]).toContain("错误0条");
      for (const page of text) expect(page).toContain("工作表单元格");
    });
  });

  it("opens the narrative with every tag filled", async () => {
    await inFolder((folder) => {
      const text = pagesOf(convertDocument(exportSample(folder)("决算说明.docx"), "pdf", folder)).join("");
      expect(text).not.toMatch(/[{}]|undefined|NaN|待填写/u);
      expect(text.replaceAll(/\s/gu, "")).toContain("收入合计8,300.02万元");
    });
  });
});
