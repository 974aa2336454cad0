import type { Computed } from "../calc/computed.js";
import type { RowKey, TableId } from "../model/address.js";
import type { Classification } from "../template/pack.js";

/** A row of a classification code: where it stands and the name printed there, which may be missing. */
export interface CodeRow {
  readonly table: TableId;
  readonly row: RowKey;
  readonly code: string;
  readonly name: string;
}

/** The code rows of a table in printed order; 合计 and footer rows are none. */
export function codeRows(computed: Computed, table: TableId): readonly CodeRow[] {
  return computed.rows(table).flatMap((row) => {
    const code = computed.rowCode(table, row);
    return code === undefined ? [] : [{ table, row, code, name: computed.rowName(table, row) }];
  });
}

/** Names are compared without blanks and without the difference between full-width and half-width signs. */
export function plainName(name: string): string {
  return name.normalize("NFKC").replace(/\s/gu, "");
}

/** What a classification says of the name printed beside a code. */
export type NameVerdict =
  /** The right name, no name, or a code the classification does not hold (it need not be complete). */
  | { readonly kind: "fits" }
  /** The name the code had until the fiscal year `until`. */
  | { readonly kind: "former"; readonly expected: string; readonly until: number }
  /** Another name; `codeOfName` is the code the printed name belongs to, where it belongs to one. */
  | { readonly kind: "other"; readonly expected: string; readonly codeOfName: string | undefined };

/** The codes and names of one classification as they stand in one fiscal year. */
export class CodeNames {
  private readonly nameOf: ReadonlyMap<string, string>;
  private readonly codeOf: ReadonlyMap<string, string>;

  constructor(
    private readonly classification: Classification,
    private readonly year: number,
  ) {
    this.nameOf = new Map(classification.entries.map(({ code, name }) => [code, name]));
    this.codeOf = new Map(classification.entries.map(({ code, name }) => [plainName(name), code]));
  }

  /** The code's name of this year, or undefined where the classification does not hold the code. */
  name(code: string): string | undefined {
    return this.nameOf.get(code);
  }

  /** The code a name belongs to, or undefined. */
  code(name: string): string | undefined {
    return this.codeOf.get(plainName(name));
  }

  /** Judges the name printed beside a code. A former name still fits in the years it was in force. */
  judge(code: string, name: string): NameVerdict {
    const expected = this.nameOf.get(code);
    const printed = plainName(name);
    if (expected === undefined || printed === "" || printed === plainName(expected)) return { kind: "fits" };
    const former = this.classification.former.find((one) => one.code === code && plainName(one.name) === printed);
    if (former === undefined) return { kind: "other", expected, codeOfName: this.codeOf.get(printed) };
    return former.until >= this.year ? { kind: "fits" } : { kind: "former", expected, until: former.until };
  }
}

/** The classification of the pack by its id; one the pack does not have is a defect and throws. */
export function codeNames(computed: Computed, id: string): CodeNames {
  const classification = computed.pack.classifications.find((one) => one.id === id);
  if (classification === undefined) throw new Error(`the pack has no classification ${id}`);
  return new CodeNames(classification, computed.workbook.profile.year);
}
