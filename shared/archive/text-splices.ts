/** One replacement: the characters from `start` to before `end` give way to `text`. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Collects replacements by offset in one text and makes them all at once, so that every character outside of them stays
 * as it is. Two replacements that overlap are a defect and throw when applied.
 */
export class TextSplices {
  private readonly splices: Splice[] = [];

  /** Puts `text` in place of the characters from `start` to before `end`. */
  replace(start: number, end: number, text: string): void {
    this.splices.push({ start, end, text });
  }

  /** Puts `text` before the character at `at`. Several insertions at one place keep the order they were asked in. */
  insert(at: number, text: string): void {
    if (text !== "") this.replace(at, at, text);
  }

  /** Takes the characters away. */
  remove(start: number, end: number): void {
    this.replace(start, end, "");
  }

  /** The text with all replacements made; the very same text when there are none. */
  apply(text: string): string {
    if (this.splices.length === 0) return text;
    const ordered = this.splices.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const pieces: string[] = [];
    let at = 0;
    for (const splice of ordered) {
      if (splice.start < at) throw new RangeError(`edits overlap at ${splice.start}`);
      pieces.push(text.slice(at, splice.start), splice.text);
      at = splice.end;
    }
    pieces.push(text.slice(at));
    return pieces.join("");
  }
}
