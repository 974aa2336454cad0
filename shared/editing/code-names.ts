import type { Computed } from "../calc/computed.js";
import type { TableId } from "../model/address.js";
import type { Classification, Table } from "../template/pack.js";
import type { Editing, LearnedNames, NamedCode } from "./gesture.js";

/** The codes of a classification that have a name, by code: the pack's own first, then learned ones, then those of the workbook. */
export function namedCodes(
  { computed, learned, gathered }: Pick<Editing, "computed" | "learned" | "gathered">,
  classification: string,
): ReadonlyMap<string, NamedCode> {
  if (gathered !== undefined) return gathered(classification);
  const names = new Map<string, NamedCode>();
  const add = (code: string, name: string, from: NamedCode["from"]): void => {
    if (name !== "" && !names.has(code)) names.set(code, { code, name, from });
  };
  for (const { code, name } of classificationOf(computed, classification)?.entries ?? []) add(code, name, "pack");
  for (const [code, name] of learned?.get(classification) ?? []) add(code, name, "learned");
  for (const table of codeTables(computed, classification)) {
    for (const row of computed.rows(table.id)) {
      const code = computed.rowCode(table.id, row);
      if (code !== undefined) add(code, computed.rowName(table.id, row).trim(), "workbook");
    }
  }
  return names;
}

/** The same workbook, gathering the named codes of each classification once for a gesture of many rows. */
export function gatheringNames(editing: Editing): Editing {
  const known = new Map<string, ReadonlyMap<string, NamedCode>>();
  return {
    ...editing,
    gathered: (classification) => {
      const names = known.get(classification) ?? namedCodes(editing, classification);
      known.set(classification, names);
      return names;
    },
  };
}

/** The names a workbook's own rows give to codes, to be remembered for others. */
export function namesIn(computed: Computed): LearnedNames {
  const all = new Map<string, ReadonlyMap<string, string>>();
  for (const { id } of computed.pack.classifications) {
    const names = [...namedCodes({ computed }, id).values()].filter(({ from }) => from === "workbook");
    all.set(id, new Map(names.map(({ code, name }) => [code, name])));
  }
  return all;
}

/** The classification whose codes a table's rows are; undefined for other tables. */
export function classificationIdOf(computed: Computed, table: TableId): string | undefined {
  const { rows } = computed.table(table);
  return rows.kind === "codes" ? rows.classification : undefined;
}

/** A code as typed, in narrow digits without blanks; undefined for a text that is no code. */
export function typedCode(text: string): string | undefined {
  const narrow = text.normalize("NFKC").replaceAll(/\s/gu, "");
  return /^\d+$/.test(narrow) ? narrow : undefined;
}

/** Whether digits can be a code of the classification: 类, 款 and 项 have 3, 5 and 7, and none is longer than its longest. */
export function isCodeOf(computed: Computed, classification: string, code: string): boolean {
  const entries = classificationOf(computed, classification)?.entries ?? [];
  const longest = entries.reduce((most, entry) => Math.max(most, entry.code.length), 0);
  return /^\d{3}(\d\d){0,2}$/.test(code) && (longest === 0 || code.length <= longest);
}

/** A name for comparing: as people write it, whatever blanks and widths. */
export function comparable(name: string): string {
  return name.normalize("NFKC").replaceAll(/\s/gu, "");
}

function classificationOf(computed: Computed, id: string): Classification | undefined {
  return computed.pack.classifications.find((each) => each.id === id);
}

function codeTables(computed: Computed, classification: string): readonly Table[] {
  return computed.pack.tables.filter(({ rows }) => rows.kind === "codes" && rows.classification === classification);
}
