import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import { formSheet } from "../../shared/forms/lay-out-form.js";
import { PUBLISHED } from "../../shared/pages/page-options.js";
import { printable } from "../../shared/pages/printable.js";
import { printedCell } from "../../shared/pages/printed-cell.js";
import { printPdf } from "../../electron/cli/print-pdf.js";
import { commandLine, inFolder, PACK_FOLDER, type CommandRun } from "../support/command-line.js";
import { loadFormulas, loadPack } from "../support/seed.js";
import { toolPath } from "../support/tools.js";

let gongkai: (...args: readonly string[]) => CommandRun;
const pack = loadPack("yunnan-2020");
const opened = openWorkbook(readFileSync(path.join(PACK_FOLDER, "sample.xlsx")), [
  { pack, formulas: loadFormulas(pack) },
]);
if (!opened.ok) throw new Error(opened.failure.code);
const { session } = opened.value;

beforeAll(async () => {
  gongkai = await commandLine();
});

function exported(folder: string, sample: string, ...options: readonly string[]): (ending: string) => string {
  const run = gongkai("export", path.join(PACK_FOLDER, sample), "--out", folder, "--pdf", ...options);
  expect(run.stderr).not.toContain("没有生成");
  return (ending) => path.join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? ending);
}

function pagesOf(pdf: string): readonly string[] {
  return execFileSync(toolPath("pdftotext"), ["-layout", pdf, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
}

function textOf(pdf: string): string {
  return execFileSync(toolPath("pdftotext"), ["-raw", pdf, "-"], { encoding: "utf8" });
}

/** Every code point that the file's tables from glyphs to text name. */
function namedSigns(pdf: string): ReadonlySet<string> {
  const bytes = readFileSync(pdf);
  const signs = new Set<string>();
  for (const { index, 0: opening } of bytes.toString("latin1").matchAll(/FlateDecode[^<>]*>>\s*stream\n/gu)) {
    const table = inflateSync(bytes.subarray(index + opening.length)).toString("latin1");
    if (!table.includes("begincmap")) continue;
    for (const [, code = ""] of table.matchAll(/<([0-9A-F]{4})>\n/gu)) {
      signs.add(String.fromCharCode(Number.parseInt(code, 16)));
    }
  }
  return signs;
}

const FIGURE = /(?<![\d.,])-?\d{1,3}(?:,\d{3})*\.\d{2}(?![\d.])/gu;

/** How often each figure of two places stands in a text. */
function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [figure] of text.matchAll(FIGURE)) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  return counts;
}

