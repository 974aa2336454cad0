import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Session } from "../../shared/calc/session.js";
import { openZip } from "../../shared/archive/zip-gate.js";
import { rewriteZip } from "../../shared/archive/zip-rewrite.js";
import { readWordTemplate } from "../../shared/word/read-word-template.js";
import { writeWord } from "../../shared/word/write-word.js";
import { renderNarrative, textOf } from "../../shared/narrative/render.js";
import { seedWorkbook, templateFile, workbookWith } from "../support/narrative.js";
import { convertDocument, toolPath } from "../support/tools.js";

const DOCUMENT = "word/document.xml";

/** The body of a document's XML between its paragraphs' ends, as a template. */
function templateOf(body: string): Uint8Array {
  const opened = openZip(templateFile());
  if (!opened.ok) throw new Error(opened.failure.code);
  const xml = (opened.value.text(DOCUMENT) ?? "").replace(/<w:body>.*<\/w:body>/su, `<w:body>${body}</w:body>`);
  return rewriteZip(templateFile(), {
    changed: new Map([[DOCUMENT, new TextEncoder().encode(xml)]]),
    added: new Map(),
    removed: new Set(),
  });
}

/** Paragraphs of one run each. */
function paragraphs(...texts: readonly string[]): string {
  return texts.map((text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`).join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

async function written(template: Uint8Array, session: Session): Promise<Uint8Array> {
  const result = await writeWord(template, session);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

async function bodyOf(template: Uint8Array, session: Session): Promise<string> {
  const opened = openZip(await written(template, session));
  if (!opened.ok) throw new Error(opened.failure.code);
  return /<w:body>(.*)<\/w:body>/su.exec(opened.value.text(DOCUMENT) ?? "")?.[1] ?? "";
}

function textsOf(bytes: Uint8Array): readonly string[] {
  const read = readWordTemplate(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value.map(({ text }) => text);
}

const WORKBOOK = workbookWith(
  {
    "三公.7.决算统计数": "6.29",
    "要素.收入增减原因": "A<B&C “甲”\n第二行",
    "要素.主要职能": "一、负责就业。\n二、负责社保。",
  },
  {},
  { "段.接待": "本年<接待>费{三公.7.决算统计数}万元\n第二段" },
);

describe("the narrative as a document", () => {
  test.each([
    ["everything given", seedWorkbook()],
    ["nothing but this year's figures", workbookWith({ "三公.7.决算统计数": "6.29" })],
    [
      "a paragraph reworded",
      seedWorkbook({ "段.收入合计": "本年收入{收入.合计.本年收入合计}万元。\n另起一段。", 省略零支出类: "是" }),
    ],
  ])("says paragraph by paragraph what the preview says: %s", async (_, session) => {
    const template = readWordTemplate(templateFile());
    if (!template.ok) throw new Error(template.failure.code);
    const rendered = renderNarrative(template.value, session).paragraphs.map(textOf);
    expect(textsOf(await written(templateFile(), session))).toEqual(rendered);
  });

  test("is the same bytes every time, and changes nothing but its text", async () => {
    const first = await written(templateFile(), seedWorkbook());
    expect(await written(templateFile(), seedWorkbook())).toEqual(first);
    const [before, after] = [openZip(templateFile()), openZip(first)];
    if (!before.ok || !after.ok) throw new Error("not a zip");
    expect(after.value.names).toEqual(before.value.names);
    const touched = before.value.entries.filter(({ name, crc }) => after.value.entry(name)?.crc !== crc);
    expect(touched.map(({ name }) => name)).toEqual([DOCUMENT]);
  });

  test("takes texts in as text, and their lines as lines", async () => {
    const body = await bodyOf(templateOf(paragraphs("因为{要素.收入增减原因}。")), WORKBOOK);
    expect(body).toBe(
      '<w:p><w:r><w:t xml:space="preserve">因为A&lt;B&amp;C “甲”</w:t></w:r><w:r><w:br/></w:r><w:r><w:t xml:space="preserve">第二行。' +
        "</w:t></w:r></w:p>",
    );
  });

  test("gives an element's paragraphs the look of the one they were written in", async () => {
    const look = '<w:pPr><w:pStyle w:val="x"/><w:sectPr/></w:pPr>';
    const run = '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">';
    const template = templateOf(`<w:p>${look}<w:r>${run}甲{要素.主要职能|段落}</w:t></w:r></w:p>`);
    const pure = look.replace("<w:sectPr/>", "");
    expect(await bodyOf(template, WORKBOOK)).toBe(
      `<w:p>${pure}<w:r>${run}甲一、负责就业。</w:t></w:r></w:p><w:p>${look}<w:r>${run}二、负责社保。</w:t></w:r></w:p>`,
    );
  });

  test("does not break a paragraph inside a link", async () => {
    const template = templateOf(
      '<w:p><w:hyperlink><w:r><w:t xml:space="preserve">{要素.主要职能|段落}</w:t></w:r></w:hyperlink></w:p>',
    );
    expect(await bodyOf(template, WORKBOOK)).toBe(
      '<w:p><w:hyperlink><w:r><w:t xml:space="preserve">一、负责就业。</w:t><w:br/><w:t xml:space="preserve">二、负责社保。' +
        "</w:t></w:r></w:hyperlink></w:p>",
    );
  });

  test("highlights what is missing, at its place among the run's properties", async () => {
    const template = templateOf(
      '<w:p><w:r><w:rPr><w:sz w:val="32"/><w:highlight w:val="red"/><w:u w:val="single"/></w:rPr>' +
        '<w:t xml:space="preserve">原因是{要素.支出增减原因}。</w:t></w:r></w:p>',
    );
    const own =
      '<w:rPr><w:sz w:val="32"/><w:highlight w:val="red"/><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">';
    expect(await bodyOf(template, WORKBOOK)).toBe(
      `<w:p><w:r>${own}原因是</w:t></w:r>` +
        '<w:r><w:rPr><w:sz w:val="32"/><w:highlight w:val="yellow"/><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">' +
        `【待填写：本年支出合计比上年增减的主要原因】</w:t></w:r><w:r>${own}。</w:t></w:r></w:p>`,
    );
  });

  test("replaces a reworded paragraph, keeping its properties", async () => {
    const template = templateOf(
      '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>（一）{#段 接</w:t></w:r><w:r><w:t>待}接待费{/段}</w:t></w:r></w:p>',
    );
    const begin = '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">';
    expect(await bodyOf(template, WORKBOOK)).toBe(
      `${begin}（一）本年&lt;接待&gt;费6.29万元</w:t></w:r></w:p>${begin}第二段</w:t></w:r></w:p>`,
    );
  });

  test("reads a tag that Word has cut into several runs, and quotation marks as people type them", async () => {
    const template = templateOf(
      "<w:p><w:r><w:t>{三公.</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>7.决算</w:t></w:r><w:r><w:t>统计数}万元</w:t></w:r></w:p>" +
        paragraphs("{#若 三公.7.决算统计数 > 6 且 大小(三公.7.决算统计数, 6.29) = “等于”}甲{/若}{#否 1 < 2}乙{/否}"),
    );
    expect(textsOf(await written(template, WORKBOOK)).slice(0, 2)).toEqual(["6.29万元", "甲"]);
  });
});

describe("a template that cannot be filled", () => {
  test.each([
    [
      "a name that leads nowhere",
      templateOf(paragraphs("好", "{#段 收入}{收人.合计.其他收入}{/段}")),
      "unknown-name",
      "2",
    ],
    ["a section that is not closed", templateOf(paragraphs("{#若 1 = 1}甲")), "unclosed-section", "1"],
    ["docxtemplater's own prefixes", templateOf(paragraphs("{^年度}", "{@raw}", "{-w:p 年度}")), "bad-expression", "1"],
    ["no Word document", new TextEncoder().encode("x"), "not-a-workbook", undefined],
    [
      "a workbook",
      rewriteZip(templateFile(), { changed: new Map(), added: new Map(), removed: new Set([DOCUMENT]) }),
      "not-a-document",
      undefined,
    ],
    ["a body that is no XML", templateOf("<w:p>"), "workbook-broken-xml", undefined],
  ])("%s is refused, and nothing is written", async (_, template, reason, paragraph) => {
    const result = await writeWord(template, WORKBOOK);
    expect(result.ok ? undefined : result.failure).toMatchObject({
      code: "broken-template",
      facts: { reason, ...(paragraph === undefined ? {} : { paragraph }) },
    });
  });
});

describe("opened by LibreOffice", () => {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-word-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("nothing is lost on paper, and the page has the form of GB/T 9704—2012", async () => {
    const file = join(folder, "narrative.docx");
    const bytes = await written(templateFile(), seedWorkbook());
    writeFileSync(file, bytes);
    const pdf = convertDocument(file, "pdf", folder);
    const printed = pageText(pdf).replace(/\s/gu, "").replaceAll(/—\d+—/gu, "");
    for (const text of textsOf(bytes)) {
      // Cells of the table stand in another order on paper.
      if (text.length > 12) expect(printed).toContain(text.replace(/\s/gu, ""));
    }
    expect(printed).not.toMatch(/[{}【]/u);

    const { lines: odd, number: right } = linesOf(pdf, 11);
    const { number: left } = linesOf(pdf, 10);
    expect(odd).toHaveLength(22);
    for (const { x, to, y } of odd) {
      expect(x).toBeGreaterThanOrEqual(28 - 0.2);
      expect(to).toBeLessThanOrEqual(184 + 0.5);
      expect(y).toBeGreaterThanOrEqual(37 - 1);
      expect(y).toBeLessThanOrEqual(262);
    }
    // The page number stands 7 mm below the type area, outside, one character in.
    expect(right).toMatchObject({ text: "— 11 —" });
    expect(right.to).toBeGreaterThan(175);
    expect(left.x).toBeLessThan(36);
    for (const { y, bottom } of [left, right]) expect([y > 262 + 2, bottom < 262 + 12]).toEqual([true, true]);
  });
});

/** A line on paper, in millimetres from the left and the top edge of the page. */
interface PrintedLine {
  readonly text: string;
  readonly x: number;
  readonly to: number;
  readonly y: number;
  readonly bottom: number;
}

/** The text lines of a page and its number, which stands last. */
function linesOf(pdf: string, page: number): { readonly lines: readonly PrintedLine[]; readonly number: PrintedLine } {
  const layout = pageText(pdf, "-bbox-layout", "-f", String(page), "-l", String(page));
  const places = /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/line>/gsu;
  const found = [...layout.matchAll(places)].map(([, ...parts]): PrintedLine => {
    const [x = 0, y = 0, to = 0, bottom = 0] = parts.slice(0, 4).map((points) => (Number(points) / 72) * 25.4);
    const words = [...(parts[4] ?? "").matchAll(/<word[^>]*>([^<]*)</gu)].map(([, word]) => word ?? "");
    return { text: words.join(" "), x, to, y, bottom };
  });
  const number = found.find(({ text }) => /^— \d+ —$/u.test(text));
  if (number === undefined) throw new Error(`page ${String(page)} has no number`);
  return { lines: found.filter((line) => line !== number), number };
}

function pageText(pdf: string, ...options: readonly string[]): string {
  return execFileSync(toolPath("pdftotext"), [...options, pdf, "-"], { encoding: "utf8" });
}
