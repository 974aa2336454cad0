import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { openWorkbook, type OpenedWorkbook } from "../../shared/exchange/open-workbook.js";
import { openPackage } from "../../shared/sheets/package.js";
import { readSheet } from "../../shared/sheets/sheet-cells.js";
import { commandLine, inFolder, PACK_FOLDER, type CommandRun } from "../support/command-line.js";
import { sameSession } from "../support/same-session.js";
import { loadFormulas, loadPack } from "../support/seed.js";

const SAMPLE = path.join(PACK_FOLDER, "sample.xlsx");
const PUBLISHED = path.join(PACK_FOLDER, "sample-as-published.xlsx");
const DEPARTMENT = "楚雄彝族自治州人力资源和社会保障局";

let gongkai: (...args: readonly string[]) => CommandRun;

beforeAll(async () => {
  gongkai = await commandLine();
});

describe("exporting the sample", () => {
  it("writes workbook, narrative and report, twice with the same bytes", async () => {
    await inFolder((folder) => {
      const [one, two] = [path.join(folder, "一"), path.join(folder, "二")];
      expect(gongkai("export", SAMPLE, "--out", one).code).toBe(0);
      expect(gongkai("export", SAMPLE, "--out", two).code).toBe(0);
      const names = readdirSync(one).toSorted();
      expect(names).toEqual(
        [`${DEPARTMENT}2020公开表.xlsx`, `${DEPARTMENT}2020决算说明.docx`, "校验报告.xlsx"].toSorted(),
      );
      for (const name of names) {
        expect(readFileSync(path.join(one, name)).equals(readFileSync(path.join(two, name))), name).toBe(true);
      }
    });
  });

  it.each([
    ["the corrected sample", SAMPLE, []],
    ["the published one", PUBLISHED, ["--force"]],
  ])("keeps every cell that %s fills, and its own export opens as the same session", async (_, file, options) => {
    await inFolder((folder) => {
      const run = gongkai("export", file, "--out", folder, ...options);
      expect(run.code).toBe(options.length);
      const exported = readFileSync(path.join(folder, `${DEPARTMENT}2020公开表.xlsx`));
      expect(changedCells(readFileSync(file), exported)).toEqual([]);
      expect(sameSession(open(readFileSync(file)).session, open(exported).session)).toBeUndefined();
    });
  });

  it("refuses with errors standing, writes nothing, and says which", async () => {
    await inFolder((folder) => {
      const out = path.join(folder, "导出");
      const run = gongkai("export", PUBLISHED, "--out", out);
      expect(run.code).toBe(1);
      expect(run.stderr).toContain("科目编码 30399 出现了 2 次");
      expect(existsSync(out)).toBe(false);
    });
  });

  it("adds the foot row for signatures to every form of a sign-off copy, and nothing else", async () => {
    await inFolder((folder) => {
      expect(gongkai("export", SAMPLE, "--out", folder, "--sign-off").code).toBe(0);
      const exported = readFileSync(path.join(folder, `${DEPARTMENT}2020公开表.xlsx`));
      const feet = [...cellTexts(exported)].filter(([, text]) => text.startsWith("单位负责人（签章）："));
      expect(feet.length).toBe(13);
      expect(changedCells(readFileSync(SAMPLE), exported)).toEqual([]);
      expect(sameSession(open(readFileSync(SAMPLE)).session, open(exported).session)).toBeUndefined();
    });
  });
});

describe("exporting with the bureau's own template", () => {
  it("fills it and remembers it in 说明要素 by its file name", async () => {
    await inFolder((folder) => {
      const own = path.join(folder, "本局模板.docx");
      copyFileSync(path.join(PACK_FOLDER, "narrative.docx"), own);
      expect(gongkai("export", SAMPLE, "--out", folder, "--template", own).code).toBe(0);
      const exported = open(readFileSync(path.join(folder, `${DEPARTMENT}2020公开表.xlsx`)));
      expect(exported.session.workbook.remarks.get("说明模板")).toBe("本局模板.docx");
    });
  });

  it("lists everything wrong with it, each with its place, and writes nothing", async () => {
    await inFolder((folder) => {
      const own = path.join(folder, "有误.docx");
      const broken = "<w:p><w:r><w:t>{收人.合计.本年收入合计}，{平均(1)}</w:t></w:r></w:p>";
      writeFileSync(own, withParagraph(readFileSync(path.join(PACK_FOLDER, "narrative.docx")), broken));
      const out = path.join(folder, "导出");
      const run = gongkai("export", SAMPLE, "--out", out, "--template", own);
      expect(run.stderr).toContain("找不到“收人");
      expect(run.stderr).toContain("没有“平均”这个函数");
      expect(run.code).not.toBe(0);
      expect(existsSync(out)).toBe(false);
    });
  });
});

/** The document with one more paragraph at its beginning. */
function withParagraph(document: Uint8Array, paragraph: string): Uint8Array {
  const parts = unzipSync(document);
  const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array()).replace(/<w:body>/, `<w:body>${paragraph}`);
  return zipSync({ ...parts, "word/document.xml": strToU8(body) });
}

function open(bytes: Uint8Array): OpenedWorkbook {
  const pack = loadPack("yunnan-2020");
  const opened = openWorkbook(bytes, [{ pack, formulas: loadFormulas(pack) }]);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

/** Cells the first workbook fills and the second does not hold alike. */
function changedCells(before: Uint8Array, after: Uint8Array): readonly string[] {
  const now = cellTexts(after);
  return [...cellTexts(before)]
    .filter(([place, text]) => now.get(place) !== text)
    .map(([place, text]) => `${place}: ${text} → ${now.get(place) ?? ""}`);
}

function cellTexts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = openPackage(bytes);
  if (!file.ok) throw new Error(file.failure.code);
  const texts = new Map<string, string>();
  for (const sheet of file.value.sheets) {
    const content = readSheet(file.value, sheet);
    if (!content.ok) throw new Error(content.failure.code);
    for (const cell of content.value.cells)
      if (cell.type !== "blank") texts.set(`${sheet.name}!${cell.ref}`, cell.text);
  }
  return texts;
}
