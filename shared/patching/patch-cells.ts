import type { CellPosition } from "../sheets/cell-reference.js";
import { changedCell, type CellWrite, newCell } from "./cell-markup.js";
import { byPlace, type CellSetting, type RowSettings } from "./cell-settings.js";
import { type FormulaRewrite, rewritesAfterDropping } from "./dropped-formulas.js";
import type { SheetRow } from "./formula-cells.js";
import { growDimension, refuseHiddenCells, spansWith } from "./sheet-bounds.js";
import { parseSheet, sheetDataOf } from "./shift-sheet.js";
import { type CellElement, openTag, scanCells, scanRows } from "./sheet-rows.js";
import { TextSplices } from "../archive/text-splices.js";
import { attributeValue, findAttribute, prefixOf, wholeNumber } from "../archive/xml-scan.js";
import { childOf, isSelfClosing, valueOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";

export type { CellSetting } from "./cell-settings.js";

/** A sheet's text after cells were set, and whether a formula went away or moved to another cell. */
export interface PatchedCells {
  readonly text: string;
  readonly formulasGone: boolean;
}

/**
 * Sets cells of a sheet and leaves every other character of it as it is. A cell or row that is not there is made in its
 * place, in the style of its row, of the cell above, or of its column. A cell hidden inside a merged range cannot be set.
 */
export function patchCells(text: string, sheet: string, settings: readonly CellSetting[]): PatchedCells {
  return new CellPatch(text, sheet, byPlace(settings)).run();
}

class CellPatch {
  private readonly splices = new TextSplices();
  private readonly tree: XmlTree;
  private readonly sheetData: XmlElement;
  private readonly rows: ReadonlyMap<number, SheetRow>;
  private readonly rewrites: Map<number, FormulaRewrite>;
  private readonly made: CellPosition[] = [];
  private formulasGone = false;

  constructor(
    private readonly text: string,
    sheet: string,
    private readonly settings: ReadonlyMap<number, RowSettings>,
  ) {
    this.tree = parseSheet(text);
    this.sheetData = sheetDataOf(this.tree, sheet);
    refuseHiddenCells(this.tree, settings);
    const isNeeded = (row: number): boolean => settings.has(row) || settings.has(row + 1);
    this.rows = new Map(
      scanRows(text, this.sheetData).map((row) => [
        row.number,
        { row, cells: isNeeded(row.number) ? scanCells(text, row) : [] },
      ]),
    );
    const dropped = [...settings].flatMap(([row, columns]) =>
      [...columns].filter(([, { formula }]) => formula === "drop").map(([column]) => ({ row, column })),
    );
    const rewrites = rewritesAfterDropping(text, this.sheetData, dropped);
    this.rewrites = new Map(rewrites.map((rewrite) => [rewrite.element.start, rewrite]));
  }

  run(): PatchedCells {
    const missing: [number, RowSettings][] = [];
    for (const [number, settings] of this.settings) {
      const row = this.rows.get(number);
      if (row === undefined) missing.push([number, settings]);
      else this.patchRow(row, settings);
    }
    this.addRows(missing.sort(([a], [b]) => a - b));
    growDimension(this.tree, this.splices, this.made);
    for (const rewrite of this.rewrites.values()) this.rewriteFormula(rewrite);
    return { text: this.splices.apply(this.text), formulasGone: this.formulasGone };
  }

  private patchRow(row: SheetRow, settings: RowSettings): void {
    const left = new Map(settings);
    for (const cell of row.cells) {
      const setting = left.get(cell.column);
      if (setting === undefined) continue;
      left.delete(cell.column);
      this.patchCell(cell, setting);
    }
    const fresh = [...left].filter(([, { value }]) => value.kind !== "blank").sort(([a], [b]) => a - b);
    if (fresh.length === 0) return;
    const { end, openEnd, name, number } = row.row;
    this.growSpans(
      row,
      fresh.map(([column]) => column),
    );
    const made = fresh.map(([column, { value }]) => ({ column, markup: this.makeCell(row, number, column, value) }));
    if (isSelfClosing(this.text, row.row)) {
      this.splices.replace(end - 2, end, `>${made.map(({ markup }) => markup).join("")}</${name}>`);
      return;
    }
    for (const { column, markup } of made) {
      const right = row.cells.find((cell) => cell.column > column);
      this.splices.insert(right?.start ?? row.cells.at(-1)?.end ?? openEnd, markup);
    }
  }

  private patchCell(cell: CellElement, { value, formula }: CellSetting): void {
    const old = cell.formula;
    const rewrite = old === undefined ? undefined : this.rewrites.get(old.start);
    if (old !== undefined) this.rewrites.delete(old.start);
    const kept =
      old === undefined || formula === "drop" ? "" : (rewrite?.markup ?? this.text.slice(old.start, old.end));
    if (old !== undefined && kept === "") this.formulasGone = true;
    this.splices.replace(cell.start, cell.end, changedCell(this.text, cell, value, kept, prefixOf(cell.name)));
  }

  /** A formula of a cell that is not set itself; one that goes takes its metadata along. */
  private rewriteFormula({ cell, element, markup }: FormulaRewrite): void {
    this.formulasGone = true;
    this.splices.replace(element.start, element.end, markup);
    const metadata = markup === "" ? findAttribute(this.text, openTag(cell), "cm") : undefined;
    if (metadata !== undefined) this.splices.remove(metadata.start - 1, metadata.end);
  }

  private addRows(missing: readonly [number, RowSettings][]): void {
    const prefix = prefixOf(this.sheetData.name);
    const places = [...this.rows.values()].map(({ row }) => row);
    const added: { at: number; markup: string }[] = [];
    for (const [number, settings] of missing) {
      const fresh = [...settings].filter(([, { value }]) => value.kind !== "blank").sort(([a], [b]) => a - b);
      if (fresh.length === 0) continue;
      const cells = fresh.map(([column, { value }]) => this.makeCell(undefined, number, column, value));
      const below = places.find((row) => row.number > number);
      const at = below?.start ?? places.at(-1)?.end ?? this.sheetData.openEnd;
      added.push({ at, markup: `<${prefix}row r="${number}">${cells.join("")}</${prefix}row>` });
    }
    if (added.length > 0 && isSelfClosing(this.text, this.sheetData)) {
      const { end, name } = this.sheetData;
      this.splices.replace(end - 2, end, `>${added.map(({ markup }) => markup).join("")}</${name}>`);
    } else for (const { at, markup } of added) this.splices.insert(at, markup);
  }

  private makeCell(row: SheetRow | undefined, number: number, column: number, value: CellWrite): string {
    this.made.push({ row: number, column });
    return newCell(prefixOf(this.sheetData.name), number, column, this.styleFor(row, number, column), value);
  }

  /** The style a new cell takes: that of its row, of the cell above it, or of its column. */
  private styleFor(row: SheetRow | undefined, number: number, column: number): string | undefined {
    if (row !== undefined && attributeValue(this.text, openTag(row.row), "customFormat") === "1") {
      return attributeValue(this.text, openTag(row.row), "s");
    }
    const above = this.rows.get(number - 1)?.cells.find((cell) => cell.column === column);
    const style = above === undefined ? undefined : attributeValue(this.text, openTag(above), "s");
    return style ?? this.columnStyle(column);
  }

  private columnStyle(column: number): string | undefined {
    const found = childOf(this.tree.root, "cols")?.children.find((element) => {
      const [first, last] = ["min", "max"].map((name) => wholeNumber(valueOf(this.tree, element, name)));
      return first !== undefined && last !== undefined && first <= column && column <= last;
    });
    return found === undefined ? undefined : valueOf(this.tree, found, "style");
  }

  private growSpans({ row }: SheetRow, columns: readonly number[]): void {
    const spans = findAttribute(this.text, openTag(row), "spans");
    if (spans === undefined) return;
    const old = this.text.slice(spans.valueStart, spans.valueEnd);
    const now = spansWith(old, columns);
    if (now !== old) this.splices.replace(spans.valueStart, spans.valueEnd, now);
  }
}
