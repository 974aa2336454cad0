import { type Decimal, ZERO, parseDecimal, powerOfTen, significant } from "../decimal.js";
import type { SheetCell } from "./sheet-content.js";

/** The digits that Excel keeps of a number. */
const DIGITS = 15;

/** Excel's numbers lie between 10^-308 and 10^308. */
const LARGEST_POWER = 308;

const NUMBER = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,4}))?$/;

/**
 * The exact amount of a number cell: the decimal text of the XML, exponents allowed as Excel writes them (`1.5E-3`),
 * rounded to the 15 significant digits that Excel shows (8300.0200000000004 is 8300.02; domain, section 3). Undefined
 * when the cell is no number or its text is none that Excel could hold (`1e999`, `NaN`, letters).
 */
export function numeric(cell: SheetCell): Decimal | undefined {
  return cell.type === "number" ? excelNumber(cell.text) : undefined;
}

function excelNumber(text: string): Decimal | undefined {
  const plain = text.length <= DIGITS ? parseDecimal(text) : undefined;
  if (plain !== undefined) return plain.isZero() ? ZERO : plain;
  const match = NUMBER.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const mantissa = parseDecimal(`${sign === "-" ? "-" : ""}${whole || "0"}.${fraction || "0"}`);
  if (mantissa === undefined) return undefined;
  if (mantissa.isZero()) return ZERO;
  const power = Number.parseInt(exponent, 10);
  if (Math.abs(mantissa.e + power) > LARGEST_POWER) return undefined;
  const shown = significant(mantissa, DIGITS);
  return power === 0 ? shown : shown.times(powerOfTen(power));
}
