import type { Computed } from "../calc/computed.js";
import { type Decimal, parseDecimal, powerOfTen } from "../decimal.js";
import type { CellAddress, TableId } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { isAmountUnit } from "../template/cell-input.js";

/** How many facts must differ by the same ten thousand before a whole sheet is suspected, not a figure. */
const ENOUGH = 3;

/**
 * Sheets whose figures are in another unit than the one they print: at least three facts that stand on two sheets differ by exactly
 * ten thousand times. One finding a sheet says so once; what it explains stays listed. `slip` tells which side is wrong: `figures`
 * in 元 below 万元, or the `label` 元 above figures in 万元. Takes the rules' own findings, because these are the facts compared.
 */
export function checkSheetUnits(computed: Computed, ofRules: readonly Finding[]): readonly Finding[] {
  const suspects = new Map<string, Suspect[]>();
  for (const finding of ofRules) {
    const suspect = suspectOf(computed, finding);
    if (suspect === undefined) continue;
    const key = `${suspect.slip} ${suspect.cell.table}`;
    suspects.set(key, [...(suspects.get(key) ?? []), suspect]);
  }
  return [...suspects.values()].flatMap((all) => {
    const [first] = all;
    return first === undefined || all.length < ENOUGH ? [] : [findingOf(computed, first, all.length)];
  });
}

/** One fact that differs ten-thousandfold: the cell in the suspected table, and the one it was held against. */
interface Suspect {
  readonly cell: CellAddress;
  readonly against: CellAddress;
  readonly slip: "figures" | "label";
}

function suspectOf(computed: Computed, finding: Finding): Suspect | undefined {
  if (finding.code !== "rule-violated" || finding.facts["op"] !== "=") return undefined;
  const left = figureOf(finding.left);
  const right = figureOf(finding.right);
  if (left === undefined || right === undefined) return undefined;
  const count = finding.cells.findIndex((_, index) => String(index) === (finding.facts["leftCells"] ?? "1"));
  const a = sideOf(computed, finding.cells.slice(0, count));
  const b = sideOf(computed, finding.cells.slice(count));
  if (count < 1 || a === undefined || b === undefined || a.table === b.table) return undefined;
  const [small, big] = left.abs().lt(right.abs()) ? [a, b] : [b, a];
  const [less, more] = left.abs().lt(right.abs()) ? [left, right] : [right, left];
  const isTenThousandfold = more
    .minus(less.times(powerOfTen(4)))
    .abs()
    .lte(powerOfTen(4 - computed.places(small)));
  if (!isTenThousandfold || more.isZero()) return undefined;
  return computed.printedUnit(small) === "元"
    ? { cell: small, against: big, slip: "label" }
    : { cell: big, against: small, slip: "figures" };
}

function figureOf(text: string | undefined): Decimal | undefined {
  return text === undefined ? undefined : parseDecimal(text);
}

/** The first cell of one side of a comparison that holds an amount, if all of them stand in one table. */
function sideOf(computed: Computed, cells: readonly CellAddress[]): CellAddress | undefined {
  const filled = cells.filter((at) => computed.figure(at)?.isZero() === false);
  const tables = new Set<TableId>(filled.map(({ table }) => table));
  const [first] = filled;
  return first !== undefined && tables.size === 1 && isAmountUnit(computed.unit(first)) ? first : undefined;
}

function findingOf(computed: Computed, { cell, against, slip }: Suspect, count: number): Finding {
  const printed = computed.printedUnit(cell) ?? "";
  return {
    rule: "sheet-unit",
    severity: "error",
    kind: "plausibility",
    code: "sheet-unit",
    cells: [cell, against],
    facts: { slip, count: String(count), printed },
  };
}
