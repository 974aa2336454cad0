import type { Pack } from "../template/pack.js";
import { success, type Result } from "../result.js";
import { openPackage } from "../sheets/package.js";
import { readAnySheet } from "../sheets/sheet-cells.js";
import type { SheetCell, SheetContent } from "../sheets/sheet-content.js";

/** A code and its name as a list of codes writes them. */
export interface ListedCode {
  readonly code: string;
  readonly name: string;
}

/** What an Excel file of codes holds for a pack: names by classification, and how many of its lines were none. */
export interface CodeListFile {
  readonly lists: ReadonlyMap<string, readonly ListedCode[]>;
  /** Lines that begin with digits and are no code of any of the pack's classifications. */
  readonly skipped: number;
}

/**
 * Reads a list of codes from any Excel file, as finance bureaus hand them out: on every sheet the lines in which a code of 3, 5 or 7
 * digits stands left of a name. The code may be text or number, whole or split over columns (208 | 05 | 01); a code belongs to the
 * classification that has its 类. Of two names for one code, the first counts.
 */
export function readCodeListFile(bytes: Uint8Array, pack: Pack): Result<CodeListFile> {
  const file = openPackage(bytes);
  if (!file.ok) return file;
  const lists = new Map<string, Map<string, string>>();
  let skipped = 0;
  for (const sheet of file.value.sheets) {
    const content = readAnySheet(file.value, sheet);
    if (!content.ok) return content;
    for (const line of linesOf(content.value)) {
      const found = codeOfLine(line);
      if (found === undefined) continue;
      const id = classificationOf(pack, found.code);
      if (id === undefined) skipped += 1;
      else add(lists, id, found);
    }
  }
  const entries = [...lists].map(([id, names]) => [id, [...names].map(([code, name]) => ({ code, name }))] as const);
  return success({ lists: new Map(entries), skipped });
}

function add(lists: Map<string, Map<string, string>>, id: string, { code, name }: ListedCode): void {
  const known = lists.get(id) ?? new Map<string, string>();
  if (!known.has(code)) known.set(code, name);
  lists.set(id, known);
}

/** The filled cells of each row, from left to right. */
function linesOf({ cells }: SheetContent): readonly (readonly SheetCell[])[] {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    if (cell.type !== "text" && cell.type !== "number") continue;
    if (cell.text.trim() === "") continue;
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  return [...rows.values()].map((row) => row.toSorted((a, b) => a.column - b.column));
}

/** The code and the name of a line: digits first, then the first text that is none. */
function codeOfLine(cells: readonly SheetCell[]): ListedCode | undefined {
  let code = "";
  for (const cell of cells) {
    const text = cell.text.normalize("NFKC").replaceAll(/\s/gu, "");
    const [, digits = "", rest = ""] = /^(\d*)(.*)$/u.exec(text) ?? [];
    if (digits === "" && rest !== "") return isCode(code) ? { code, name: nameOf(cell.text) } : undefined;
    // 208 | 20805 | 2080501 grow; 208 | 05 | 01 are parts.
    code = digits.startsWith(code) && digits.length > 2 ? digits : code + digits.padStart(2, "0");
    if (rest !== "" && !/^[.\d]/.test(rest)) return isCode(code) ? { code, name: nameOf(rest) } : undefined;
    if (rest !== "" || code.length > LONGEST) return undefined;
  }
  return undefined;
}

const LONGEST = 7;

function isCode(code: string): boolean {
  return /^\d{3}(\d\d){0,2}$/.test(code);
}

/** A name without the blanks that set it in. */
function nameOf(text: string): string {
  return text.replaceAll(/^[\s\u3000]+|[\s\u3000]+$/gu, "");
}

/** The classification that has the code's 类 and codes as long as this one. */
function classificationOf(pack: Pack, code: string): string | undefined {
  return pack.classifications.find(({ entries }) => {
    const longest = entries.reduce((most, entry) => Math.max(most, entry.code.length), 0);
    return code.length <= longest && entries.some((entry) => entry.code === code.slice(0, 3));
  })?.id;
}
