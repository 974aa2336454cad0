import { expect, test } from "vitest";
import { outlineOf } from "../../../shared/narrative/outline.js";
import { renderOutline, textOf } from "../../../shared/narrative/render.js";
import { readWordLayout } from "../../../shared/word/word-layout.js";
import { paragraphsIn, pageParts, type PagePart } from "../../../renderer/narrative/page-parts.js";
import { sentencesByCell } from "../../../renderer/narrative/sentences-by-cell.js";
import { seedWorkbook, templateFile } from "../../support/narrative.js";

const READ = readWordLayout(templateFile());
if (!READ.ok) throw new Error(READ.failure.code);
const LAYOUT = READ.value;
const OUTLINE = outlineOf(LAYOUT.paragraphs);

function partsOf(elements: Readonly<Record<string, string>>, before?: readonly PagePart[]): readonly PagePart[] {
  return pageParts(renderOutline(OUTLINE, seedWorkbook(elements)).paragraphs, LAYOUT, before);
}

test("the page has title, headings, whole texts and the table in their places", () => {
  const parts = partsOf({});
  expect(parts[0]).toMatchObject({ kind: "paragraph", look: "title" });
  const duties = parts.find((part) => part.kind === "text" && part.element === "主要职能");
  expect(duties?.kind === "text" && duties.paragraphs.length).toBeGreaterThan(10);
  expect(parts.filter(({ kind }) => kind === "table")).toHaveLength(1);
  expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
});

test("only parts that say something else are new objects", () => {
  const before = partsOf({});
  const after = partsOf({ 机关运行经费增减原因: "人员减少" }, before);
  const changed = after.filter((part) => !before.includes(part));
  expect(changed.flatMap(paragraphsIn).map(textOf)).toEqual([expect.stringContaining("主要原因是人员减少。")]);
});

test("a cell knows the sentences that print it", () => {
  const sentences = sentencesByCell(partsOf({})).get("09!r22!actual") ?? [];
  expect(sentences.map(({ text }) => text)[0]).toMatch(/^楚雄.*机关运行经费支出252\.99万元，与上年对比/u);
});
