import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { loadPack } from "../../build/templates/pack-files.js";
import { PACK_FOLDER } from "../../build/templates/make.js";
import { correctedSample, publishedSample } from "../../build/templates/samples.js";
import { BLANK, type NewContent } from "../../shared/drawing/new-content.js";
import { newExcel } from "../../shared/drawing/new-excel.js";
import { openPackage, type WorkbookPackage } from "../../shared/sheets/package.js";
import { readSheet, type SheetContent } from "../../shared/sheets/sheet-cells.js";

const pack = loadPack(PACK_FOLDER);
const ZONE = process.env["TZ"];

interface Made {
  readonly file: WorkbookPackage;
  sheet(name: string): SheetContent;
  xml(name: string): string;
}

async function made(content: NewContent): Promise<Made> {
  const opened = openPackage(await newExcel(pack, content));
  if (!opened.ok) throw new Error(opened.failure.code);
  const file = opened.value;
  const part = (name: string) => {
    const found = file.sheets.find((sheet) => sheet.name === name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found;
  };
  return {
    file,
    sheet(name) {
      const read = readSheet(file, part(name));
      if (!read.ok) throw new Error(read.failure.code);
      return read.value;
    },
    xml: (name) => file.parts.text(part(name).path) ?? "",
  };
}

/** The texts of one row of a sheet, blank cells left out. */
function row(sheet: SheetContent, number: number): readonly string[] {
  return sheet.cells.filter((cell) => cell.row === number && cell.text !== "").map(({ text }) => text);
}

let blank: Made;
let published: Made;
beforeAll(async () => {
  blank = await made(BLANK);
  published = await made(publishedSample(pack));
});
afterEach(() => {
  if (ZONE === undefined) delete process.env["TZ"];
  else process.env["TZ"] = ZONE;
});

describe("a new workbook", () => {
  test("has the same bytes for the same content, in every time zone, and names no time, person or program", async () => {
    process.env["TZ"] = "Asia/Shanghai";
    const first = await newExcel(pack, correctedSample());
    process.env["TZ"] = "America/New_York";
    const second = await newExcel(pack, correctedSample());
    expect(Buffer.compare(first, second)).toBe(0);
    const properties = `${blank.file.parts.text("docProps/core.xml") ?? ""}${blank.file.parts.text("docProps/app.xml") ?? ""}`;
    expect(properties).not.toMatch(/\d{4}-\d\d-\d\d|creator|lastModifiedBy|Application/);
  });

  test("has its sheets in printed order, the working sheets only when they hold something", () => {
    const forms =
      "公开01表 公开02表 公开03表 公开04表 公开05表 公开06表 公开07表 公开08表 公开09表 国有资产 公开10表 公开11表 公开12表";
    expect(blank.file.sheets.map(({ name }) => name).join(" ")).toBe(forms);
    expect(published.file.sheets.map(({ name }) => name).join(" ")).toBe(`${forms} 上年数 说明要素`);
  });

  test("prints on A4, one page wide, centred, wide forms lying, heads repeated and kept in view", () => {
    for (const form of pack.forms) {
      const xml = blank.xml(form.sheet);
      expect(xml).toMatch(/<pageSetUpPr fitToPage="1"\/>/);
      expect(xml).toMatch(/<printOptions horizontalCentered="1"\/>/);
      expect(xml).toMatch(
        new RegExp(
          `<pageSetup paperSize="9" orientation="${form.print.orientation}".* fitToWidth="1" fitToHeight="0"/>`,
        ),
      );
      expect(xml).toContain("<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>");
    }
    const lying = pack.forms.filter(({ print }) => print.orientation === "landscape");
    expect(lying.map(({ id }) => id)).toEqual(["02", "03", "05", "07", "08", "11", "12"]);
    const titles = blank.file.parts.text("xl/workbook.xml") ?? "";
    expect(titles).toContain("&apos;公开05表&apos;!$4:$7");
    expect(blank.xml("公开05表")).toContain('<pane xSplit="4" ySplit="7" topLeftCell="E8"');
  });

  test("has title, number, publisher and unit above the head", () => {
    const sheet = published.sheet("公开01表");
    expect([1, 2, 3].map((number) => row(sheet, number))).toEqual([
      ["收入支出决算总表"],
      ["公开01表"],
      ["部门：楚雄彝族自治州人力资源和社会保障局", "金额单位：万元"],
    ]);
    expect(row(published.sheet("公开09表"), 2)).toEqual(["部门：楚雄彝族自治州人力资源和社会保障局", "公开09表"]);
    expect(row(blank.sheet("国有资产"), 2)).toEqual(["单位：万元"]);
    expect(row(blank.sheet("公开02表"), 3)).toEqual(["部门：", "金额单位：万元"]);
  });
});

describe("a code table", () => {
  test("has a head of merged rows, 栏次 beside 类 款 项, then 合计 and the codes as texts, set in at the last level", () => {
    const sheet = published.sheet("公开02表");
    expect([4, 5, 6].map((number) => row(sheet, number))).toEqual([
      ["项 目", "本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"],
      ["支出功能分类科目编码", "科目名称", "小计", "其中：教育收费"],
      ["类", "款", "项", "栏次", "1", "2", "3", "4", "5", "6", "7", "8"],
    ]);
    expect(row(sheet, 7).slice(0, 3)).toEqual(["合计", "8300.02", "8133.60"]);
    expect(sheet.cell(8, 1)).toMatchObject({ type: "text", text: "208", numberFormat: "@" });
    expect(sheet.cell(10, 4)?.style).not.toBe(sheet.cell(8, 4)?.style);
    expect(sheet.merges).toContainEqual({ firstRow: 8, firstColumn: 1, lastRow: 8, lastColumn: 3 });
  });

  test("is blank with rows ready to type into, but prints every code where the form always does", () => {
    expect(row(blank.sheet("公开03表"), 7)).toEqual(["合计"]);
    expect(blank.sheet("公开03表").maxRow).toBe(23);
    const codes = blank
      .sheet("公开06表")
      .cells.filter(({ text, type }) => type === "text" && /^\d{3}(\d\d)?$/.test(text));
    expect(codes).toHaveLength(88);
    expect(row(blank.sheet("公开06表"), 6)).toEqual([
      "301",
      "工资福利支出",
      "302",
      "商品和服务支出",
      "310",
      "资本性支出",
    ]);
  });

  test("without a figure says so below its notes, and with one does not", () => {
    const last = (made: Made, name: string): string =>
      made.sheet(name).cells.findLast(({ text }) => text !== "")?.text ?? "";
    expect(last(blank, "公开08表")).toBe("本部门2020年度没有国有资本经营预算财政拨款收入支出，故本表无数据。");
    expect(last(published, "公开07表")).toContain("楚雄彝族自治州人力资源和社会保障局 2020年没有政府基金收入");
    expect(last(published, "公开02表")).toBe("注：本表反映部门本年度取得的各项收入情况。");
  });
});

describe("the published sample", () => {
  test("holds every figure digit for digit as a number, and dashes as texts", () => {
    const sheet = published.sheet("公开09表");
    expect(sheet.cell(6, 4)).toMatchObject({ type: "number", text: "19.33", numberFormat: "#,##0.00" });
    expect(sheet.cell(22, 4)).toMatchObject({ type: "number", text: "819", numberFormat: "0" });
    expect(sheet.cell(12, 3)).toMatchObject({ type: "text", text: "—" });
    expect(sheet.cell(7, 3)).toMatchObject({ type: "blank" });
  });

  test("has no title on 公开11, and what was pasted beside the table of 公开12", () => {
    expect(row(published.sheet("公开11表"), 1)).toEqual([]);
    const beside = published.sheet("公开12表").cells.filter(({ column }) => column > 10);
    expect(beside.map(({ text }) => text)).toEqual(["350,000.00"]);
  });

  test("shows each project of 公开12 under the head that has a place for its indicators", () => {
    const texts = published.sheet("公开12表").cells.map(({ text }) => text);
    expect(texts.filter((text) => text === "项目名称")).toHaveLength(14);
    expect(texts.filter((text) => text === "指标性质")).toHaveLength(7);
    expect(texts.filter((text) => text === "年度指标值")).toHaveLength(14);
    expect(texts.filter((text) => text === "（自评等级）优")).toHaveLength(14);
  });

  test("gives a text that is higher than one row several rows, merged", () => {
    const sheet = published.sheet("公开10表");
    const overview = sheet.cells.find(({ text }) => text.startsWith("截止2020年末"));
    const merge = sheet.merges.find(
      ({ firstRow, firstColumn }) => firstRow === overview?.row && firstColumn === overview.column,
    );
    if (merge === undefined) throw new Error("not merged");
    expect(merge.lastRow - merge.firstRow).toBe(1);
    const label = sheet.merges.find(({ firstRow, firstColumn }) => firstRow === merge.firstRow && firstColumn === 1);
    expect(label?.lastRow).toBe(merge.lastRow + 4);
  });

  test("keeps every row within what Excel can show", () => {
    for (const { name } of published.file.sheets) {
      for (const [, height] of published.xml(name).matchAll(/<row [^>]*ht="([\d.]+)"/g)) {
        expect(Number(height)).toBeLessThanOrEqual(409);
      }
    }
  });

  test("lists last year's figures with their units, and the elements with their places", () => {
    expect(row(published.sheet("上年数"), 2)).toEqual(["项目", "引用", "单位", "上年数"]);
    expect(row(published.sheet("上年数"), 3)).toEqual(["本年收入合计", "收入.合计.本年收入合计", "万元", "6393.56"]);
    expect(row(published.sheet("说明要素"), 1)).toEqual(["编号", "位置", "内容"]);
    expect(row(published.sheet("说明要素"), 2)).toEqual(["年度", "全套报表", "2020"]);
  });
});
