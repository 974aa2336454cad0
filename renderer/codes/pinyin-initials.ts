import type { NamedCode } from "../../shared/editing/gesture.js";
import type { Initials } from "./code-search.js";

/** The initials of all names. The dictionary of sounds is large and loaded when it is first wanted. */
export async function initialsOf(codes: readonly NamedCode[]): Promise<Initials> {
  const { pinyin } = await import("pinyin-pro");
  return new Map(
    codes.map(({ code, name }) => [
      code,
      pinyin(name, { pattern: "first", toneType: "none", type: "array" }).join("").replaceAll(/\s/gu, "").toLowerCase(),
    ]),
  );
}
