import { clockText } from "../../shared/messages/clock-text.js";

/** A moment of the journal (ISO 8601, UTC) by the clock on the wall: `2026-03-01 09:05`. */
export function localTime(at: string): string {
  return clockText(new Date(at));
}
