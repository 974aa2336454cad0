import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decimal } from "../../shared/decimal.js";
import { renderNarrative, textOf } from "../../shared/narrative/render.js";
import { seedWorkbook, templateParagraphs } from "../support/narrative.js";

/** A figure of the published narrative that its tables settle, in the order of the text. */
interface PublishedFigure {
  /** The line of the published text it stands in. */
  readonly line: number;
  readonly formula: string;
  readonly expected: string;
  /** As the template prints it. */
  readonly printed: string;
  readonly unit: string;
}

const FIGURES = JSON.parse(
  readFileSync(new URL("../fixtures/narrative-figures.json", import.meta.url), "utf8"),
) as readonly PublishedFigure[];

const { paragraphs, problems } = renderNarrative(templateParagraphs(), seedWorkbook());
const text = paragraphs.map(textOf).join("\n");

describe("the narrative of the published figures", () => {
  test("has no problem and no gap", () => {
    expect(problems).toEqual([]);
    expect(text).not.toContain("【");
  });

  test("holds every figure the tables settle, in the order of the published text, each with its unit and places", () => {
    const missing: PublishedFigure[] = [];
    let at = text.indexOf("（一）部门决算单位构成");
    for (const figure of FIGURES) {
      const found = printedAfter(figure, at);
      if (found === undefined) missing.push(figure);
      else at = found;
    }
    expect(missing).toEqual([]);
    expect(FIGURES).toHaveLength(179);
  });

  test.each(FIGURES.map((figure) => [`line ${String(figure.line)}: ${figure.formula}`, figure] as const))(
    "%s is printed equal as a number",
    (_, { expected, printed }) => {
      expect(decimal(printed.replaceAll(",", "")).equals(decimal(expected))).toBe(true);
    },
  );
});

/** Where the figure ends that stands next behind `from` as a whole number with its unit; undefined when there is none. */
function printedAfter({ printed, unit }: PublishedFigure, from: number): number | undefined {
  for (let at = text.indexOf(printed + unit, from); at >= 0; at = text.indexOf(printed + unit, at + 1)) {
    const end = at + printed.length + unit.length;
    const isWhole = !/[\d.,]/.test(text.charAt(at - 1)) && (unit !== "" || !/\d/.test(text.charAt(end)));
    if (isWhole) return end;
  }
  return undefined;
}
