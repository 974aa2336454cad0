import type { Computed } from "../calc/computed.js";
import type { CellAddress, RowKey, TableId } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { CodesWithin, Rule } from "../template/pack.js";
import { codeNames } from "./code-names.js";
import { codeTables, type CodeRow, type CodeTable } from "./code-rows.js";
import { structureFinding } from "./structure-finding.js";

/**
 * Codes with figures stand wherever else they must (`code-not-within`; facts code, name, within), and 项 and 款 have their
 * parents above them (`missing-parent`; facts code, name, child, childName). Where the other table has no codes at all yet,
 * that is one `rule-not-checked`, not an error for every code.
 */
export function checkCodesWithin(rule: Rule, check: CodesWithin, computed: Computed): readonly Finding[] {
  const tables = new Map(codeTables(computed).map((table) => [table.id, table]));
  return [
    ...check.pairs.flatMap((pair) => missingCodes(rule, computed, pair, tables)),
    ...check.parentsExist.flatMap((id) => {
      const table = tables.get(id);
      return table === undefined ? [] : missingParents(rule, computed, table);
    }),
  ];
}

function missingCodes(
  rule: Rule,
  computed: Computed,
  { table, column, within }: CodesWithin["pairs"][number],
  tables: ReadonlyMap<TableId, CodeTable>,
): readonly Finding[] {
  const present = new Set(tables.get(within)?.rows.map(({ code }) => code));
  const cellOf = ({ row }: CodeRow): CellAddress => ({ table, row, column });
  const missing = (tables.get(table)?.rows ?? []).filter(
    (row) => computed.printed(cellOf(row))?.isZero() === false && !present.has(row.code),
  );
  const [first] = missing;
  if (first === undefined) return [];
  if (present.size === 0) {
    const fault = { code: "rule-not-checked", kind: "not-checked", severity: "hint" } as const;
    return [structureFinding(rule, computed, { ...fault, cells: [cellOf(first)], facts: { within } })];
  }
  return lowest(computed, table, missing).map((row) => {
    const { code, name } = row;
    return structureFinding(rule, computed, {
      code: "code-not-within",
      cells: [cellOf(row)],
      facts: { code, name, within },
    });
  });
}

/** Without the parents of other missing rows: who adds the 项 adds its 款 and 类. */
function lowest(computed: Computed, table: TableId, rows: readonly CodeRow[]): readonly CodeRow[] {
  const above = new Set<RowKey>();
  for (const { row } of rows) {
    for (let up = computed.parent(table, row); up !== undefined; up = computed.parent(table, up)) above.add(up);
  }
  return rows.filter(({ row }) => !above.has(row));
}

function missingParents(rule: Rule, computed: Computed, table: CodeTable): readonly Finding[] {
  const names = codeNames(computed, table.classification);
  const present = new Set(table.rows.map(({ code }) => code));
  const orphans = new Map<string, CodeRow[]>();
  for (const row of table.rows) {
    for (let length = 3; length < row.code.length; length += 2) {
      const parent = row.code.slice(0, length);
      if (!present.has(parent)) orphans.set(parent, [...(orphans.get(parent) ?? []), row]);
    }
  }
  return [...orphans].map(([code, children]) =>
    structureFinding(rule, computed, {
      code: "missing-parent",
      cells: children.map(({ cell }) => cell),
      facts: {
        code,
        name: names.name(code) ?? "",
        child: children[0]?.code ?? "",
        childName: children[0]?.name ?? "",
      },
    }),
  );
}
