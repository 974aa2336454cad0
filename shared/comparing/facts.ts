import type { Session } from "../calc/session.js";
import { parseExpression } from "../expression/parse.js";
import { readRowSetReference } from "../expression/reference.js";
import { readingOf, rowsInSet, type Loop } from "../narrative/reading.js";
import { categoryName } from "../narrative/wording.js";
import { normalize } from "../prose/normal-text.js";
import type { FactSettings } from "../template/narrative-check-settings.js";
import { claimOf, type Claim } from "./claim.js";
import { CLASS_NAME, ROW_NAME } from "./words.js";

/** A figure of the tables by the names texts give it. */
export interface Fact {
  /** In normal text. */
  readonly names: readonly string[];
  readonly settings: FactSettings;
  readonly below: readonly string[];
  readonly loop?: Loop;
}

/** Every fact of a pack, those of loops once for each row, by each of their names. */
export interface FactIndex {
  readonly byName: ReadonlyMap<string, readonly Fact[]>;
  /** All names, the longest first, by their first character. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** Names shorter than this are found in too many others; rows are known by their full names only. */
const SHORTEST_ROW_NAME = 5;

/** Collects the facts of the session's pack. */
export function factsOf(session: Session): FactIndex {
  const { facts, loops } = session.plan.layout.pack.narrativeCheck;
  const all: Fact[] = facts.map((settings) => ({
    names: settings.names.map((name) => normalize(name).text),
    settings,
    below: normal(settings.below),
  }));
  for (const settings of loops) {
    const set = readRowSetReference(settings.rows);
    const rows = set === undefined ? [] : (rowsInSet(readingOf(session), set.table, set.rows) ?? []);
    for (const [index, row] of rows.entries()) {
      const printed = (row.table.names[row.row] ?? "").trim();
      const names = settings.names
        .map((name) => normalize(name.replace(ROW_NAME, printed).replace(CLASS_NAME, categoryName(printed))).text)
        .filter((name) => name.length >= SHORTEST_ROW_NAME);
      all.push({ names, settings, below: normal(settings.below), loop: { row, position: index + 1 } });
    }
  }
  return indexed(all);
}

function normal(words: readonly string[] = []): readonly string[] {
  return words.map((word) => normalize(word).text);
}

function indexed(facts: readonly Fact[]): FactIndex {
  const byName = new Map<string, Fact[]>();
  for (const fact of facts) {
    for (const name of fact.names) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [fact]);
      else known.push(fact);
    }
  }
  const names = new Map<string, string[]>();
  for (const name of [...byName.keys()].sort((a, b) => b.length - a.length)) {
    const first = name.charAt(0);
    names.set(first, [...(names.get(first) ?? []), name]);
  }
  return { byName, names };
}

/** A name found in a text. */
export interface FoundName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The names of facts in a text, the longest at each place, none inside another. */
export function namesIn(text: string, { names }: FactIndex): readonly FoundName[] {
  const found: FoundName[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const name = names.get(text.charAt(at))?.find((one) => text.startsWith(one, at));
    if (name === undefined) continue;
    found.push({ name, start: at, end: at + name.length });
    at += name.length - 1;
  }
  return found;
}

/** The claim of an expression made for a fact; undefined where the pack's language has no such thing, such as 上年 of a sum. */
export function factClaim(source: string, { loop }: Fact): Claim | undefined {
  const parsed = parseExpression(source);
  return parsed.ok ? claimOf(parsed.expression, source, loop) : undefined;
}
