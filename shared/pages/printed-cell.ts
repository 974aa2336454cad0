import { convert, unitPower } from "../amount.js";
import type { Computed } from "../calc/computed.js";
import { fixed } from "../decimal.js";
import type { SheetCell } from "../forms/form-sheet.js";
import { grouped } from "../messages/figure-text.js";
import type { ZeroStyle } from "./page-options.js";

/** What a position of a form prints: labels and texts as they are, figures rounded once, with separators of thousands. */
export function printedCell(computed: Computed, cell: SheetCell, zeros: ZeroStyle): string {
  const { dash } = computed.pack.frame;
  switch (cell.kind) {
    case "label":
      return cell.text;
    case "dash":
      return dash;
    case "cell":
      return `${cell.prefix ?? ""}${figureText(computed, cell, zeros) ?? computed.text(cell.at) ?? ""}`;
    case "new":
    case "empty":
      return "";
  }
}

function figureText(
  computed: Computed,
  { at, content, places }: Extract<SheetCell, { kind: "cell" }>,
  zeros: ZeroStyle,
): string | undefined {
  const printed = content === "figure" ? computed.printed(at) : undefined;
  if (printed === undefined) return undefined;
  if (printed.isZero() && zeros !== "figure") return zeros === "blank" ? "" : computed.pack.frame.dash;
  const [from, to] = [computed.unit(at), computed.printedUnit(at)];
  const shown = unitPower(from, to) === 0 ? printed : convert(printed, from, to);
  const text = grouped(fixed(shown, Math.max(places ?? 0, shown.decimalPlaces())));
  return to === "%" ? `${text}%` : text;
}
