/** A moment of the journal (ISO 8601, UTC) by the clock on the wall: `2026-03-01 09:05`. */
export function localTime(at: string): string {
  const time = new Date(at);
  const two = (part: number): string => String(part).padStart(2, "0");
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join("-");
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
