import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Check } from "./checks.js";

/**
 * A small file of the program's own, such as the recent files. Losing it loses comfort, never work: one that cannot be read is put
 * aside under another name and begun anew, one that cannot be written is complained of and kept in memory.
 */
export class SettingsFile<Content> {
  constructor(
    private readonly file: string,
    private readonly check: Check<Content>,
  ) {}

  /** What was written last, or undefined when there is nothing to be read. */
  read(): Content | undefined {
    let text: string;
    try {
      text = readFileSync(this.file, "utf8");
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) console.error(error);
      return undefined;
    }
    try {
      return this.check(JSON.parse(text));
    } catch (error) {
      console.error(`${this.file} is put aside:`, error);
      renameSync(this.file, `${this.file}.unreadable`);
      return undefined;
    }
  }

  write(content: Content): void {
    try {
      mkdirSync(path.dirname(this.file), { recursive: true });
      const draft = `${this.file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify(content, undefined, 1));
      renameSync(draft, this.file);
    } catch (error) {
      console.error(error);
    }
  }
}
