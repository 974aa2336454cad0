import { holdings } from "./form-holdings.js";
import type { LocatedForm } from "./located.js";
import { normalised, trimmed } from "./printed-text.js";
import type { SheetCell } from "../sheets/sheet-content.js";
import { NO_DATA, NO_MONEY } from "./words.js";

/**
 * The sentence below an empty form that says why it is empty, as printed: the form's own sentence with any publisher and year in
 * it, or another one that says the table holds no data, or that there was no such money where it holds none. Only forms that the pack lets be empty have one.
 */
export function emptySentence(form: LocatedForm): string | undefined {
  const cell = emptySentenceCell(form);
  return cell === undefined ? undefined : trimmed(cell.text);
}

/** The cell that holds the sentence of {@link emptySentence}. */
export function emptySentenceCell(form: LocatedForm): SheetCell | undefined {
  const { emptySentence: sentence } = form.form;
  if (sentence === undefined) return undefined;
  const own = sentencePattern(sentence);
  const said = sentenceWith(form, (text) => own.test(text) || NO_DATA.test(text));
  if (said !== undefined || holdings(form).figures > 0) return said;
  // Below figures this is a note about one of them; below an empty form it is the reason.
  return sentenceWith(form, (text) => NO_MONEY.test(text));
}

function sentenceWith({ grid, regions }: LocatedForm, says: (text: string) => boolean): SheetCell | undefined {
  const from = regions[0]?.firstRow ?? 1;
  return grid.content.cells.find(
    (cell) =>
      cell.row >= from &&
      cell.type === "text" &&
      cell.text.length >= SHORTEST &&
      cell.text.length <= LONGEST &&
      says(grid.textOf(cell)),
  );
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
