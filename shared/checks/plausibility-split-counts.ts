import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import type { FixedRow, Table } from "../template/pack.js";
import { COUNT_UNITS } from "../template/words.js";
import { figureText, findingOf } from "./suspicion.js";

/**
 * A count with a fraction, such as 819.5 人: nobody counts half a person, so it is an amount that slipped into the row or a slip of
 * the keyboard (`split-count`, facts count, unit). The form would print it rounded.
 */
export function checkSplitCounts(computed: Computed): readonly Finding[] {
  return computed.pack.tables.filter(countsSomething).flatMap((table) =>
    computed.rows(table.id).flatMap((row) =>
      table.columns.flatMap((column) => {
        const at = { table: table.id, row, column: column.id };
        const unit = computed.unit(at);
        if (column.kind === "text" || unit === undefined || !COUNT_UNITS.includes(unit)) return [];
        const left = computed.figure(at)?.isInteger() === false ? figureText(computed, at) : undefined;
        if (left === undefined) return [];
        const facts = { count: left, unit };
        return [findingOf(computed, { check: "split-count", severity: "error", cells: [at], facts, left })];
      }),
    ),
  );
}

function countsSomething({ columns, rows }: Table): boolean {
  return [...columns, ...fixedRows(rows)].some(({ unit }) => unit !== undefined && COUNT_UNITS.includes(unit));
}

function fixedRows(rows: Table["rows"]): readonly FixedRow[] {
  switch (rows.kind) {
    case "fixed":
      return rows.rows;
    case "codes":
      return rows.footer;
    case "list":
      return rows.fixed ?? [];
  }
}
