import type { Severity } from "../model/finding.js";
import type { AmountUnit, Rule, Unit } from "./pack.js";

/** The three kinds of rules, as the Ministry's own audit formulas have them. */
export const RULE_KINDS: readonly Rule["kind"][] = ["基本平衡", "逻辑性", "核实性"];

/** How grave a miss of a rule can be, gravest first. */
export const SEVERITIES: readonly Severity[] = ["error", "explain", "hint"];

/** The units an amount may be printed in. */
export const AMOUNT_UNITS: readonly AmountUnit[] = ["元", "万元"];

/** Every unit a column, row or element may have. */
export const UNITS: readonly Unit[] = [
  ...AMOUNT_UNITS,
  ...(["%", "个", "人", "辆", "人次", "批次", "分", "年", "平方米", "项"] as const),
];

/** The units of what is counted one by one: there is no half of it. */
export const COUNT_UNITS: readonly Unit[] = ["个", "人", "辆", "人次", "批次", "项"];

/** The places in a printed text that are filled when a workbook is made. */
export const PLACEHOLDERS = { department: "{部门}", year: "{年度}", unit: "{单位}" } as const;
