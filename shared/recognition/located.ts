import type { ColumnId, RowKey } from "../model/address.js";
import type { AmountUnit, FieldsRegion, Form, GridRegion, Panel, PanelColumn, Region } from "../template/pack.js";
import type { CellPosition } from "../sheets/cell-reference.js";
import type { SheetGrid } from "./sheet-grid.js";
import type { ForeignUnit, SheetDepartment } from "./sheet-lines.js";
import type { SheetPart } from "../sheets/workbook-parts.js";

/** A form found on a sheet: where its title, lines and regions stand. */
export interface LocatedForm {
  readonly form: Form;
  readonly sheet: SheetPart;
  readonly grid: SheetGrid;
  /** Where the title stands; absent for a form recognised by its heads alone. */
  readonly title?: CellPosition;
  /** The fiscal year its title names. */
  readonly titleYear?: number;
  /** The unit its lines print. */
  readonly unit?: AmountUnit;
  /** A unit its lines print that the program does not know; its amounts are read in the pack's. */
  readonly foreignUnit?: ForeignUnit;
  /** The publisher its lines name. */
  readonly department?: SheetDepartment;
  /** What was found, from top to bottom; regions that repeat stand once for each block. */
  readonly regions: readonly LocatedRegion[];
  /** Regions of the form that the sheet does not have. */
  readonly missing: readonly MissingRegion[];
}

/** A region of a form that its sheet does not have. */
export interface MissingRegion {
  readonly region: Region;
  /** The block it is missing in. */
  readonly parent?: RowKey;
  /** Where some of its heads stand but not all, or others beside them. */
  readonly differing?: DifferingHeads;
}

/** Heads that are not quite the form's. */
export interface DifferingHeads {
  readonly row: number;
  /** Heads of the pack that the sheet does not print. */
  readonly missing: readonly string[];
  /** Numbered heads of the sheet that the pack does not have. */
  readonly unexpected: readonly string[];
}

/** A stretch of a form found on its sheet. */
export type LocatedRegion = LocatedGrid | LocatedFields;

/** What both kinds share: the sheet rows from first to last, heads included, and the row whose block it stands in. */
interface LocatedStretch {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly parent?: RowKey;
}

/** A grid found by its heads. */
export interface LocatedGrid extends LocatedStretch {
  readonly kind: "grid";
  readonly region: GridRegion;
  /** The first row below heads and 栏次. */
  readonly bodyRow: number;
  readonly panels: readonly LocatedPanel[];
  /** The row of printed column numbers, where there is one. */
  readonly numbersRow?: number;
}

/** A panel's columns in pack order. */
export interface LocatedPanel {
  readonly panel: Panel;
  readonly columns: readonly LocatedColumn[];
}

/** A column of a panel and where it stands; labels that the sheet does not print have no place. */
export interface LocatedColumn {
  readonly spec: PanelColumn;
  readonly slot?: Slot;
}

/** Sheet columns below one head, first to last; a head may name its unit: 批复金额（元）. */
export interface Slot {
  readonly first: number;
  readonly last: number;
  readonly unit?: AmountUnit;
}

/** Labelled values found by their labels. */
export interface LocatedFields extends LocatedStretch {
  readonly kind: "fields";
  readonly region: FieldsRegion;
  readonly values: readonly LocatedValue[];
  /** Labels the sheet does not print: their values have no place. */
  readonly missing: readonly string[];
}

/** One value of a fields region. */
export interface LocatedValue {
  /** Absent in blocks, where the row is the block's own. */
  readonly row?: RowKey;
  readonly column: ColumnId;
  readonly at: CellPosition;
  /** What the pack prints in the cell before the value. */
  readonly prefix?: string;
}
