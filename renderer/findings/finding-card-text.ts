import type { Computed } from "../../shared/calc/computed.js";
import { withUnit } from "../../shared/messages/figure-text.js";
import { findingText } from "../../shared/messages/finding-text.js";
import { cellText, cellWithinTable, rowText } from "../../shared/messages/place-text.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { Finding } from "../../shared/model/finding.js";
import { WORDS } from "./wording.js";

/** What a finding's card says. */
export interface FindingCardText {
  /** The place to look at first, within its table; empty for findings that have none. */
  readonly place: string;
  /** The whole sentence, for people who hear it and for findings without two figures. */
  readonly sentence: string;
  /** The rule's own sentence with its number, for findings that show their figures. */
  readonly rule: string | undefined;
  /** Both figures and their difference, by the words before them. */
  readonly figures: readonly { readonly label: string; readonly text: string }[];
  readonly cells: readonly { readonly at: CellAddress; readonly label: string }[];
}

/** A card shows at most so many cells as links; the others it counts. */
export const CELLS_SHOWN = 6;

export function cardText(computed: Computed, finding: Finding): FindingCardText {
  const [first] = finding.cells;
  const title = finding.facts["title"];
  const figures = figuresOf(computed, finding);
  return {
    place: first === undefined ? "" : cellWithinTable(computed, first),
    sentence: findingText(computed, finding),
    rule: figures.length > 0 && title !== undefined ? `${finding.rule} ${title}` : undefined,
    figures,
    cells: finding.cells.slice(0, CELLS_SHOWN).map((at) => ({
      at,
      label: first === undefined ? cellText(computed, at) : labelBeside(computed, first, at),
    })),
  };
}

/** A cell by what tells it from the first one: its column in the same row, its row in the same column, else its whole place. */
function labelBeside(computed: Computed, first: CellAddress, at: CellAddress): string {
  if (at.table !== first.table) return cellText(computed, at);
  if (at === first) return cellWithinTable(computed, at);
  if (at.row === first.row) return computed.column(at.table, at.column).name;
  return at.column === first.column ? rowText(computed, at.table, at.row) : cellWithinTable(computed, at);
}

function figuresOf(computed: Computed, finding: Finding): FindingCardText["figures"] {
  const { left, right, difference } = finding;
  if (left === undefined || right === undefined || difference === undefined) return [];
  const say = (figure: string): string => withUnit(computed, finding, figure);
  const apart = finding.facts["op"] === "≠" ? [] : [{ label: WORDS.difference, text: say(difference) }];
  return [
    { label: WORDS.left, text: say(left) },
    { label: WORDS.relation(finding.facts["op"]), text: say(right) },
    ...apart,
  ];
}
