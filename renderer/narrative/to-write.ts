import type { CellAddress } from "../../shared/model/address.js";
import type { OpenDocument } from "../session/document-store.js";
import { elementIn } from "./page-words.js";

/** Something the narrative still needs a person for. */
export type ToWrite =
  | { readonly kind: "element"; readonly element: string; readonly asks: string; readonly place: string }
  /** Last year's figure of a cell. */
  | { readonly kind: "last-year"; readonly at: CellAddress; readonly item: string };

/** What is still to be written, in the order of the document; the rules of the pack say what is asked for. */
export function toWrite(document: OpenDocument): readonly ToWrite[] {
  return document.findings.flatMap((finding): readonly ToWrite[] => {
    const { code, facts } = finding;
    const element = facts["element"];
    if ((code === "element-missing" || code === "element-not-a-number") && element !== undefined) {
      const definition = elementIn(document, element);
      return [{ kind: "element", element, asks: definition?.asks ?? element, place: definition?.place ?? "" }];
    }
    const [at] = finding.cells;
    if (code !== "last-year-missing" || at === undefined) return [];
    return [{ kind: "last-year", at, item: facts["item"] ?? "" }];
  });
}
