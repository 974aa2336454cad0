import type { CellAddress } from "../model/address.js";
import {
  LAST_YEAR_COLUMN,
  LAST_YEAR_TABLE,
  REMARK_COLUMN,
  REMARKS_TABLE,
  type CellInput,
  type Workbook,
} from "../model/workbook.js";
import type { Computed } from "./computed.js";
import type { Layout } from "./layout.js";
import { resolveReference } from "./session.js";

/** Some of the questions a {@link Computed} answers. */
export type Part<Names extends keyof Computed> = Pick<Computed, Names>;

type Contents = Part<"figure" | "printed" | "text" | "derived" | "isDerived" | "unit" | "printedUnit" | "places">;

/**
 * Lets the cells of the working sheets answer like cells of tables: a figure of 上年数 in the unit and places of the cell its
 * reference names, an entry of 说明要素 as text. Neither is ever computed.
 */
export function withWorkingSheets(layout: Layout, workbook: Workbook, tables: Contents): Contents {
  const input = ({ row, column }: CellAddress): CellInput | undefined =>
    column === LAST_YEAR_COLUMN
      ? workbook.tables
          .get(LAST_YEAR_TABLE)
          ?.rows.find(({ key }) => key === row)
          ?.inputs.get(column)
      : undefined;
  const figure: Contents["figure"] = (at) => {
    const found = at.table === LAST_YEAR_TABLE ? input(at) : undefined;
    return found?.kind === "amount" ? found.value : undefined;
  };
  const text: Contents["text"] = (at) => {
    if (at.table === REMARKS_TABLE) return at.column === REMARK_COLUMN ? workbook.remarks.get(at.row) : undefined;
    const found = input(at);
    return found?.kind === "text" ? found.text : undefined;
  };
  const named = (at: CellAddress): CellAddress | undefined =>
    at.table === LAST_YEAR_TABLE ? resolveReference(layout, at.row) : undefined;
  const ofNamed =
    <Answer>(ask: (at: CellAddress) => Answer, otherwise: Answer): ((at: CellAddress) => Answer) =>
    (at) => {
      if (!isOnWorkingSheet(at)) return ask(at);
      const cell = named(at);
      return cell === undefined ? otherwise : ask(cell);
    };
  return {
    figure: (at) => (isOnWorkingSheet(at) ? figure(at) : tables.figure(at)),
    printed: (at) => (isOnWorkingSheet(at) ? figure(at) : tables.printed(at)),
    text: (at) => (isOnWorkingSheet(at) ? text(at) : tables.text(at)),
    derived: (at) => (isOnWorkingSheet(at) ? undefined : tables.derived(at)),
    isDerived: (at) => !isOnWorkingSheet(at) && tables.isDerived(at),
    unit: ofNamed(tables.unit, undefined),
    printedUnit: ofNamed(tables.printedUnit, undefined),
    places: ofNamed(tables.places, 2),
  };
}

/** Whether an address lies on one of the working sheets and in no table of the pack. */
export function isOnWorkingSheet({ table }: CellAddress): boolean {
  return table === LAST_YEAR_TABLE || table === REMARKS_TABLE;
}
