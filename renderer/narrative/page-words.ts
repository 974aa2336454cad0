import { addressKey, type CellAddress } from "../../shared/model/address.js";
import { resolveReference } from "../../shared/calc/session.js";
import { LAST_YEAR_COLUMN, LAST_YEAR_TABLE } from "../../shared/model/workbook.js";
import { cellText } from "../../shared/messages/place-text.js";
import { REWORDING_PREFIX } from "../../shared/narrative/wording.js";
import type { DocumentStore, OpenDocument } from "../session/document-store.js";

/** What a paragraph says of its elements and cells besides its text. One for the page, so that paragraphs are drawn anew only when they change. */
export interface PageWords {
  /** What an element asks a person. */
  asks(element: string): string;
  /** What 说明要素 holds of an element as it was written, such as a text where a number is wanted. */
  written(element: string): string;
  /** Whether 说明要素 rewords a paragraph. */
  isReworded(paragraph: string): boolean;
  /** The places of cells, for people. */
  places(cells: readonly CellAddress[]): string;
  /** Where last year's figure of a cell is typed. */
  lastYearCell(at: CellAddress): CellAddress;
}

/** How many places a hint names. */
const NAMED = 4;

/** Says it of the workbook that is shown. */
export function pageWords(store: DocumentStore): PageWords {
  return {
    asks: (element) => elementIn(store.current(), element)?.asks ?? element,
    written: (element) => store.current()?.session.workbook.remarks.get(element) ?? "",
    isReworded: (paragraph) =>
      (store.current()?.session.workbook.remarks.get(`${REWORDING_PREFIX}${paragraph}`)?.trim() ?? "") !== "",
    places: (cells) => {
      const document = store.current();
      if (document === undefined) return "";
      const texts = cells.slice(0, NAMED).map((at) => placeText(document, at));
      return texts.join("、") + (cells.length > NAMED ? "…" : "");
    },
    lastYearCell: (at) => {
      const document = store.current();
      const layout = document?.session.plan.layout;
      const listed = layout?.pack.lastYear.find(({ reference }) => {
        const address = resolveReference(layout, reference);
        return address !== undefined && addressKey(address) === addressKey(at);
      });
      return listed === undefined ? at : { table: LAST_YEAR_TABLE, row: listed.reference, column: LAST_YEAR_COLUMN };
    },
  };
}

/** An element of the open workbook's pack. */
export function elementIn(
  document: OpenDocument | undefined,
  id: string,
): OpenDocument["computed"]["pack"]["elements"][number] | undefined {
  return document?.computed.pack.elements.find((one) => one.id === id);
}

function placeText({ computed }: OpenDocument, at: CellAddress): string {
  return at.table === LAST_YEAR_TABLE ? at.row : cellText(computed, at);
}
