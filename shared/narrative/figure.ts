import { evaluate } from "../expression/evaluate.js";
import type { Evaluated } from "../expression/evaluated.js";
import type { CellAddress } from "../model/address.js";
import { formatFigure } from "./format.js";
import { elementId, type Reading } from "./reading.js";
import type { FigureTag } from "./tag.js";
import { wantedBy, type Wanted } from "./wanted.js";
import { categoryName, paragraphsOf, withoutEnd } from "./wording.js";

/** What a tag prints. */
export type Printed =
  | { readonly kind: "figure"; readonly text: string; readonly from: readonly CellAddress[] }
  /** An element of 说明要素: lines within a sentence, or paragraphs of their own. */
  | {
      readonly kind: "remark";
      readonly lines: readonly string[];
      readonly paragraphs: boolean;
      readonly element: string;
    }
  | { readonly kind: "missing"; readonly wanted: readonly Wanted[] }
  /** A share or growth of 0 in a sentence that does not provide for it. */
  | { readonly kind: "no-base"; readonly from: readonly CellAddress[] }
  | { readonly kind: "unknown"; readonly name: string };

/** Evaluates a figure's tag where the reading stands, and prints it. */
export function printTag(tag: FigureTag, reading: Reading): Printed {
  const wanted = wantedBy(tag.expression, reading);
  if (wanted.length > 0) return { kind: "missing", wanted };
  const found = evaluate(tag.expression, reading.scope);
  if (tag.expression.kind === "element") {
    const printed = printElement(found, tag, elementId(tag.expression.id, reading.loop));
    if (printed !== undefined) return printed;
  }
  return printFound(found, tag);
}

function printElement(found: Evaluated, tag: FigureTag, element: string): Printed | undefined {
  const paragraphs = tag.format?.kind === "paragraphs";
  if (found.kind === "value") {
    return { kind: "remark", lines: [formatFigure(found, tag.format)], paragraphs, element };
  }
  if (found.kind !== "text") return undefined;
  const text = clean(found.text);
  const lines = paragraphs ? paragraphsOf(text) : withoutEnd(text).split("\n");
  return { kind: "remark", lines, paragraphs, element };
}

function printFound(found: Evaluated, tag: FigureTag): Printed {
  switch (found.kind) {
    case "value":
      return { kind: "figure", text: formatFigure(found, tag.format), from: found.from };
    case "text": {
      const text = clean(found.text);
      return { kind: "figure", text: tag.format?.kind === "category" ? categoryName(text) : text, from: found.from };
    }
    case "missing":
      return { kind: "missing", wanted: found.cells.map((cell) => ({ kind: "cell", cell })) };
    case "undefined":
      return { kind: "no-base", from: found.from };
    case "unknown":
      return { kind: "unknown", name: found.name };
    case "truth":
      return { kind: "unknown", name: tag.source };
  }
}

/** What people paste, without what no document can hold: control characters, unpaired surrogates and noncharacters. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, (character) => (character === "\n" ? "\n" : ""));
}
