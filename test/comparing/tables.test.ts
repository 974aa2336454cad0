import { beforeAll, describe, expect, it } from "vitest";
import { proseCheckOf } from "../../shared/comparing/check-prose.js";
import { readWord } from "../../shared/documents/read-word.js";
import type { Finding } from "../../shared/model/finding.js";
import { writeWord } from "../../shared/word/write-word.js";
import { paragraphsOf } from "../../shared/prose/printed-lines.js";
import type { Prose } from "../../shared/prose/prose.js";
import { lines, OUTLINE, sampleSession } from "../support/existing-narrative.js";
import { templateFile } from "../support/narrative.js";

const SESSION = sampleSession("sample");
const CHECK = proseCheckOf(OUTLINE, SESSION);

/** A text whose lines are as printed. */
function printed(...texts: readonly string[]): Prose {
  return paragraphsOf(texts.map((text, index) => ({ text, line: index + 1 })));
}

/** A table as a Word document gives it, below other text. */
function grid(above: readonly string[], rows: readonly (readonly string[])[]): Prose {
  const texts = [
    ...above.map((text) => ({ text, isTable: false })),
    ...rows.map((cells) => ({ text: cells.join("\t"), isTable: true })),
  ];
  return {
    paragraphs: texts.map((one, index) => ({ index, ...one, lines: [{ at: 0, line: index + 1 }] })),
  };
}

function found(prose: Prose): readonly string[] {
  return lines(CHECK(prose));
}

describe("a table of the tables' own forms inside a text", () => {
  let document: Prose;

  beforeAll(async () => {
    const written = await writeWord(templateFile(), SESSION);
    const read = written.ok ? readWord(written.value) : written;
    if (!read.ok) throw new Error(read.failure.code);
    document = read.value;
  });

  const rowOf = ({ paragraphs }: Prose): number => paragraphs.findIndex(({ text }) => text.includes("353.63\t40.86"));

  function changed(from: string, to: string): readonly Finding[] {
    const row = rowOf(document);
    const own = document.paragraphs[row];
    if (own?.text.includes(from) !== true) throw new Error(`not in the table: ${from}`);
    return CHECK({ paragraphs: document.paragraphs.with(row, { ...own, text: own.text.replace(from, to) }) });
  }

  it("is read column by column, with heads that reach over several", () => {
    const row = rowOf(document);
    expect(document.paragraphs[row]?.text).toBe("合计\t1\t353.63\t40.86\t271.86\t15.61\t3.64\t\t252.61\t\t\t40.91\t");
    const about = CHECK(document).filter(({ text }) => text?.mark?.paragraph === row);
    expect(lines(about)).toEqual([]);
  });

  it.each([
    ["353.63", "353.36", "error text-figure 353.36 → 353.63"],
    ["252.61", "252.16", "error text-figure 252.16 → 252.61"],
    ["15.61", "15.62", "hint text-rounding 15.62 → 15.61"],
    ["\t40.91", "\t49.01", "error text-figure 49.01 → 40.91"],
  ])("shows %s written as %s in its cell", (from, to, line) => {
    const findings = changed(from, to).filter(({ text }) => text?.mark?.paragraph === rowOf(document));
    expect(lines(findings)).toEqual([line]);
    const mark = findings[0]?.text?.mark;
    const text = document.paragraphs[rowOf(document)]?.text.replace(from, to);
    expect(text?.slice(mark?.start, mark?.end)).toBe(to.trim());
  });

  it("is read where only blanks part its figures, too", () => {
    const TITLE = ["国有资产占有使用情况表", "单位：万元"];
    expect(found(printed(...TITLE, "合计 1 353.63 40.86 271.86 15.61 3.64 252.61 40.91"))).toEqual([]);
    expect(found(printed(...TITLE, "合计 1 353.63 40.86 271.68 15.61 3.64 252.61 40.91"))).toEqual([
      "error text-figure 271.68 → 271.86",
    ]);
  });

  it("is left undecided where its columns cannot be told apart", () => {
    const texts = ["国有资产占有使用情况表", "合计 1 353.63 40.86 271.86 15.61"];
    expect(found(printed(...texts))).toEqual(["hint text-table 353.63"]);
    expect(CHECK(printed(...texts))[0]?.facts["count"]).toBe("4");
  });
});

describe("a table a department made itself", () => {
  const HEADS = ["项目", "金额", "占比", "上年数", "增减额", "增长率"];
  const ROWS = [
    ["基本支出", "2,375.99", "28.50%", "2,687.77", "-311.78", "-11.60%"],
    ["其中：项目支出", "5,961.63", "71.50%", "3,883.55", "2,078.08", "53.51%"],
  ];
  const ABOVE = ["二、支出决算情况说明", "支出构成表", "单位：万元"];

  it("is read by the names of its rows and what its columns say of them", () => {
    expect(found(grid(ABOVE, [HEADS, ...ROWS]))).toEqual([]);
    expect(found(printed(...ABOVE, HEADS.join(" "), ...ROWS.map((row) => row.join("  "))))).toEqual([]);
  });

  it.each(ROWS.flatMap((row, at) => row.slice(1).map((figure, column) => [at, column + 1, figure] as const)))(
    "shows a wrong digit in row %i, column %i: %s",
    (at, column, figure) => {
      const wrong = figure.replace(/\d(?=\D|\d{3})/u, (digit) => String((Number(digit) + 4) % 10));
      const row = (ROWS[at] ?? []).with(column, wrong);
      expect(found(grid(ABOVE, [HEADS, ...ROWS.with(at, row)]))).toEqual([expect.stringContaining(`figure ${wrong}`)]);
    },
  );

  it("shows a sign that is the other way round", () => {
    const row = (ROWS[0] ?? []).with(4, "311.78");
    expect(found(grid(ABOVE, [HEADS, row]))).toEqual(["error text-figure 311.78 → -311.78"]);
  });

  it("is read turned round, in another unit", () => {
    const rows = [
      ["", "资产总额", "流动资产", "固定资产"],
      ["年末账面数", "3,536,300.00", "408,600.00", "2,718,600.00"],
    ];
    expect(found(grid(["二、国有资产占用情况", "单位：元"], rows))).toEqual([]);
    expect(found(grid(["二、国有资产占用情况", "单位：万元"], rows)).every((line) => line.startsWith("error"))).toBe(
      true,
    );
  });

  it("is named once where nobody knows what it says", () => {
    const rows = [
      ["培训班", "人数", "费用"],
      ["一期", "37", "3.50"],
      ["二期", "41", "4.10"],
    ];
    const findings = CHECK(grid(ABOVE, rows));
    expect(lines(findings)).toEqual(["hint text-table 37"]);
    expect(findings[0]?.facts["count"]).toBe("4");
  });
});
