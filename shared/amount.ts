import { powerOfTen, type Decimal } from "./decimal.js";

const POWERS: ReadonlyMap<string, number> = new Map([
  ["元", 0],
  ["万元", 4],
]);

/** Whether the unit is a unit of money. */
export function isMoney(unit: string | undefined): boolean {
  return unit !== undefined && POWERS.has(unit);
}

/**
 * The power of ten by which one unit of money is larger than another: 4 from 元 to 万元, −4 back, 0 for anything that is no
 * money or not known.
 */
export function unitPower(from: string | undefined, to: string | undefined): number {
  const [a, b] = [POWERS.get(from ?? ""), POWERS.get(to ?? "")];
  return a === undefined || b === undefined ? 0 : b - a;
}

/** An amount in another unit of money, exactly: 125000 元 is 12.5 万元. */
export function convert(amount: Decimal, from: string | undefined, to: string | undefined): Decimal {
  const power = unitPower(from, to);
  return power === 0 ? amount : amount.times(powerOfTen(-power));
}
