import { expect, test } from "vitest";
import { linesOfText } from "../../shared/pages/text-lines.js";

test.each([
  ["", 5, 1],
  ["社会保障", 4, 1],
  ["社会保障和就业", 4, 3],
  ["社会保障\n和就业", 4, 2],
  ["8,133.60", 5, 1],
  ["2080101", 3, 2],
  ["（五）严控“三公经费”支出情况", 8, 3],
])("%j takes in a column of %i ems so many lines: %i", (text, room, lines) => {
  expect(linesOfText(text, room)).toBe(lines);
});

test("a column narrower than its letters ends somewhere", () => {
  expect(linesOfText("社会保障", 0)).toBe(4);
});
