import { type CellRange, formatRange, parseRange } from "../sheets/cell-reference.js";
import type { ElementRemoval } from "./element-removal.js";
import { shiftFormula, translateFormula } from "./formula-shift.js";
import { attributeSpot, contentSpot, type FormulaSpot, formulaSpots, writeSpot } from "./formula-spots.js";
import { listAreas, type RowShift, sameRange, shiftRange, shiftRow } from "./row-shift.js";
import type { TextSplices } from "../archive/text-splices.js";
import { attributeOf, childOf, descendants, valueOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";

/** Elements that hold for a list of ranges, in the sheet itself (`sqref="…"`) or in its x14 extension (`<xm:sqref>`). */
const RULES: ReadonlySet<string> = new Set([
  "conditionalFormatting",
  "dataValidation",
  "ignoredError",
  "protectedRange",
]);

/**
 * Shifts conditional formats, validations, switched-off error marks and editable ranges of the sheet. New rows take
 * over what holds for the row `like`. Returns the elements dealt with, so that their formulas are not shifted again.
 */
export function shiftRules(
  tree: XmlTree,
  splices: TextSplices,
  removal: ElementRemoval,
  shift: RowShift,
  like: number | undefined,
): ReadonlySet<XmlElement> {
  const rules = [...descendants(tree.root)].filter((element) => RULES.has(element.local));
  for (const rule of rules) shiftRule(tree, splices, removal, shift, like, rule);
  return new Set(rules);
}

function shiftRule(
  tree: XmlTree,
  splices: TextSplices,
  removal: ElementRemoval,
  shift: RowShift,
  like: number | undefined,
  rule: XmlElement,
): void {
  const spot = rangesSpot(tree, rule);
  if (spot === undefined) return;
  const old = listAreas(spot.text).map(parseRange);
  if (old.length === 0 || !old.every((area) => area !== undefined)) return;
  const kept = old.flatMap((area) => shiftRange(shift, area) ?? []);
  if (kept.length === 0) {
    removal.remove(rule);
    return;
  }
  const now =
    shift.kind === "insert" && like !== undefined ? takeOver(old, kept, shift.after, shift.count, like) : kept;
  const unchanged = now.length === old.length && now.every((area, index) => sameRange(area, old[index] ?? area));
  if (!unchanged) writeSpot(splices, spot, now.map(formatRange).join(" "));
  const [before, after] = baseMoves(shift, old, now);
  for (const formula of formulaSpots(tree, rule)) {
    const moved = shiftFormula(translateFormula(formula.text, before, 0), shift, { sheet: shift.sheet });
    writeSpot(splices, formula, translateFormula(moved, after, 0));
  }
}

function rangesSpot(tree: XmlTree, rule: XmlElement): FormulaSpot | undefined {
  const child = childOf(rule, "sqref");
  if (child !== undefined) return contentSpot(tree, child);
  const attribute = attributeOf(tree, rule, "sqref");
  const text = valueOf(tree, rule, "sqref");
  if (attribute === undefined || text === undefined) return undefined;
  return attributeSpot(tree, attribute, text);
}

/** Adds the new rows to every area that covers the row they are copied from, by growing it where that is enough. */
function takeOver(
  old: readonly CellRange[],
  kept: readonly CellRange[],
  after: number,
  count: number,
  like: number,
): CellRange[] {
  const first = after + 1;
  const last = after + count;
  const now = [...kept];
  old.forEach((area, index) => {
    const moved = kept[index];
    if (moved === undefined || like < area.firstRow || like > area.lastRow) return;
    if (moved.firstRow <= first && moved.lastRow >= last) return;
    if (moved.lastRow === after) now[index] = { ...moved, lastRow: last };
    else if (moved.firstRow === last + 1) now[index] = { ...moved, firstRow: first };
    else now.push({ ...moved, firstRow: first, lastRow: last });
  });
  return now;
}

/**
 * A rule's relative references are meant from its topmost row. When that row is removed, they are first read from the
 * topmost row that stays; when new rows come to lie above it, they are read from those afterwards. Given as rows to
 * translate before and after the shift.
 */
function baseMoves(shift: RowShift, old: readonly CellRange[], now: readonly CellRange[]): [number, number] {
  const base = topRow(old);
  const staying = topRow(old.flatMap((area) => stayingRow(shift, area)));
  const moved = shiftRow(shift, staying) ?? staying;
  return [staying - base, topRow(now) - moved];
}

function stayingRow(shift: RowShift, area: CellRange): { firstRow: number }[] {
  if (shiftRow(shift, area.firstRow) !== undefined || shift.kind === "insert") return [area];
  const next = shift.first + shift.count;
  return next <= area.lastRow ? [{ firstRow: next }] : [];
}

function topRow(areas: readonly { readonly firstRow: number }[]): number {
  return areas.reduce((top, area) => Math.min(top, area.firstRow), Number.POSITIVE_INFINITY);
}
