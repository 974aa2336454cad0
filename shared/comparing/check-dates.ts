import type { Session } from "../calc/session.js";
import type { Finding } from "../model/finding.js";
import type { CheckedProse } from "./checked-prose.js";
import { textFinding } from "./text-finding.js";
import { DATE, STATE_AT } from "./words.js";

/**
 * Looks at whole dates of the fiscal year: one that no calendar has is wrong, and the state of things at the year's end (截至…12月31日)
 * cannot be that of another day.
 */
export function checkDates({ paragraphs }: CheckedProse, session: Session): readonly Finding[] {
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.paragraph.isTable) return [];
    const { text } = paragraph.normal;
    return [...text.matchAll(DATE)].flatMap(({ 0: date, 1: year = "", 2: month = "", 3: day = "", index }) => {
      const isPossible = isDay(Number.parseInt(month, 10), Number.parseInt(day, 10));
      const isState = STATE_AT.test(text.slice(0, index)) && year === String(session.workbook.profile.year);
      if (isPossible && (!isState || isLastDay(month, day))) return [];
      const sentence = paragraph.sentences.find((one) => one.start <= index && index < one.end);
      return [
        textFinding({
          code: isPossible ? "text-other-date" : "text-date",
          severity: isPossible ? "explain" : "error",
          in: paragraph,
          sentence: sentence ?? { start: 0, end: text.length },
          start: index + date.indexOf(month, year.length),
          end: index + date.length,
        }),
      ];
    });
  });
}

/** Whether a place of a text lies in the state's own date at the year's end, which is right. */
export function isYearEnd(text: string, place: number, year: number): boolean {
  return [...text.matchAll(DATE)].some(({ 0: date, 1: said, 2: month = "", 3: day = "", index }) => {
    return index <= place && place < index + date.length && said === String(year) && isLastDay(month, day);
  });
}

function isLastDay(month: string, day: string): boolean {
  return month === "12" && day === "31";
}

/** Days of the months; a 29 February is nowhere wrong. */
const DAYS: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(month: number, day: number): boolean {
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}
