import { convert } from "../amount.js";
import type { Computed } from "../calc/computed.js";
import { isAmountUnit } from "../template/cell-input.js";
import { decimal, fixed, halfStep, powerOfTen, type Decimal } from "../decimal.js";
import type { CellAddress, RowKey } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { UnitSlipSettings } from "../template/plausibility-settings.js";
import { figureText, findingOf } from "./suspicion.js";

/**
 * 元 typed under a head that says 万元. An amount is suspected when it is 10,000 times another amount of its row or of the same
 * fact in another table, or when what was spent is larger than the whole it is a part of and its 10,000th part is not; then
 * the budget of that row is suspected with it. A large budget alone proves nothing.
 */
export function checkUnitSlips(computed: Computed): readonly Finding[] {
  return computed.pack.plausibility.unitSlips.flatMap((settings) =>
    computed.rows(settings.table).flatMap((row) => slipsOfRow(computed, settings, row)),
  );
}

/** What gave a slip away: the whole, another amount of the row, or the same fact elsewhere. */
interface Slip {
  readonly cell: CellAddress;
  readonly against: CellAddress;
  readonly evidence: "whole" | "same-row" | "same-fact";
}

/** Below this a figure in the wrong unit cannot be told from a small one in the right unit: 10,000 × 0.10 is 1,000. */
const SMALLEST = decimal("1000");
const FACTOR = powerOfTen(4);

function slipsOfRow(computed: Computed, settings: UnitSlipSettings, row: RowKey): readonly Finding[] {
  const cells = settings.columns.map((column): CellAddress => ({ table: settings.table, row, column }));
  const large = cells.filter(
    (cell) => computed.figure(cell)?.gte(SMALLEST) === true && isAmountUnit(computed.unit(cell)),
  );
  if (large.length === 0) return [];
  const whole = amountIn(computed, settings.within);
  const inYuan = (cell: CellAddress): boolean => isBeyond(amountIn(computed, cell), whole);
  const spentInYuan = large.some((cell) => settings.spent.includes(cell.column) && inYuan(cell));
  const slips = large.flatMap((cell): readonly Slip[] => {
    if (spentInYuan && inYuan(cell)) return [{ cell, against: settings.within, evidence: "whole" }];
    return slipOf(computed, settings, cell, cells);
  });
  const [first] = slips;
  if (first === undefined) return [];
  const { cell, against, evidence } = first;
  const amount = figureText(computed, cell) ?? "";
  const limit = figureText(computed, against) ?? "";
  return [
    findingOf(computed, {
      check: "unit-slip",
      severity: "error",
      cells: [...slips.map((slip) => slip.cell), against],
      facts: {
        evidence,
        amount,
        limit,
        corrected: fixed(decimal(amount).div(FACTOR), computed.places(cell)),
        ...projectOf(computed, cell),
      },
      left: amount,
      right: limit,
    }),
  ];
}

/** Whether an amount is larger than the whole while its 10,000th part is not. */
function isBeyond(amount: Decimal | undefined, whole: Decimal | undefined): boolean {
  return amount !== undefined && whole?.gt(0) === true && amount.gt(whole) && amount.div(FACTOR).lte(whole);
}

function slipOf(
  computed: Computed,
  settings: UnitSlipSettings,
  cell: CellAddress,
  rowCells: readonly CellAddress[],
): readonly Slip[] {
  const amount = amountIn(computed, cell);
  if (amount === undefined) return [];
  const neighbour = rowCells.find((other) => isTenThousandfold(computed, amount, other));
  if (neighbour !== undefined) return [{ cell, against: neighbour, evidence: "same-row" }];
  const twin = twinOf(computed, settings, cell);
  const isTwin = twin !== undefined && isTenThousandfold(computed, amount, twin);
  return isTwin ? [{ cell, against: twin, evidence: "same-fact" }] : [];
}

/** An amount in 万元, so that figures of both units compare. */
function amountIn(computed: Computed, cell: CellAddress): Decimal | undefined {
  const unit = computed.unit(cell);
  const value = computed.figure(cell);
  return value === undefined || !isAmountUnit(unit) ? undefined : convert(value, unit, "万元");
}

/** Whether an amount is 10,000 times another one, as exactly as the other one's printing allows. */
function isTenThousandfold(computed: Computed, amount: Decimal, other: CellAddress): boolean {
  const value = amountIn(computed, other);
  if (value?.gt(0) !== true) return false;
  return amount
    .minus(value.times(FACTOR))
    .abs()
    .lte(halfStep(computed.places(other)).times(FACTOR));
}

/** The cell that states the same fact in another table, in the row of the same name. */
function twinOf(computed: Computed, { twin }: UnitSlipSettings, cell: CellAddress): CellAddress | undefined {
  if (twin?.column !== cell.column) return undefined;
  if (twin.row !== undefined && !cell.row.endsWith(`/${twin.row}`)) return undefined;
  const name = projectOf(computed, cell).project ?? computed.rowName(cell.table, cell.row);
  const row = computed.rows(twin.table).find((key) => name !== "" && computed.rowName(twin.table, key) === name);
  return row === undefined ? undefined : { table: twin.table, row, column: twin.twinColumn };
}

/** The name of the row that a row of a list lies below, such as a project's. */
function projectOf(computed: Computed, { table, row }: CellAddress): { readonly project?: string } {
  const { rows } = computed.table(table);
  const parent = computed.parent(table, row);
  if (rows.kind !== "list" || rows.parent === undefined || parent === undefined) return {};
  return { project: computed.rowName(rows.parent, parent) };
}
