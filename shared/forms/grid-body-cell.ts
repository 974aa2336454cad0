import { NAME_COLUMN } from "../model/workbook.js";
import type { RowKey } from "../model/address.js";
import type { SheetCell } from "./form-sheet.js";
import { parentOfNew, type GridSlot } from "./grid-panels.js";
import { EMPTY, isBlankBlock, tableCell, type SectionSource } from "./section.js";

/** What stands in a grid's body, `index` rows below its head. */
export function gridBodyCell(slot: GridSlot, index: number, source: SectionSource): SheetCell {
  const { panel, column } = slot;
  const key = panel.body.keys[index];
  if (key === undefined) return panel.body.isOpen && index >= panel.body.keys.length ? newCell(slot, source) : EMPTY;
  const of = { table: panel.table.id, row: key };
  const fixed = panel.fixed(key);
  switch (column.role) {
    case "code": {
      const text = source.computed.rowCode(of.table, key) ?? "";
      return text === "" ? EMPTY : { kind: "label", text, role: "code", level: codeLevel(text), of };
    }
    case "number":
      return fixed?.no === undefined ? EMPTY : { kind: "label", text: String(fixed.no), role: "number", level: 0, of };
    case "name":
      if (fixed !== undefined) return { kind: "label", text: fixed.name, role: "name", level: fixed.level, of };
      return nameCell(slot, key, source);
    case "figure":
    case "text": {
      const found = panel.table.columns.find(({ id }) => id === column.column);
      if (found === undefined) return EMPTY;
      if (isBlankBlock(source)) {
        const below = key.slice(key.lastIndexOf("/") + 1);
        return { ...newCell(slot, source), ...(fixed === undefined ? {} : { below }) };
      }
      return tableCell(source.computed, panel.table, key, found, { fixed });
    }
    case "side":
      return EMPTY;
  }
}

/** The name of a code row is a text that people may change; it is set in by the level of its code. */
function nameCell({ panel }: GridSlot, key: RowKey, { computed }: SectionSource): SheetCell {
  const code = computed.rowCode(panel.table.id, key) ?? "";
  return {
    kind: "cell",
    at: { table: panel.table.id, row: key, column: NAME_COLUMN },
    content: "text",
    derived: false,
    level: codeLevel(code),
  };
}

/** 类, 款 and 项 have 3, 5 and 7 digits. */
function codeLevel(code: string): number {
  return Math.max(0, Math.floor((code.length - 3) / 2));
}

function newCell({ panel, column }: GridSlot, source: SectionSource): SheetCell & { readonly kind: "new" } {
  const parent = parentOfNew(panel.table, source);
  return {
    kind: "new",
    table: panel.table.id,
    role: column.role === "code" || column.role === "name" ? column.role : "other",
    ...(parent === undefined ? {} : { parent }),
    ...(column.column === undefined ? {} : { column: column.column }),
  };
}
