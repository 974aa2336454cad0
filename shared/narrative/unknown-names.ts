import { evaluate } from "../expression/evaluate.js";
import type { Expression } from "../expression/expression.js";
import type { Block, Inline, Outline, TemplateProblem } from "./outline.js";
import { readingOf, rowsInSet, type Reading } from "./reading.js";
import type { Rewordings } from "./rewording.js";
import type { Section } from "./tag.js";

/**
 * Every name of the template that leads nowhere, whether or not its condition holds today: the document of next month must
 * not break. What stands in a loop is looked up at the loop's first row; in a loop over no row it is passed over.
 */
export function unknownNames(outline: Outline, rewordings: Rewordings, reading: Reading): readonly TemplateProblem[] {
  const search = new NameSearch(rewordings);
  search.blocks(outline.blocks, reading);
  return search.problems;
}

class NameSearch {
  readonly problems: TemplateProblem[] = [];
  private paragraph = 0;
  private id: string | undefined;

  constructor(private readonly rewordings: Rewordings) {}

  blocks(blocks: readonly Block[], reading: Reading): void {
    for (const block of blocks) {
      this.paragraph = block.index;
      this.id = block.kind === "paragraph" ? block.id : undefined;
      if (block.kind === "paragraph") this.inlines(block.inlines, reading);
      else this.within(block.section, reading, (inner) => this.blocks(block.blocks, inner));
    }
  }

  private inlines(inlines: readonly Inline[], reading: Reading): void {
    for (const inline of inlines) {
      if (inline.kind === "figure") this.look(inline.expression, inline.source, reading);
      else if (inline.kind === "section") {
        this.within(inline.section, reading, (inner) => this.inlines(inline.inlines, inner));
        this.reworded(inline.section, reading);
      }
    }
  }

  private reworded(section: Section, reading: Reading): void {
    const lines = section.kind === "paragraph" ? this.rewordings.byId.get(section.id)?.lines : undefined;
    const { paragraph } = this;
    this.paragraph = -1;
    for (const line of lines ?? []) this.inlines(line, reading);
    this.paragraph = paragraph;
  }

  private within(section: Section, reading: Reading, search: (inner: Reading) => void): void {
    if (section.kind === "paragraph") search(reading);
    else if (section.kind === "condition") {
      this.look(section.expression, "", reading);
      search(reading);
    } else this.loop(section, reading, search);
  }

  private loop(section: Extract<Section, { kind: "loop" }>, reading: Reading, search: (inner: Reading) => void): void {
    const rows = rowsInSet(reading, section.table, section.rows);
    if (rows === undefined) this.report(section.table, section.table);
    const [row] = rows ?? [];
    if (row === undefined) return;
    const inner = readingOf(reading.session, { row, position: 1 });
    if (section.where !== undefined) this.look(section.where, "", inner);
    search(inner);
  }

  private look(expression: Expression, source: string, reading: Reading): void {
    for (const leaf of leavesOf(expression)) {
      const found = evaluate(leaf, reading.scope);
      if (found.kind === "unknown") this.report(source === "" ? found.name : source, found.name);
    }
  }

  private report(tag: string, found: string): void {
    const id = this.id === undefined ? {} : { id: this.id };
    this.problems.push({ code: "unknown-name", paragraph: this.paragraph, ...id, tag, found });
  }
}

/** The names an expression reads; `上年(…)` reads its cell. */
function leavesOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "negate":
    case "not":
      return leavesOf(expression.of);
    case "arithmetic":
    case "compare":
    case "logic":
      return [...leavesOf(expression.left), ...leavesOf(expression.right)];
    case "call":
      return expression.args.flatMap(leavesOf);
    default:
      return [expression];
  }
}
