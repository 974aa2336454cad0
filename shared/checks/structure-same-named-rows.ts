import { fixed, lastPlace, plain, type Decimal } from "../decimal.js";
import type { Computed } from "../calc/computed.js";
import type { CellAddress, RowKey, TableId } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { parseExpression } from "../expression/parse.js";
import type { Rule, StructureCheck, Table } from "../template/pack.js";
import { structureFinding } from "./structure-finding.js";
import { essence } from "../essence.js";

type SameNamedRows = Extract<StructureCheck, { check: "same-named-rows" }>;

/** A named row of a list. */
interface NamedRow {
  readonly name: string;
  readonly table: TableId;
  readonly row: RowKey;
}

/**
 * Rows of two lists with the same name print the same figure, like any fact that is printed twice: a difference of one last
 * place is 尾差. Names without a twin are nobody's concern.
 */
export function checkSameNamedRows(rule: Rule, check: SameNamedRows, computed: Computed): readonly Finding[] {
  const twins = new Map<string, NamedRow[]>();
  for (const row of namedRows(computed, check.right)) {
    const name = essence(row.name);
    twins.set(name, [...(twins.get(name) ?? []), row]);
  }
  return namedRows(computed, check.left).flatMap((left) =>
    (twins.get(essence(left.name)) ?? []).flatMap((right) => {
      const [a, b] = [computed.resolve(check.left, left), computed.resolve(check.right, right)];
      return a === undefined || b === undefined ? [] : compared(rule, computed, left.name, a, b);
    }),
  );
}

/** The named rows `@行` runs over in a reference. */
function namedRows(computed: Computed, reference: string): readonly NamedRow[] {
  const table = loopTable(computed, reference);
  return computed.rows(table).flatMap((row) => {
    const name = computed.rowName(table, row);
    return name === "" ? [] : [{ name, table, row }];
  });
}

/** The list `@行` runs over: the parent list for `@行/…`, else the reference's own table. */
function loopTable(computed: Computed, reference: string): TableId {
  const parsed = parseExpression(reference);
  if (!parsed.ok || parsed.expression.kind !== "cell") throw new Error(`no reference to a cell: ${reference}`);
  const { table: name, row } = parsed.expression;
  const table = computed.pack.tables.find((one: Table) => one.name === name || one.aliases.includes(name));
  if (table === undefined) throw new Error(`the pack has no table ${name}`);
  const isBelow = row.kind === "variable" && row.below !== undefined;
  const parent = table.rows.kind === "list" ? table.rows.parent : undefined;
  return isBelow && parent !== undefined ? parent : table.id;
}

function compared(
  rule: Rule,
  computed: Computed,
  name: string,
  left: CellAddress,
  right: CellAddress,
): readonly Finding[] {
  const [a, b] = [computed.printed(left), computed.printed(right)];
  const cells = [left, right];
  const facts = { name };
  if (a === undefined || b === undefined) {
    const figure = a ?? b;
    if (figure === undefined || figure.isZero()) return [];
    const fault = { code: "rule-not-checked", kind: "not-checked", severity: "hint", cells, facts } as const;
    return [structureFinding(rule, computed, fault)];
  }
  if (a.equals(b)) return [];
  const places = Math.min(computed.places(left), computed.places(right));
  const tolerance = lastPlace(places);
  const text = (value: Decimal): string => fixed(value, Math.max(places, value.decimalPlaces()));
  const figures = { left: text(a), right: text(b), difference: text(a.minus(b)), tolerance: plain(tolerance) };
  return a.minus(b).abs().lessThanOrEqualTo(tolerance)
    ? [
        structureFinding(rule, computed, {
          code: "rule-rounding",
          kind: "rounding",
          severity: "hint",
          cells,
          facts,
          figures,
        }),
      ]
    : [structureFinding(rule, computed, { code: "rule-violated", cells, facts, figures })];
}
