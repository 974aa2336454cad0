import type { LearnedNames } from "../../shared/editing/gesture.js";

/** Where learned names are kept between two runs of the program. */
const KEY = "learned-codes";

/** Names of codes that lists and earlier workbooks taught, kept for all workbooks of this person. */
export function rememberedNames(): LearnedNames {
  const text = localStorage.getItem(KEY);
  const lists = new Map<string, ReadonlyMap<string, string>>();
  if (text === null) return lists;
  const found: unknown = JSON.parse(text);
  if (!isRecord(found)) return lists;
  for (const [id, names] of Object.entries(found)) {
    if (isRecord(names)) {
      lists.set(
        id,
        new Map(Object.entries(names).filter((pair): pair is [string, string] => typeof pair[1] === "string")),
      );
    }
  }
  return lists;
}

/** The names with those of another list; the newer ones count. */
export function withNames(before: LearnedNames, fresh: LearnedNames): LearnedNames {
  const lists = new Map(before);
  for (const [id, names] of fresh) lists.set(id, new Map([...(lists.get(id) ?? []), ...names]));
  return lists;
}

/** Keeps names for the next run. */
export function rememberNames(names: LearnedNames): void {
  const plain = Object.fromEntries([...names].map(([id, list]) => [id, Object.fromEntries(list)]));
  localStorage.setItem(KEY, JSON.stringify(plain));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
