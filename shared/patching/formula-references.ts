import { columnNumber, MAX_ROW } from "../sheets/cell-reference.js";

/** One side of a reference: `$B12` has both, `$B` of `$B:$D` only a column, `4` of `4:7` only a row. */
export interface ReferenceCorner {
  readonly column?: number;
  readonly columnFixed: boolean;
  readonly row?: number;
  readonly rowFixed: boolean;
  /** The column as written, without `$`. */
  readonly letters: string;
}

/** The sheets in front of a reference: `Sheet1!`, `'2020 年'!`, `Jan:Dec!`. */
export interface ReferencePrefix {
  readonly first: string;
  /** The second sheet of a reference through several sheets. */
  readonly last?: string;
  /** Whether it leads into another workbook (`[1]Sheet1!`) or to a sheet that is gone (`#REF!`). */
  readonly foreign: boolean;
}

/** A reference to cells found in a formula. */
export interface FormulaReference {
  /** Its first character, prefix included. */
  readonly start: number;
  /** Its first character behind the prefix. */
  readonly bodyStart: number;
  readonly end: number;
  readonly prefix?: ReferencePrefix;
  readonly first: ReferenceCorner;
  /** The other corner of an area; absent for one cell. */
  readonly last?: ReferenceCorner;
}

const CORNER = /^(\$?)([A-Za-z]{0,3})(\$?)([0-9]{0,7})$/;

/**
 * Finds every reference to cells in a formula (without its `=`): with and without sheet names, areas, whole rows and
 * columns. Texts in quotes, function names (`LOG10(`), defined names, table references (`Table1[Amount]`) and error values are none.
 */
export function findReferences(formula: string): FormulaReference[] {
  return new Scanner(formula).references();
}

class Scanner {
  private readonly found: FormulaReference[] = [];
  private at = 0;

  constructor(private readonly formula: string) {}

  references(): FormulaReference[] {
    while (this.at < this.formula.length) this.step();
    return this.found;
  }

  private step(): void {
    const { formula, at } = this;
    const sign = formula.charAt(at);
    if (sign === '"') this.at = endOfQuoted(formula, at) ?? formula.length;
    else if (sign === "[") this.bracket();
    else if (sign === "#") this.error();
    else if (!this.operand()) this.at = at + 1;
  }

  /** A table's columns or, in front of a sheet name, the number of another workbook. */
  private bracket(): void {
    const start = this.at;
    const behind = endOfBrackets(this.formula, start);
    this.at = behind;
    if (start > 0 && isWordCode(this.formula.charCodeAt(start - 1))) return;
    const prefix = this.prefixAt(behind);
    const own = this.formula.slice(start, behind) === "[0]";
    if (prefix !== undefined) this.body(start, prefix.end, { ...prefix.prefix, foreign: !own });
    else if (this.formula[behind] === "!") this.at = endOfWord(this.formula, behind + 1) ?? behind;
  }

  /** `#REF!$A$1` stands for a cell of a sheet that is gone: its cell is no cell of ours. */
  private error(): void {
    if (this.formula.startsWith("#REF!", this.at)) this.at = endOfWord(this.formula, this.at + 5) ?? this.at + 5;
    else this.at = endOfWord(this.formula, this.at + 1) ?? this.at + 1;
  }

  private operand(): boolean {
    const start = this.at;
    const prefix = this.prefixAt(start);
    if (prefix !== undefined) {
      this.body(start, prefix.end, prefix.prefix);
      return true;
    }
    if (endOfWord(this.formula, start) === undefined) return false;
    this.body(start, start, undefined);
    return true;
  }

  /** Reads `Sheet!`, `'Sheet'!`, `First:Last!` at a place. */
  private prefixAt(start: number): { readonly prefix: ReferencePrefix; readonly end: number } | undefined {
    const { formula } = this;
    const firstEnd = endOfName(formula, start);
    if (firstEnd === undefined) return undefined;
    if (formula[firstEnd] === "!") return { prefix: readPrefix(formula.slice(start, firstEnd)), end: firstEnd + 1 };
    if (formula[firstEnd] !== ":" || isCell(formula.slice(start, firstEnd))) return undefined;
    const lastEnd = endOfName(formula, firstEnd + 1);
    if (lastEnd === undefined || formula[lastEnd] !== "!") return undefined;
    const first = readPrefix(formula.slice(start, firstEnd));
    const last = readPrefix(formula.slice(firstEnd + 1, lastEnd));
    return { prefix: { first: first.first, last: last.last ?? last.first, foreign: first.foreign }, end: lastEnd + 1 };
  }

