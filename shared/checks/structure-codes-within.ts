import type { Computed } from "../calc/computed.js";
import type { RowKey, TableId } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { CodesWithin, Rule } from "../template/pack.js";
import { codeRows, type CodeRow } from "./code-names.js";
import { rowCell, structureFinding } from "./structure-finding.js";

/**
 * Codes with figures stand wherever else they must (`code-not-within`; facts code, name, within), and 项 and 款 have their
 * parents above them (`parent-missing`; facts code, name, parent). Where the other table has no codes at all yet, that is
 * one `rule-not-checked`, not an error for every code.
 */
export function checkCodesWithin(rule: Rule, check: CodesWithin, computed: Computed): readonly Finding[] {
  return [
    ...check.pairs.flatMap((pair) => missingCodes(rule, computed, pair)),
    ...check.parentsExist.flatMap((table) => missingParents(rule, computed, table)),
  ];
}

function missingCodes(rule: Rule, computed: Computed, pair: CodesWithin["pairs"][number]): readonly Finding[] {
  const present = new Set(codeRows(computed, pair.within).map(({ code }) => code));
  const missing = codeRows(computed, pair.table).filter(({ row, code }) => {
    const figure = computed.printed({ table: pair.table, row, column: pair.column });
    return figure !== undefined && !figure.isZero() && !present.has(code);
  });
  const [first] = missing;
  if (first === undefined) return [];
  const cellOf = ({ row }: CodeRow) => ({ table: pair.table, row, column: pair.column });
  const facts = { within: pair.within };
  if (present.size === 0) {
    const cells = [cellOf(first)];
    return [
      structureFinding(rule, computed, {
        code: "rule-not-checked",
        kind: "not-checked",
        severity: "hint",
        cells,
        facts,
      }),
    ];
  }
  return lowest(computed, pair.table, missing).map((row) => {
    const cells = [cellOf(row)];
    return structureFinding(rule, computed, {
      code: "code-not-within",
      cells,
      facts: { ...facts, code: row.code, name: row.name },
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

function missingParents(rule: Rule, computed: Computed, table: TableId): readonly Finding[] {
  const rows = codeRows(computed, table);
  const present = new Set(rows.map(({ code }) => code));
  const orphans = new Map<string, CodeRow[]>();
  for (const row of rows) {
    for (let length = 3; length < row.code.length; length += 2) {
      const parent = row.code.slice(0, length);
      if (!present.has(parent)) orphans.set(parent, [...(orphans.get(parent) ?? []), row]);
    }
  }
  return [...orphans].map(([parent, children]) =>
    structureFinding(rule, computed, {
      code: "parent-missing",
      cells: children.map(({ row }) => rowCell(computed, table, row)),
      facts: { parent, code: children[0]?.code ?? "", name: children[0]?.name ?? "" },
    }),
  );
}