describe("export --pdf", () => {
  it("prints every figure of every form, texts' included, each as often as the forms hold it", async () => {
    const { forms } = pack;
    const computed = computedOf(session);
    const expected = forms.flatMap((form) => {
      const sheet = formSheet(form, computed, { spareRows: 0 });
      return Array.from({ length: sheet.rowCount }, (_, row) =>
        sheet.columns
          .map((_column, column) => {
            const from = sheet.merge(row, column)?.from ?? { row, column };
            const begins = from.row === row && from.column === column;
            return begins ? printedCell(computed, sheet.at(row, column), "figure") : "";
          })
          .join(" "),
      );
    });
    await inFolder((folder) => {
      const parts = forms.map((form) => ({ kind: "form", form }) as const);
      const pdf = printPdf(printable(computed, parts, PUBLISHED, "表"));
      if (!pdf.ok) throw new Error(pdf.failure.code);
      const file = path.join(folder, "a.pdf");
      writeFileSync(file, pdf.value);
      const printed = counted(textOf(file));
      expect(printed).toEqual(counted(expected.join("\n")));
      expect([...printed.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1000);
    });
  });

  it("prints each form under its title, its head with 栏次 on every page, and counts the pages", async () => {
    await inFolder((folder) => {
      const pages = pagesOf(exported(folder, "sample.xlsx")("公开表.pdf"));
      const squeezed = pages.map((page) => page.replaceAll(/\s/gu, ""));
      for (const [index, page] of squeezed.entries()) expect(page).toContain(`第${index + 1}页共${pages.length}页`);
      for (const { title } of pack.forms) {
        expect(squeezed.filter((page) => page.includes(title.replaceAll(/\s/gu, "")))).not.toHaveLength(0);
      }
      const incomeStart = squeezed.findIndex((page) => page.includes("收入决算表") && page.includes("公开02表"));
      const incomeEnd = squeezed.findIndex((page) => page.includes("公开03表"));
      const income = squeezed.slice(incomeStart, incomeEnd);
      expect(income.length).toBeGreaterThan(1);
      for (const page of income) expect(page).toMatch(/事业收入[^]*附属单位上缴[^]*栏次12345678/u);
      expect(squeezed.join("")).not.toContain("草稿");
      expect(squeezed.join("")).not.toContain("签章");
    });
  });

  it("embeds every face, so that Chinese is there on any machine, names signs as people search them, and tears no figure of the narrative", async () => {
    await inFolder((folder) => {
      const file = exported(folder, "sample.xlsx");
      for (const pdf of ["公开表.pdf", "决算说明.pdf"]) {
        const lines = execFileSync(toolPath("pdffonts"), [file(pdf)], { encoding: "utf8" })
          .trim()
          .split("\n")
          .slice(2);
        expect(lines).not.toHaveLength(0);
        for (const line of lines) expect(line).toMatch(/ yes +(?:yes|no) +yes /u);
        // Not the radicals that share glyphs with characters.
        const signs = namedSigns(file(pdf));
        for (const sign of "人力支出行金车户") expect(signs).toContain(sign);
        expect([...signs].filter((sign) => /[\u2E80-\u2FDF]/u.test(sign))).toEqual([]);
        // A viewer mends wrong places in a file, with a warning.
        const info = spawnSync(toolPath("pdfinfo"), [file(pdf)], { encoding: "utf8" });
        expect(info.stderr).toBe("");
        expect(info.stdout).toMatch(/^Title: +楚雄彝族自治州人力资源和社会保障局2020(?:公开表|决算说明)$/mu);
      }
      expect(textOf(file("决算说明.pdf")).replaceAll(/\s/gu, "")).toContain("第五部分名词解释");
      // The table in the narrative: no figure is torn, and title, table and notes stand on one page.
      const [page = ""] = pagesOf(file("决算说明.pdf")).filter((one) => one.includes("国有资产占有使用情况表"));
      expect(page).toMatch(/合计 +1 +353\.63 +40\.86 +271\.86 +15\.61 +3\.64 +252\.61 +40\.91/u);
      expect(page).toContain("3.填报金额为资产“账面原值”。");
    });
  });

  it("marks every page of a sign-off copy with the fingerprint, and of one with errors as 草稿", async () => {
    await inFolder((folder) => {
      const file = exported(folder, "sample-as-published.xlsx", "--force", "--sign-off");
      for (const pdf of ["公开表.pdf", "决算说明.pdf"]) {
        for (const page of pagesOf(file(pdf))) {
          expect(page).toContain("草稿");
          expect(page).toMatch(/指纹 ?[0-9A-Z]{4}-[0-9A-Z]{4}/u);
        }
      }
      const text = textOf(file("公开表.pdf"));
      expect(text.match(/单位负责人（签章）/gu)).toHaveLength(pack.forms.length);
      expect(pagesOf(file("公开表.pdf")).filter((page) => page.includes("校验结果")).length).toBe(1);
      expect(text).toContain("校验结果");
    });
  });

  it("never asks for signatures on a page that holds nothing else", () => {
    const forms = pack.forms.filter(({ id }) => ["01", "12"].includes(id));
    return inFolder((folder) => {
      const parts = forms.map((form) => ({ kind: "form", form }) as const);
      const pdf = printPdf(printable(computedOf(session), parts, { ...PUBLISHED, signOff: true }, "签章"));
      if (!pdf.ok) throw new Error(pdf.failure.code);
      const file = path.join(folder, "sign.pdf");
      writeFileSync(file, pdf.value);
      const signed = pagesOf(file).filter((page) => page.includes("单位负责人"));
      expect(signed).toHaveLength(forms.length);
      for (const page of signed) expect(page.replace(/单位负责人[\s\S]*/u, "").trim()).toMatch(/总[计分]/u);
    });
  });

  it("says by name that there is no browser, and writes nothing", async () => {
    await inFolder((folder) => {
      const out = path.join(folder, "out");
      const before = process.env["GONGKAI_BROWSER"];
      process.env["GONGKAI_BROWSER"] = path.join(folder, "nowhere");
      try {
        const run = gongkai("export", path.join(PACK_FOLDER, "sample.xlsx"), "--out", out, "--pdf");
        expect(run.stderr).toContain("没有找到能生成 PDF 的浏览器");
        expect(run.code).toBe(2);
        expect(() => readdirSync(out)).toThrow();
      } finally {
        if (before === undefined) delete process.env["GONGKAI_BROWSER"];
        else process.env["GONGKAI_BROWSER"] = before;
      }
    });
  });
});
