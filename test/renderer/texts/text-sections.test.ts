import { describe, expect, test } from "vitest";
import {
  hasLongTexts,
  plainParagraphs,
  signCount,
  textGroups,
  textSections,
} from "../../../renderer/texts/text-sections.js";
import type { OpenDocument } from "../../../renderer/session/document-store.js";
import { shown, workbookWith } from "../../support/editing.js";

const editing = workbookWith();

describe("the texts of a form", () => {
  test("of 公开10 stand under their printed headings, in printed order", () => {
    const sections = textSections(shown(editing, "10"), { computed: editing.computed } as OpenDocument);
    expect(sections).toHaveLength(13);
    const groups = textGroups(sections);
    expect(groups.map(({ heading, sections: own }) => `${heading} ${own.length}`).slice(0, 3)).toEqual([
      "一、部门基本情况 5",
      "二、绩效自评工作情况 3",
      "三、评价情况分析及综合评价结论 1",
    ]);
    expect(groups[0]?.sections[0]).toMatchObject({ heading: "（一）部门概况", at: { table: "10", row: "overview" } });
    expect(groups[1]?.sections[1]?.heading).toBe("（二）自评组织过程 1.前期准备");
  });

  test("of 公开11 are its long texts, not its grids", () => {
    const sections = textSections(shown(editing, "11"), { computed: editing.computed } as OpenDocument);
    expect(sections.map(({ heading }) => heading)).toEqual([
      "部门名称",
      "部门职责",
      "部门职责 · 说明",
      "总体绩效目标",
      "总体绩效目标 · 说明",
    ]);
  });
});

test.each([
  ["11", true],
  ["12", false],
  ["05", false],
])("of form %s: long texts beside its grids: %s", (form, expected) => {
  expect(hasLongTexts(shown(editing, form))).toBe(expected);
});

describe("a text from Word", () => {
  test("keeps its paragraphs and loses what only pads them", () => {
    expect(plainParagraphs("第一段。\r\n\u00A0\u00A0第二段，\v换行。\r\n\r\n\r\n\r\n第三段。  \r\n\r\n")).toBe(
      "第一段。\n  第二段，\n换行。\n\n第三段。",
    );
  });

  test("is counted without blanks and line ends", () => {
    expect(signCount("一二 三\n四，5 𠮷")).toBe(7);
  });
});
