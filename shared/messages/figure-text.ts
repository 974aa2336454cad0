import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";

/** A plain decimal text with thousands separators: `8300.02` → `8,300.02`. */
export function grouped(figure: string): string {
  const [whole = "", fraction] = figure.split(".");
  const sign = whole.startsWith("-") ? "-" : "";
  const digits = whole.replace("-", "").replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}${digits}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** A figure of a finding with the unit of its first cell: `2,485.10万元`, `100.00%`. */
export function withUnit(computed: Computed, finding: Finding, figure: string): string {
  const [first] = finding.cells;
  const unit = first === undefined ? undefined : computed.unit(first);
  return `${grouped(figure)}${unit ?? ""}`;
}
