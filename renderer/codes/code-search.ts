import type { NamedCode } from "../../shared/editing/gesture.js";

/** Initials of names by code, `xzyx` for 行政运行; empty until they are worked out. */
export type Initials = ReadonlyMap<string, string>;

/** How many matches a list shows: more would be read by nobody. */
const MOST = 80;

/**
 * The codes that a typed text means, the likeliest first: by the beginning of the code, by any part of the name, by the initials of its
 * pinyin.
 */
export function searchCodes(codes: readonly NamedCode[], initials: Initials, query: string): readonly NamedCode[] {
  const wanted = query.normalize("NFKC").replaceAll(/\s/gu, "").toLowerCase();
  if (wanted === "") return codes.slice(0, MOST);
  return codes
    .map((code) => ({ code, rank: rankOf(code, initials.get(code.code) ?? "", wanted) }))
    .filter(({ rank }) => rank < NONE)
    .toSorted((a, b) => a.rank - b.rank || compare(a.code.code, b.code.code))
    .slice(0, MOST)
    .map(({ code }) => code);
}

const NONE = 9;

/** 0 for exactly what was typed, then by how early in code, name or initials it stands. */
function rankOf({ code, name }: NamedCode, initials: string, wanted: string): number {
  if (/^\d+$/.test(wanted)) return code === wanted ? 0 : code.startsWith(wanted) ? 1 : NONE;
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(wanted)) return 2;
  if (initials === wanted) return 3;
  if (initials.startsWith(wanted)) return 4;
  return initials.includes(wanted) ? 5 : NONE;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
