import type { Computed } from "../calc/computed.js";
import type { Classification } from "../template/pack.js";
import { essence } from "../essence.js";

/** What a classification says of the name printed beside a code. */
export type NameVerdict =
  /** The right name, no name, or a code the classification does not hold (it need not be complete). */
  | { readonly kind: "fits" }
  /** The name the code had until the fiscal year `until`. */
  | { readonly kind: "former"; readonly expected: string; readonly until: number }
  /** Another name; `owner` is the code the printed name belongs to, where it belongs to one. */
  | { readonly kind: "other"; readonly expected: string; readonly owner: string | undefined };

/**
 * The codes and names of one classification as they stand in one fiscal year. Names are compared without blanks,
 * punctuation and the difference between full-width and half-width signs.
 */
export class CodeNames {
  private readonly nameOf: ReadonlyMap<string, string>;
  /** Made when the first wrong name asks for it: most workbooks have none. */
  private codeOf: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly classification: Classification,
    private readonly year: number,
  ) {
    this.nameOf = new Map(classification.entries.map(({ code, name }) => [code, name]));
  }

  /** The code's name of this year, or undefined where the classification does not hold the code. */
  name(code: string): string | undefined {
    return this.nameOf.get(code);
  }

  /** How many digits codes of this classification have: 3, 5, 7. */
  lengths(): readonly number[] {
    return [...new Set(this.classification.entries.map(({ code }) => code.length))].sort((a, b) => a - b);
  }

  /** The code a name belongs to, or undefined. */
  code(name: string): string | undefined {
    this.codeOf ??= new Map(this.classification.entries.map((entry) => [essence(entry.name), entry.code]));
    return this.codeOf.get(essence(name));
  }

  /** Judges the name printed beside a code. A former name still fits in the years it was in force. */
  judge(code: string, name: string): NameVerdict {
    const expected = this.nameOf.get(code);
    if (expected === undefined || name === expected || name === "") return { kind: "fits" };
    const printed = essence(name);
    if (printed === "" || printed === essence(expected)) return { kind: "fits" };
    const former = this.classification.former.find((one) => one.code === code && essence(one.name) === printed);
    if (former === undefined) return { kind: "other", expected, owner: this.code(name) };
    return former.until >= this.year ? { kind: "fits" } : { kind: "former", expected, until: former.until };
  }
}

/** The classification of the pack by its id; one the pack does not have is a defect and throws. */
export function codeNames(computed: Computed, id: string): CodeNames {
  const classification = computed.pack.classifications.find((one) => one.id === id);
  if (classification === undefined) throw new Error(`the pack has no classification ${id}`);
  return new CodeNames(classification, computed.workbook.profile.year);
}
