import { addressKey } from "../../shared/model/address.js";
import type { NarrativeParagraph } from "../../shared/narrative/render.js";
import { paragraphsIn, type PagePart } from "./page-parts.js";

/** A sentence of the narrative that uses a cell. */
export interface CellSentence {
  /** The part of the page it stands in. */
  readonly part: string;
  readonly text: string;
}

/** The sentences of the page by the cells whose figures they print, in the order of the page; one sentence once for each cell. */
export function sentencesByCell(parts: readonly PagePart[]): ReadonlyMap<string, readonly CellSentence[]> {
  const found = new Map<string, CellSentence[]>();
  for (const part of parts) {
    for (const paragraph of paragraphsIn(part)) {
      for (const { text, cells } of sentencesOf(paragraph)) {
        for (const cell of cells) found.set(cell, [...(found.get(cell) ?? []), { part: part.key, text }]);
      }
    }
  }
  return found;
}

interface FoundSentence {
  readonly text: string;
  readonly cells: ReadonlySet<string>;
}

/** Sentences end behind a full stop or semicolon of the template; one inside a figure or a person's text ends none. */
function sentencesOf({ runs }: NarrativeParagraph): readonly FoundSentence[] {
  const found: { text: string; cells: Set<string> }[] = [];
  let open = { text: "", cells: new Set<string>() };
  for (const run of runs) {
    if (run.kind !== "template") {
      open.text += run.text;
      if (run.kind === "figure") for (const at of run.from) open.cells.add(addressKey(at));
      continue;
    }
    for (const piece of run.text.split(/(?<=[。；])/u)) {
      open.text += piece;
      if (!/[。；]$/u.test(piece)) continue;
      found.push(open);
      open = { text: "", cells: new Set() };
    }
  }
  return [...found, open].filter(({ cells }) => cells.size > 0);
}
