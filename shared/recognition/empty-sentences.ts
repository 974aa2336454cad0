import type { LocatedForm } from "./located.js";
import { normalised, trimmed } from "./printed-text.js";
import type { SheetCell } from "../sheets/sheet-content.js";
import { NO_DATA } from "./words.js";

/**
 * The sentence below an empty form that says why it is empty, as printed: the form's own sentence with any publisher and year in
 * it, or another one that says the table holds no data. Only forms that the pack lets be empty have one.
 */
export function emptySentence(form: LocatedForm): string | undefined {
  const cell = emptySentenceCell(form);
  return cell === undefined ? undefined : trimmed(cell.text);
}

/** The cell that holds the sentence of {@link emptySentence}. */
export function emptySentenceCell({ form, grid, regions }: LocatedForm): SheetCell | undefined {
  if (form.emptySentence === undefined) return undefined;
  const own = sentencePattern(form.emptySentence);
  const from = regions[0]?.firstRow ?? 1;
  for (const cell of grid.content.cells) {
    if (cell.row < from || cell.type !== "text" || cell.text.length < SHORTEST || cell.text.length > LONGEST) continue;
    const text = grid.textOf(cell);
    if (own.test(text) || NO_DATA.test(text)) return cell;
  }
  return undefined;
}

/** No such sentence is shorter than this. */
const SHORTEST = 4;

/** Nor longer than this. */
const LONGEST = 400;

/** The pack's sentence with anything in its placeholders. */
function sentencePattern(sentence: string): RegExp {
  const parts = sentence.split(/\{[^}]*\}/u).map((part) => escaped(normalised(part)));
  return new RegExp(parts.join(".*"), "u");
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
}
