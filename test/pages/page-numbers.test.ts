import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { printPdf } from "../../electron/cli/print-pdf.js";
import { computedOf } from "../../shared/calc/computed-session.js";
import { prepareDelivery, reportOf } from "../../shared/delivery/delivery.js";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import { narrativeContent } from "../../shared/pages/narrative-content.js";
import { PUBLISHED } from "../../shared/pages/page-options.js";
import { printable } from "../../shared/pages/printable.js";
import { inFolder, PACK_FOLDER } from "../support/command-line.js";
import { loadFormulas, loadPack } from "../support/seed.js";
import { toolPath } from "../support/tools.js";

const pack = loadPack("yunnan-2020");
const bytes = readFileSync(path.join(PACK_FOLDER, "sample.xlsx"));
const opened = openWorkbook(bytes, [{ pack, formulas: loadFormulas(pack) }]);
if (!opened.ok) throw new Error(opened.failure.code);
const template = { bytes: readFileSync(path.join(PACK_FOLDER, "narrative.docx")) };
const delivery = prepareDelivery({ bytes, opened: opened.value, template });
if (!delivery.ok) throw new Error(delivery.failure.code);

it("counts through when tables, narrative and 校验结果 are printed as one", async () => {
  const { opened: workbook } = delivery.value;
  const narrative = narrativeContent("<p>本单位严格执行预算，各项支出均在批复范围以内。</p>".repeat(90));
  const parts = [
    ...pack.forms.map((form) => ({ kind: "form", form }) as const),
    { kind: "narrative", content: narrative } as const,
    { kind: "findings", report: reportOf(delivery.value, []) } as const,
  ];
  const options = { ...PUBLISHED, signOff: true, draft: true, fingerprint: "7K3F-9QXM" };
  await inFolder((folder) => {
    const pdf = printPdf(printable(computedOf(workbook.session), parts, options, "全部"));
    if (!pdf.ok) throw new Error(pdf.failure.code);
    const file = path.join(folder, "all.pdf");
    writeFileSync(file, pdf.value);
    const text = execFileSync(toolPath("pdftotext"), ["-layout", file, "-"], { encoding: "utf8" });
    const pages = text.split("\f").slice(0, -1);
    const squeezed = pages.map((page) => page.replaceAll(/\s/gu, ""));
    const narratives = squeezed.filter((page) => page.includes("本单位严格执行预算"));
    expect(narratives.length).toBeGreaterThan(3);
    for (const [index, page] of squeezed.entries()) {
      // The narrative has the page number of official documents, in the outer corner; it counts on from the tables.
      const isNarrative = narratives.includes(page);
      expect(page).toContain(isNarrative ? `—${index + 1}—` : `第${index + 1}页共${pages.length}页`);
      expect(page).toContain("指纹7K3F-9QXM");
      expect(page).toContain("草稿");
    }
    expect(squeezed.at(-1)).toContain("序号类别表位置");
  });
});
