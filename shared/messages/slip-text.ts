import { fixed, parseDecimal, powerOfTen, type Decimal } from "../decimal.js";
import type { Finding } from "../model/finding.js";

/**
 * What two figures that should be equal look like to whoever has seen many: one of them in 元, one with the other sign, or the
 * digits of one in another order. Empty where nothing tells.
 */
export function slipText({ kind, facts, left, right }: Finding): string {
  if (kind !== "violated" || (facts["op"] ?? "=") !== "=") return "";
  const [a, b] = [left, right].map((text) => parseDecimal(text ?? ""));
  if (a === undefined || b === undefined || a.isZero() || b.isZero()) return "";
  if (isTenThousandfold(a, b) || isTenThousandfold(b, a)) return "两数正好相差一万倍，多半是其中一方以“元”填写。";
  if (a.negated().equals(b)) return "两数只差一个负号，请看是不是多写或漏写了。";
  return sameDigits(a, b) ? "两数的数字相同、次序不同，多半是前后写颠倒了。" : "";
}

/** Half a last place of 万元 with two places is 50 元; nothing below 1 万元 tells so well. */
const HALF_PLACE = 50;

function isTenThousandfold(large: Decimal, small: Decimal): boolean {
  return (
    small.abs().gte(1) &&
    large
      .minus(small.times(powerOfTen(4)))
      .abs()
      .lte(HALF_PLACE)
  );
}

function sameDigits(a: Decimal, b: Decimal): boolean {
  const [one, other] = [a, b].map((figure) => Array.from(fixed(figure.abs(), 2)).sort().join(""));
  return one === other;
}
