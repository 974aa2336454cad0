import type { Finding } from "../model/finding.js";
import { grouped } from "./figure-text.js";

/** Findings of a narrative whose right reading is a figure; years, words and names are told by others. */
const FIGURES: ReadonlySet<string> = new Set([
  "text-figure",
  "text-rounding",
  "text-unit",
  "text-told",
  "text-copied",
  "text-two-tellings",
]);

/**
 * What should stand in a narrative instead, as people write it: a figure with separators of thousands and the unit it is told in
 * (`8,133.60万元`), everything else as it is. Empty where the finding knows nothing better.
 */
export function expectedText({ code, text, facts }: Finding): string {
  const expected = text?.expected ?? "";
  if (!FIGURES.has(code)) return expected;
  const [figure = ""] = /^-?\d+(?:\.\d+)?/u.exec(expected) ?? [];
  return `${grouped(figure)}${expected.slice(figure.length)}${facts["unit"] ?? ""}`;
}
