import { HUNDRED, plain, roundTo, type Decimal } from "../decimal.js";
import { numeric } from "./sheet-cells.js";
import type { SheetCell } from "./sheet-content.js";

/** What a number format does to a number, as far as reading it depends on that. */
export type FormatKind = "plain" | "percent" | "date";

/** Tells percentages and dates from other number formats; quoted texts, escaped characters and colours say nothing. */
export function formatKind(code: string | undefined): FormatKind {
  if (code === undefined || code === "General" || !TELLING.test(code)) return "plain";
  const [first = ""] = code.replaceAll(UNPRINTED, "").split(";");
  if (first.includes("%")) return "percent";
  return DATE.test(first) ? "date" : "plain";
}

/**
 * The text a cell shows where a text is wanted: numbers with the places they have, percentages with their sign and the format's
 * places, dates as 2020-12-31, errors and truth values as Excel writes them.
 */
export function displayText(cell: SheetCell, date1904: boolean): string {
  const value = numeric(cell);
  if (value === undefined) return cell.text;
  const kind = formatKind(cell.numberFormat);
  if (kind === "percent") return percentText(value, cell.numberFormat ?? "");
  if (kind === "date") return dateText(value, date1904) ?? plain(value);
  return plain(value);
}

/** Quoted text, escaped characters, blanks of a character's width, and conditions or colours in brackets. */
const UNPRINTED = /"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/giu;

const DATE = /[ymdhs]/i;

/** A format without any of these is plain, whatever else it says. */
const TELLING = /[%ymdhs]/i;

function percentText(value: Decimal, code: string): string {
  const places = /\.([0#?]+)%/.exec(code)?.[1]?.length ?? 0;
  const percent = value.times(HUNDRED);
  const rounded = roundTo(percent, places);
  const text = plain(rounded);
  const [whole = "", fraction = ""] = text.split(".");
  return places === 0 ? `${whole}%` : `${whole}.${fraction.padEnd(places, "0")}%`;
}

/** Days of a month of a common year. */
const MONTHS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The date of a day number; Excel takes 1900 for a leap year, so day 60 is a day that never was. */
function dateText(serial: Decimal, date1904: boolean): string | undefined {
  const day = Number.parseInt(plain(roundTo(serial.floor(), 0)), 10);
  if (day < 1 || day > 2_958_465) return undefined;
  let rest = date1904 ? day : day - (day > 60 ? 2 : 1);
  let year = date1904 ? 1904 : 1900;
  while (rest >= yearLength(year)) {
    rest -= yearLength(year);
    year += 1;
  }
  let month = 0;
  while (rest >= monthLength(month, year)) {
    rest -= monthLength(month, year);
    month += 1;
  }
  return [year, month + 1, rest + 1].map((part) => String(part).padStart(2, "0")).join("-");
}

function yearLength(year: number): number {
  return isLeap(year) ? 366 : 365;
}

function monthLength(month: number, year: number): number {
  return month === 1 && isLeap(year) ? 29 : (MONTHS[month] ?? 31);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
