import { expect, test } from "vitest";
import { annotatedPages } from "../../shared/pages/annotated-pages.js";
import type { AnnotatedContent } from "../../shared/messages/annotated-content.js";

const row = (line: string, text: string, ...notes: readonly string[]): AnnotatedContent["rows"][number] => ({
  line,
  pieces: [{ text }],
  notes: notes.map((note, index) => ({ number: index + 1, severity: "error", text: note })),
});

test("a paragraph stands on one page with its notes, unless one of them may be longer than a page", () => {
  const rows = [
    row("1", "甲".repeat(899), "乙".repeat(899)),
    row("2", "甲".repeat(900)),
    row("3", "甲", "乙".repeat(450), "乙".repeat(450)),
  ];
  const markup = String(annotatedPages({ title: "批注文稿", lines: [], heads: ["行", "原文", "批注"], rows }));
  const looks = [...markup.matchAll(/<tr(?: class="(\w+)")?><td class="number">/gu)].map(([, look]) => look);
  expect(looks).toEqual([undefined, "long", "long"]);
});
