import fc from "fast-check";
import type { Department, Item, Source } from "./department.js";

const CODES = [
  "2010301",
  "2050201",
  "2080101",
  "2080102",
  "2080505",
  "2101101",
  "2120303",
  "2130804",
  "2210201",
  "2299999",
];

const ECONOMIC = ["30101", "30102", "30108", "30113", "30201", "30211", "30217", "30231", "30299", "30302", "31002"];

/** Amounts as books have them: mostly with odd cents, now and then round, sometimes nothing. */
const cents = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 900_000_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 900 }).map((wan) => wan * 1_000_000) },
  { weight: 1, arbitrary: fc.constant(0) },
);

const source = fc.constantFrom<Source>(
  "general",
  "general",
  "general",
  "fund",
  "capital",
  "service",
  "fees",
  "operating",
  "other",
  "superior",
);

const item = fc
  .record({
    code: fc.constantFrom(...CODES),
    source,
    basic: fc.boolean(),
    opening: cents,
    income: cents,
    kept: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ kept, ...rest }): Item => {
    const basic = rest.basic && rest.source !== "operating" && rest.source !== "capital";
    const whole = rest.opening + rest.income;
    // Most of what there is gets spent; a third of the items keep something for next year.
    const spent = kept === 0 ? Math.round(whole / 3) : whole;
    return { ...rest, basic, name: `${rest.code}科目`, spent };
  });

/** Departments of all kinds: one or many classes, all sources of money, with and without carry-overs. */
export const departments: fc.Arbitrary<Department> = fc
  .record({
    items: fc.array(item, { minLength: 1, maxLength: 14 }),
    cuts: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: ECONOMIC.length, maxLength: ECONOMIC.length }),
    assets: fc.array(cents, { minLength: 9, maxLength: 9 }),
  })
  .map(({ items, cuts, assets }) => ({ name: "某州水务局", items, economic: spread(items, cuts), assets }));

/** Divides the general budget's basic expenditure among economic codes, to the cent. */
function spread(items: readonly Item[], cuts: readonly number[]): ReadonlyMap<string, number> {
  const basic = items.filter((one) => one.source === "general" && one.basic);
  const whole = basic.reduce((sum, { spent }) => sum + spent, 0);
  const all = cuts.reduce((sum, cut) => sum + cut, 0);
  const parts = new Map(ECONOMIC.map((code, index) => [code, Math.floor((whole / all) * (cuts[index] ?? 0))] as const));
  const rest = whole - [...parts.values()].reduce((sum, part) => sum + part, 0);
  return parts.set("30101", (parts.get("30101") ?? 0) + rest);
}
