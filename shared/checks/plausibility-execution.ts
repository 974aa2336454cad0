import type { Computed } from "../calc/computed.js";
import { decimal, fixed, HUNDRED } from "../decimal.js";
import type { CellAddress, RowKey, TableId } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { ExecutionSettings, TextColumns } from "../template/plausibility-settings.js";
import { figureText, findingOf } from "./suspicion.js";

/**
 * An execution rate below the pack's floor, or above 100 %, without a reason. The rate is that of the amounts themselves,
 * whatever rate is printed beside them.
 */
export function checkExecution(computed: Computed): readonly Finding[] {
  return computed.pack.plausibility.executions.flatMap((settings) =>
    computed
      .rows(settings.table)
      .filter((row) => settings.row === undefined || row.endsWith(`/${settings.row}`))
      .flatMap((row) => executionFinding(computed, settings, row)),
  );
}

function executionFinding(computed: Computed, settings: ExecutionSettings, row: RowKey): readonly Finding[] {
  const budgetCell: CellAddress = { table: settings.table, row, column: settings.budget };
  const spentCell: CellAddress = { table: settings.table, row, column: settings.spent };
  const budget = computed.figure(budgetCell);
  const spent = computed.figure(spentCell);
  if (budget?.gt(0) !== true || spent === undefined) return [];
  const rate = spent.div(budget).times(HUNDRED);
  const floor = decimal(computed.pack.plausibility.executionFloor);
  const low = rate.lt(floor);
  if ((!low && rate.lte(HUNDRED)) || hasReason(computed, settings, row)) return [];
  const left = figureText(computed, spentCell) ?? "";
  const right = figureText(computed, budgetCell) ?? "";
  return [
    findingOf(computed, {
      check: low ? "low-execution" : "over-execution",
      severity: "explain",
      cells: [spentCell, budgetCell],
      facts: {
        rate: fixed(rate, 2),
        floor: low ? computed.pack.plausibility.executionFloor : "100",
        spent: left,
        budget: right,
      },
      left,
      right,
    }),
  ];
}

/** A reason may stand in the row, in the row of its project, or beside any of the project's indicators. */
function hasReason(computed: Computed, settings: ExecutionSettings, row: RowKey): boolean {
  const { rows } = computed.table(settings.table);
  const above = rows.kind === "list" ? rows.parent : undefined;
  const parent = computed.parent(settings.table, row);
  const own = filled(computed, { table: settings.table, columns: settings.reasons }, [row]);
  if (own || above === undefined || parent === undefined) return own;
  return (
    filled(computed, { table: above, columns: settings.reasons }, [parent]) ||
    settings.reasonsBelow.some((texts) => filled(computed, texts, computed.children(texts.table, parent)))
  );
}

function filled(computed: Computed, { table, columns }: TextColumns, rows: readonly RowKey[]): boolean {
  const known = columns.filter((column) => hasColumn(computed, table, column));
  return rows.some((row) => known.some((column) => (computed.text({ table, row, column }) ?? "").trim().length > 0));
}

/** The same list of reasons serves a row and its parent, which have different columns. */
function hasColumn(computed: Computed, table: TableId, column: string): boolean {
  return computed.table(table).columns.some((known) => known.id === column);
}
