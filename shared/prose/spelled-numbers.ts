import { NUMERALS, POINT, TENS } from "./words.js";

/** The digits of a number in words, such as 二千三百七十五点九九; undefined for what is none. Digits stay as they are. */
export function spelledDigits(words: string): string | undefined {
  if (/^\d/.test(words)) return words;
  const [whole = "", decimals, ...rest] = words.split(POINT);
  const left = wholeNumber(whole);
  if (left === undefined || rest.length > 0) return undefined;
  if (decimals === undefined) return String(left);
  const right = Array.from(decimals, (one) => NUMERALS[one]);
  return right.length === 0 || right.includes(undefined) ? undefined : `${left}.${right.join("")}`;
}

/** Below ten thousand: larger amounts have 万 or 亿 in their unit. */
function wholeNumber(words: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  for (const word of words) {
    const ten = TENS[word];
    const one = NUMERALS[word];
    if (ten !== undefined) {
      sum += (digit ?? 1) * ten;
      digit = undefined;
    } else if (one !== undefined && (digit === undefined || digit === 0)) digit = one;
    else return undefined;
  }
  return words === "" ? undefined : sum + (digit ?? 0);
}
