import { convert, unitPower } from "../amount.js";
import { fixed, parseDecimal } from "../decimal.js";
import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";

/** A plain decimal text with thousands separators: `8300.02` → `8,300.02`. */
export function grouped(figure: string): string {
  const [whole = "", fraction] = figure.split(".");
  const sign = whole.startsWith("-") ? "-" : "";
  const digits = whole.replace("-", "").replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}${digits}${fraction === undefined ? "" : `.${fraction}`}`;
}

/**
 * A figure of a finding, which is in the pack's unit, in the unit its first cell's sheet prints: a workbook in 元 is spoken of in
 * 元. Counts, scores and percentages stay as they are.
 */
export function printedFigure(computed: Computed, finding: Finding, figure: string): string {
  const [first] = finding.cells;
  const value = parseDecimal(figure);
  if (first === undefined || value === undefined) return figure;
  const [from, to] = [computed.unit(first), computed.printedUnit(first)];
  if (unitPower(from, to) === 0) return figure;
  const converted = convert(value, from, to);
  return fixed(converted, Math.max(2, converted.decimalPlaces()));
}

/** What stands in one cell, with its unit: `1个`; a blank cell says so. */
export function standingText(computed: Computed, at: CellAddress): string {
  const value = computed.printed(at);
  if (value === undefined) return "没有填数";
  const [from, to] = [computed.unit(at), computed.printedUnit(at)];
  const shown = unitPower(from, to) === 0 ? value : convert(value, from, to);
  const places =
    to === "元" || to === "万元" || to === "%" ? Math.max(2, shown.decimalPlaces()) : shown.decimalPlaces();
  return `是${grouped(fixed(shown, places))}${to ?? ""}`;
}

/** A figure of a finding with the unit of its first cell: `2,485.10万元`, `100.00%`. */
export function withUnit(computed: Computed, finding: Finding, figure: string): string {
  const [first] = finding.cells;
  const unit = first === undefined ? undefined : computed.printedUnit(first);
  return `${grouped(printedFigure(computed, finding, figure))}${unit ?? ""}`;
}
