import { codeOfKey } from "../calc/row-tree.js";
import { fixedRows } from "../calc/layout.js";
import type { Computed } from "../calc/computed.js";
import type { RowKey } from "../model/address.js";
import type { GridRegion, Panel, Table } from "../template/pack.js";
import { blockRow, isBlankBlock, type SectionSource } from "./section.js";

/** The rows one panel shows, top to bottom; undefined leaves its part of the sheet row empty. */
export interface BodyKeys {
  readonly keys: readonly (RowKey | undefined)[];
  /** Whether what is typed below the rows becomes a row of the table. */
  readonly isOpen: boolean;
  /** How many sheet rows the panel takes, blank ones for typing included. */
  readonly rowCount: number;
}

/** The rows of a panel of a grid, and how many are kept for typing. */
export function bodyKeys(region: GridRegion, panel: Panel, table: Table, source: SectionSource): BodyKeys {
  const { rows } = table;
  if (rows.kind === "fixed")
    return closed((panel.rows ?? rows.rows.map(({ key }) => key)).map((key) => key ?? undefined));
  if (rows.kind === "codes") {
    const codes = codeKeys(region, panel, table, source.computed);
    const total = rows.total === undefined ? [] : [rows.total.key];
    return open([...total, ...codes], codes.length, rows.complete ? 0 : source.spareRows, panel);
  }
  if (rows.fixed !== undefined) {
    const block = isBlankBlock(source) ? "" : (blockRow(source) ?? "");
    return closed(rows.fixed.map(({ key }) => `${block}/${key}`));
  }
  const block = blockRow(source);
  const keys = block === undefined ? source.computed.rows(table.id) : source.computed.children(table.id, block);
  const shown = isBlankBlock(source) ? [] : keys;
  return open(shown, shown.length, source.spareRows, panel);
}

function closed(keys: readonly (RowKey | undefined)[]): BodyKeys {
  return { keys, isOpen: false, rowCount: keys.length };
}

/** A table without rows of its own keeps the blank rows its form prints, one with rows the spare ones. */
function open(keys: readonly RowKey[], own: number, spare: number, { blankRows }: Panel): BodyKeys {
  const blank = own > 0 ? spare : Math.max(blankRows ?? 0, spare);
  return { keys, isOpen: true, rowCount: keys.length + blank };
}

/** The code rows of a panel: all, or those of its categories in their order; codes of no panel's category end the first panel. */
function codeKeys(region: GridRegion, panel: Panel, table: Table, computed: Computed): readonly RowKey[] {
  const printed = fixedRows(table);
  const codes = computed.rows(table.id).filter((key) => !printed.has(key));
  const { categories } = panel;
  if (categories === undefined) return codes;
  const panels = region.panels.filter((each) => each.table === panel.table);
  const everywhere = panels.flatMap((each) => each.categories ?? []);
  const others = panels[0] === panel ? codes.filter((key) => !everywhere.some((one) => isBelow(key, one))) : [];
  return [...categories.flatMap((category) => codes.filter((key) => isBelow(key, category))), ...others];
}

function isBelow(key: RowKey, category: string): boolean {
  return codeOfKey(key).startsWith(category);
}