  /** Reads the cells behind a prefix (or without one); anything else there is passed over. */
  private body(start: number, bodyStart: number, prefix: ReferencePrefix | undefined): void {
    const { formula } = this;
    const wordEnd = endOfWord(formula, bodyStart);
    this.at = Math.max(wordEnd ?? bodyStart, start + 1);
    if (wordEnd === undefined || formula[wordEnd] === "(" || formula[wordEnd] === "[") return;
    const first = cornerOf(formula.slice(bodyStart, wordEnd));
    if (first === undefined) return;
    const area = formula[wordEnd] === ":" ? this.otherCorner(wordEnd + 1, prefix, first) : undefined;
    if (area === undefined && (first.column === undefined || first.row === undefined)) return;
    this.at = area?.end ?? wordEnd;
    const last = area === undefined ? {} : { last: area.corner };
    this.found.push({ start, bodyStart, end: this.at, ...(prefix && { prefix }), first, ...last });
  }

  private otherCorner(
    at: number,
    prefix: ReferencePrefix | undefined,
    first: ReferenceCorner,
  ): { readonly corner: ReferenceCorner; readonly end: number } | undefined {
    const again = this.prefixAt(at);
    if (again !== undefined && again.prefix.first !== prefix?.first) return undefined;
    const start = again?.end ?? at;
    const end = endOfWord(this.formula, start);
    if (end === undefined || this.formula[end] === "(" || this.formula[end] === "!") return undefined;
    const corner = cornerOf(this.formula.slice(start, end));
    if (corner === undefined) return undefined;
    const sameKind =
      (corner.row === undefined) === (first.row === undefined) &&
      (corner.column === undefined) === (first.column === undefined);
    return sameKind ? { corner, end } : undefined;
  }
}

/** The end of the word at a place: a sheet, function, table or name, a reference or a number; undefined when none stands there. */
function endOfWord(formula: string, from: number): number | undefined {
  let at = from;
  while (at < formula.length && isWordCode(formula.charCodeAt(at))) at++;
  return at === from ? undefined : at;
}

/** The end of a sheet's name at a place, quoted or not. */
function endOfName(formula: string, from: number): number | undefined {
  return formula[from] === "'" ? endOfQuoted(formula, from) : endOfWord(formula, from);
}

/** The end of a text in quotes at a place; a doubled quote inside stands for itself. */
function endOfQuoted(formula: string, from: number): number | undefined {
  const quote = formula.charAt(from);
  for (let at = from + 1; at < formula.length; at++) {
    if (formula[at] !== quote) continue;
    if (formula[at + 1] !== quote) return at + 1;
    at++;
  }
  return undefined;
}

/** Letters of any script, digits and `_ . \ ? $`: what names and references consist of. */
function isWordCode(code: number): boolean {
  if (code >= 128) return true;
  if (code >= 97 ? code <= 122 : code >= 65 && code <= 90) return true;
  return (code >= 48 && code <= 57) || code === 95 || code === 46 || code === 36 || code === 92 || code === 63;
}

function isCell(word: string): boolean {
  const corner = cornerOf(word);
  return corner?.row !== undefined && corner.column !== undefined;
}

function readPrefix(written: string): ReferencePrefix {
  const plain = written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
  const book = plain.lastIndexOf("]");
  const sheets = plain.slice(book + 1);
  const foreign = book >= 0 && !plain.startsWith("[0]");
  const colon = sheets.indexOf(":");
  if (colon < 0) return { first: sheets, foreign };
  return { first: sheets.slice(0, colon), last: sheets.slice(colon + 1), foreign };
}

/** Reads `$B$12`, `$B` or `$12`; undefined for any other word. */
function cornerOf(word: string): ReferenceCorner | undefined {
  const match = CORNER.exec(word);
  if (match === null) return undefined;
  const [, dollar1 = "", letters = "", dollar2 = "", digits = ""] = match;
  const column = letters === "" ? undefined : columnNumber(letters);
  const row = digits === "" ? undefined : Number.parseInt(digits, 10);
  if (column === undefined && (letters !== "" || row === undefined)) return undefined;
  if (row !== undefined && (row < 1 || row > MAX_ROW)) return undefined;
  if (row === undefined && dollar2 !== "") return undefined;
  if (letters === "" && dollar1 !== "" && dollar2 !== "") return undefined;
  const rowFixed = letters === "" ? dollar1 + dollar2 === "$" : dollar2 === "$";
  return {
    ...(column !== undefined && { column }),
    columnFixed: letters !== "" && dollar1 === "$",
    ...(row !== undefined && { row }),
    rowFixed,
    letters,
  };
}

function endOfBrackets(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at++) {
    const sign = formula.charAt(at);
    if (sign === "'") at++;
    else if (sign === "[") depth++;
    else if (sign === "]" && --depth === 0) return at + 1;
  }
  return formula.length;
}
