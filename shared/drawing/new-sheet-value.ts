import { HUNDRED, parseDecimal, plain } from "../decimal.js";
import type { Column, Unit } from "../template/pack.js";
import { BLANK_VALUE, type Look, type NewValue } from "./new-sheet.js";

/** How a table's cell stands on a new sheet. */
export interface NewFigure {
  readonly value: NewValue;
  readonly format: string;
  readonly horizontal: Look["horizontal"];
}

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PERCENT = /^(-?\d+(?:\.\d+)?)%$/;

/** The longest text in a cell of format `@` that every Excel shows; longer ones turn to `####` in old ones. */
const LONGEST_TEXT_FORMAT = 200;

/**
 * Turns a printed text into what a cell of the column holds: a number where the column is one of figures and the text is
 * one, digit for digit; a percentage in a column of percentages; else the text itself (`—`, a percentage without %).
 */
export function newFigure(printed: string | undefined, column: Column, unit: Unit | undefined): NewFigure {
  const text = printed ?? "";
  if (column.kind === "text") return textFigure(text);
  const horizontal = column.kind === "amount" || column.kind === "count" ? "right" : "center";
  const format = formatOf(column, unit);
  if (text === "") return { value: BLANK_VALUE, format, horizontal };
  const number = column.kind === "percent" ? fraction(text) : figure(text);
  if (number === undefined) return { value: { kind: "text", text }, format, horizontal: "center" };
  return {
    value: { kind: "number", text: number },
    format: column.kind === "score" || column.kind === "percent" ? formatAs(text) : format,
    horizontal,
  };
}

function textFigure(text: string): NewFigure {
  return {
    value: text === "" ? BLANK_VALUE : { kind: "text", text },
    format: text.length > LONGEST_TEXT_FORMAT ? "General" : "@",
    horizontal: "left",
  };
}

/** Amounts and percentages print two places, counts none, unless the column says otherwise; scores as they are typed. */
function formatOf(column: Column, unit: Unit | undefined): string {
  if (column.kind === "score") return "General";
  const isCount = column.kind === "count" || (unit !== undefined && unit !== "元" && unit !== "万元" && unit !== "%");
  const decimals = "0".repeat(column.places ?? (isCount ? 0 : 2));
  const places = decimals === "" ? "" : `.${decimals}`;
  if (column.kind === "percent") return `0${places}%`;
  return isCount ? `0${places}` : `#,##0${places}`;
}

/** The format that prints a number as it is typed: its separators, its places, its %. */
function formatAs(text: string): string {
  const decimals = /\.(\d+)/.exec(text)?.[1];
  const places = decimals === undefined ? "" : `.${"0".repeat(decimals.length)}`;
  return `${text.includes(",") ? "#,##0" : "0"}${places}${text.endsWith("%") ? "%" : ""}`;
}

function figure(text: string): string | undefined {
  return PLAIN.test(text) || GROUPED.test(text) ? text.replaceAll(",", "") : undefined;
}

function fraction(text: string): string | undefined {
  const percent = parseDecimal(PERCENT.exec(text)?.[1] ?? "");
  return percent === undefined ? undefined : plain(percent.div(HUNDRED));
}
