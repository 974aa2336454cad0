/** A moment by the clock on the wall of whoever asks; what a `Date` tells. */
export interface WallClock {
  getFullYear(): number;
  /** Counted from 0. */
  getMonth(): number;
  getDate(): number;
  getHours(): number;
  getMinutes(): number;
}

/** A moment as people write it: `2021-03-01 09:05`. */
export function clockText(time: WallClock): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join("-");
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
