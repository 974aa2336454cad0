import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import type { Table } from "../template/pack.js";
import type { PlausibilitySettings } from "../template/plausibility-settings.js";
import { firstCell } from "./form-cells.js";
import { findingOf, type Suspicion } from "./suspicion.js";
import { inAnyWidth, quote, textsOf } from "./text-cells.js";

/**
 * What a template left behind: XX局, 增长（下降）, {…} and the like, in any text of the tables, in the sentences below empty forms
 * and in what people wrote into 说明要素. A word of Latin letters counts only where no other letter touches it.
 */
export function checkLeftovers(computed: Computed): readonly Finding[] {
  const find = finder(computed.pack.plausibility);
  const leftover: Pick<Suspicion, "check" | "severity"> = { check: "leftover", severity: "error" };
  const inTables = computed.pack.tables.flatMap((table) =>
    textsOf(computed, { table: table.id, columns: textColumns(table) }).flatMap(({ address, text }) => {
      const facts = find(text);
      return facts === undefined ? [] : [findingOf(computed, { ...leftover, cells: [address], facts })];
    }),
  );
  const inSentences = computed.pack.forms.flatMap((form) => {
    const found = find(computed.workbook.emptySentences.get(form.id) ?? "");
    if (found === undefined) return [];
    const cells = firstCell(form.id, computed);
    return [findingOf(computed, { ...leftover, cells, facts: { ...found, form: form.id } })];
  });
  const inElements = computed.pack.elements.flatMap(({ id, place, kind }) => {
    const text = kind === "text" ? computed.element(id) : undefined;
    const found = text === undefined ? undefined : find(text);
    if (found === undefined) return [];
    return [findingOf(computed, { ...leftover, cells: [], facts: { ...found, element: id, place } })];
  });
  return [...inTables, ...inSentences, ...inElements];
}

function textColumns(table: Table): readonly string[] {
  return table.columns.filter((column) => column.kind === "text").map((column) => column.id);
}

type Find = (text: string) => Readonly<Record<string, string>> | undefined;

/** Looks for the first leftover of a text and quotes it. */
function finder({ leftovers, placeholders }: PlausibilitySettings): Find {
  const pairs = placeholders.map(
    ({ open, close }) => `${inAnyWidth(open)}(?:(?!${inAnyWidth(close)}).)*${inAnyWidth(close)}`,
  );
  const parts = [...leftovers.map(leftoverPattern), ...pairs];
  if (parts.length === 0) return () => undefined;
  const pattern = new RegExp(parts.join("|"), "u");
  return (text) => {
    const found = pattern.exec(text);
    if (found === null) return undefined;
    const [word] = found;
    return { word, text: quote(text, found.index, found.index + word.length) };
  };
}

/** XX is also found in XXX, never in a word of other letters. */
function leftoverPattern(word: string): string {
  const letter = /^([A-Za-z])\1*$/.exec(word)?.[1];
  if (letter !== undefined) return `(?<![A-Za-z])${inAnyWidth(letter)}{${word.length},}(?![A-Za-z])`;
  return /^[A-Za-z]+$/.test(word) ? `(?<![A-Za-z])${inAnyWidth(word)}(?![A-Za-z])` : inAnyWidth(word);
}
