import { type CellRange, formatRange, parseRange } from "../sheets/cell-reference.js";
import type { ElementRemoval } from "./element-removal.js";
import { overlap, type RowShift, sameRange, shiftRange } from "./row-shift.js";
import type { TextSplices } from "../archive/text-splices.js";
import { prefixOf } from "../archive/xml-scan.js";
import { attributeOf, valueOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";

/**
 * Shifts the merged ranges of a sheet: they grow, shrink and go with their rows; one that shrinks to a single cell goes.
 * Merges within the row `like` are made in each new row too, where nothing else is merged. Returns how many were added
 * to which list.
 */
export function shiftMerges(
  tree: XmlTree,
  splices: TextSplices,
  removal: ElementRemoval,
  shift: RowShift,
  like: number | undefined,
): ReadonlyMap<XmlElement, number> {
  const list = tree.root.children.find((child) => child.local === "mergeCells");
  if (list === undefined) return new Map();
  const kept: CellRange[] = [];
  const models: CellRange[] = [];
  for (const element of list.children) {
    const range = parseRange(valueOf(tree, element, "ref") ?? "");
    const attribute = attributeOf(tree, element, "ref");
    if (range === undefined || attribute === undefined) continue;
    const moved = shiftRange(shift, range);
    if (moved === undefined || isSingleCell(moved)) {
      removal.remove(element);
      continue;
    }
    kept.push(moved);
    if (range.firstRow === like && range.lastRow === like) models.push(range);
    if (!sameRange(moved, range)) splices.replace(attribute.valueStart, attribute.valueEnd, formatRange(moved));
  }
  const added = shift.kind === "insert" ? mergesOfNewRows(models, kept, shift.after, shift.count) : [];
  const name = `${prefixOf(list.name)}mergeCell`;
  splices.insert(list.closeStart, added.map((range) => `<${name} ref="${formatRange(range)}"/>`).join(""));
  return added.length === 0 ? new Map() : new Map([[list, added.length]]);
}

function mergesOfNewRows(
  models: readonly CellRange[],
  kept: readonly CellRange[],
  after: number,
  count: number,
): CellRange[] {
  const rows = Array.from({ length: count }, (_, index) => after + 1 + index);
  const wanted = rows.flatMap((row) => models.map((model) => ({ ...model, firstRow: row, lastRow: row })));
  const inTheWay = kept.filter((range) => range.firstRow <= after + count && range.lastRow > after);
  return wanted.filter((range) => !inTheWay.some((other) => overlap(range, other)));
}

function isSingleCell(range: CellRange): boolean {
  return range.firstRow === range.lastRow && range.firstColumn === range.lastColumn;
}
