import { type Decimal, parseDecimal, powerOfTen, roundTo, ZERO } from "../decimal.js";
import { findReferences, type FormulaReference } from "../patching/formula-references.js";

/** What a formula can see: the number in a cell, `blank` for anything that counts as nothing in a sum, or undefined if unknown. */
export type CellValues = (sheet: string | undefined, row: number, column: number) => Decimal | "blank" | undefined;

/**
 * The exact result of a formula of sums: numbers, cells, areas, + − × ÷, percentages, brackets, SUM, ROUND, ABS, MAX, MIN and
 * SUBTOTAL(9 …). Undefined for every other formula, for areas larger than any table, and where a cell's value is unknown:
 * such a formula's result is Excel's to compute.
 */
export function formulaValue(formula: string, values: CellValues): Decimal | undefined {
  try {
    const reader = new FormulaReader(tokens(formula), values);
    return reader.result();
  } catch (error) {
    if (error instanceof UnknownFormula) return undefined;
    throw error;
  }
}

/** Cells of an area beyond which nothing is computed. */
const LARGEST_AREA = 200_000;

class UnknownFormula extends Error {}

type Token =
  | { readonly kind: "number"; readonly value: Decimal }
  | { readonly kind: "reference"; readonly reference: FormulaReference }
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "sign"; readonly sign: string };

function tokens(formula: string): readonly Token[] {
  const found: Token[] = [];
  const references = findReferences(formula);
  let at = 0;
  while (at < formula.length) {
    const start = at;
    const reference = references.find((each) => each.start === start);
    if (reference !== undefined) {
      found.push({ kind: "reference", reference });
      at = reference.end;
      continue;
    }
    const [text = "", number, name, sign] = TOKEN.exec(formula.slice(at)) ?? [];
    if (text === "") throw new UnknownFormula();
    if (number !== undefined) found.push({ kind: "number", value: parseDecimal(number) ?? ZERO });
    else if (name !== undefined) found.push({ kind: "function", name: name.toUpperCase() });
    else if (sign !== undefined) found.push({ kind: "sign", sign });
    at += text.length;
  }
  return found;
}

const TOKEN = /^(?:\s+|(\d+(?:\.\d+)?)|([A-Za-z][A-Za-z0-9.]*)(?=\()|([-+*/%(),]))/u;

class FormulaReader {
  private at = 0;

  constructor(
    private readonly list: readonly Token[],
    private readonly values: CellValues,
  ) {}

  result(): Decimal {
    const value = this.sum();
    if (this.at < this.list.length) throw new UnknownFormula();
    return value;
  }

  private sum(): Decimal {
    let value = this.product();
    for (;;) {
      if (this.takes("+")) value = value.plus(this.product());
      else if (this.takes("-")) value = value.minus(this.product());
      else return value;
    }
  }

  private product(): Decimal {
    let value = this.signed();
    for (;;) {
      if (this.takes("*")) value = value.times(this.signed());
      else if (this.takes("/")) value = divided(value, this.signed());
      else return value;
    }
  }

  private signed(): Decimal {
    if (this.takes("-")) return this.signed().negated();
    if (this.takes("+")) return this.signed();
    let value = this.atom();
    while (this.takes("%")) value = value.times(powerOfTen(-2));
    return value;
  }

  private atom(): Decimal {
    const token = this.list[this.at];
    this.at += 1;
    if (token?.kind === "number") return token.value;
    if (token?.kind === "reference") return this.oneCell(token.reference);
    if (token?.kind === "function") return this.call(token.name);
    if (token?.kind !== "sign" || token.sign !== "(") throw new UnknownFormula();
    const value = this.sum();
    this.expect(")");
    return value;
  }

  private call(name: string): Decimal {
    this.expect("(");
    const args: (readonly Decimal[])[] = [];
    do args.push(this.argument());
    while (this.takes(","));
    this.expect(")");
    return applied(name, args);
  }

  /** An area's figures, or one value. */
  private argument(): readonly Decimal[] {
    const token = this.list[this.at];
    const next = this.list[this.at + 1];
    const isAlone = next?.kind === "sign" && (next.sign === "," || next.sign === ")");
    if (token?.kind !== "reference" || !isAlone) return [this.sum()];
    this.at += 1;
    return this.area(token.reference);
  }

  private area({ prefix, first, last = first }: FormulaReference): readonly Decimal[] {
    if (prefix?.foreign === true || prefix?.last !== undefined) throw new UnknownFormula();
    const [top, bottom, left, right] = [first.row, last.row, first.column, last.column];
    if (top === undefined || bottom === undefined || left === undefined || right === undefined)
      throw new UnknownFormula();
    if ((Math.abs(bottom - top) + 1) * (Math.abs(right - left) + 1) > LARGEST_AREA) throw new UnknownFormula();
    const figures: Decimal[] = [];
    for (let row = Math.min(top, bottom); row <= Math.max(top, bottom); row += 1) {
      for (let column = Math.min(left, right); column <= Math.max(left, right); column += 1) {
        const value = this.values(prefix?.first, row, column);
        if (value === undefined) throw new UnknownFormula();
        if (value !== "blank") figures.push(value);
      }
    }
    return figures;
  }

  private oneCell(reference: FormulaReference): Decimal {
    if (reference.last !== undefined) throw new UnknownFormula();
    return this.area(reference)[0] ?? ZERO;
  }

  private takes(sign: string): boolean {
    const token = this.list[this.at];
    if (token?.kind !== "sign" || token.sign !== sign) return false;
    this.at += 1;
    return true;
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw new UnknownFormula();
  }
}

function divided(value: Decimal, by: Decimal): Decimal {
  if (by.isZero()) throw new UnknownFormula();
  return value.div(by);
}

function applied(name: string, args: readonly (readonly Decimal[])[]): Decimal {
  const all = args.flat();
  const [first = ZERO, second] = all;
  switch (name) {
    case "SUM":
      return total(all);
    case "SUBTOTAL":
      if (!first.eq(9) && !first.eq(109)) throw new UnknownFormula();
      return total(all.slice(1));
    case "ROUND":
      if (second === undefined || all.length !== 2 || !second.isInteger() || second.lt(0)) throw new UnknownFormula();
      return roundTo(first, Number.parseInt(second.toString(), 10));
    case "ABS":
      if (all.length !== 1) throw new UnknownFormula();
      return first.abs();
    case "MAX":
      return all.reduce((most, each) => (each.gt(most) ? each : most), first);
    case "MIN":
      return all.reduce((least, each) => (each.lt(least) ? each : least), first);
    default:
      throw new UnknownFormula();
  }
}

function total(figures: readonly Decimal[]): Decimal {
  return figures.reduce((sum, each) => sum.plus(each), ZERO);
}
