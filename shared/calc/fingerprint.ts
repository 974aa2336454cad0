import { plain } from "../decimal.js";
import { LAST_YEAR_COLUMN, LAST_YEAR_TABLE, type Workbook } from "../model/workbook.js";
import type { Session } from "./session.js";

/**
 * A short text that two sessions share when they say the same: rows, every standing figure, every text, remarks, last year's figures
 * and the profile. Two copies of a workbook that followed the same gestures are compared by it before a file is written.
 */
export function fingerprintOf(session: Session): string {
  const hash = new TextHash();
  const { workbook, plan, figures } = session;
  for (const { table, keys } of plan.layout.tables) {
    hash.add(table.id);
    for (const key of keys) hash.add(key);
  }
  for (const [cell, figure] of figures.standing.filled()) {
    // What rows stand for that a table lacks is no content of the workbook.
    if (cell >= plan.layout.cells) break;
    hash.addNumber(cell);
    hash.add(plain(figure));
  }
  addTexts(hash, workbook);
  for (const [id, text] of [...workbook.remarks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.add(id);
    hash.add(text);
  }
  hash.add(workbook.profile.department);
  hash.addNumber(workbook.profile.year);
  return hash.text();
}

function addTexts(hash: TextHash, { tables }: Workbook): void {
  for (const [id, { rows }] of tables) {
    for (const { key, inputs } of rows) {
      for (const [column, input] of inputs) {
        const isLastYear = id === LAST_YEAR_TABLE && column === LAST_YEAR_COLUMN;
        if (input.kind === "amount" && !isLastYear) continue;
        // Columns stand in the order they were filled, which says nothing.
        hash.addUnordered(`${id}!${key}!${column}`, input.kind === "text" ? input.text : plain(input.value));
      }
    }
  }
}

/** Two 32-bit hashes (FNV-1a and a multiplicative one) over UTF-16 units, each text closed by its length. */
class TextHash {
  private first = 0x811c9dc5;
  private second = 0x9e3779b1;
  private unordered = 0;

  add(text: string): void {
    for (let at = 0; at < text.length; at += 1) this.step(text.charCodeAt(at));
    this.step(text.length ^ 0x10000);
  }

  addNumber(value: number): void {
    this.step(value & 0xffff);
    this.step((value >>> 16) | 0x20000);
  }

  /** Adds a pair whose place among the others does not matter. */
  addUnordered(key: string, text: string): void {
    const own = new TextHash();
    own.add(key);
    own.add(text);
    this.unordered = (this.unordered + (own.first ^ Math.imul(own.second, 31))) | 0;
  }

  text(): string {
    return [this.first, this.second, this.unordered].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
  }

  private step(unit: number): void {
    this.first = Math.imul(this.first ^ unit, 0x01000193);
    this.second = Math.imul(this.second ^ (unit + 0x7f4a7c15), 0x85ebca6b) ^ (this.second >>> 13);
  }
}
