import type { Expression, RowSet } from "../expression/expression.js";
import { parseExpression } from "../expression/parse.js";
import { readRowSetReference } from "../expression/reference.js";
import { parseFormat, type Format } from "./format.js";
import { FORMAT_BARS, SECTION_WORDS } from "./wording.js";

/** A tag that prints something: `{收入.合计.其他收入}`, `{三公.2.预算数|最简}`. */
export interface FigureTag {
  readonly kind: "figure";
  /** What stands between the braces, for messages. */
  readonly source: string;
  readonly expression: Expression;
  readonly format?: Format;
}

/** What a section's opening tag asks for. */
export type Section =
  /** `{#段 编号}`: a paragraph that 说明要素 may replace. */
  | { readonly kind: "paragraph"; readonly id: string }
  /** `{#若 条件}` stands where the condition holds, `{#否 条件}` where it does not. */
  | { readonly kind: "condition"; readonly expression: Expression; readonly negated: boolean }
  /** `{#遍历 表.[行集] 若 条件}` stands once for each row of the set that meets the condition. */
  | { readonly kind: "loop"; readonly table: string; readonly rows: RowSet; readonly where?: Expression };

/** `{#…}` with its section. */
export interface OpeningTag {
  readonly kind: "open";
  readonly source: string;
  readonly section: Section;
}

/** Any tag of a template. A closing tag may name the word it closes (`{/若}`) or not (`{/}`). */
export type Tag =
  FigureTag | OpeningTag | { readonly kind: "close"; readonly source: string; readonly word: string | undefined };

/** Why the text between two braces is no tag. */
export interface TagProblem {
  readonly kind: "problem";
  readonly code: "bad-expression" | "unknown-format" | "unknown-section" | "unknown-function" | "bad-loop";
  /** The part that does not fit. */
  readonly found: string;
}

/** Reads what stands between two braces. Names are not looked up here. */
export function parseTag(source: string): Tag | TagProblem {
  const text = source.trim();
  if (text.startsWith("#") && !text.startsWith("#,")) return openingTag(source, text.slice(1).trim());
  if (text.startsWith("/")) return closingTag(source, text.slice(1).trim());
  const bar = Math.max(...FORMAT_BARS.map((one) => text.lastIndexOf(one)));
  const expression = parsed(bar < 0 ? text : text.slice(0, bar));
  if (expression.kind === "problem") return expression;
  if (bar < 0) return { kind: "figure", source, expression: expression.expression };
  const format = parseFormat(text.slice(bar + 1).trim());
  if (format === undefined) return { kind: "problem", code: "unknown-format", found: text.slice(bar + 1).trim() };
  return { kind: "figure", source, expression: expression.expression, format };
}

function openingTag(source: string, text: string): Tag | TagProblem {
  const word = Object.values(SECTION_WORDS).find((one) => text.startsWith(one));
  if (word === undefined) return { kind: "problem", code: "unknown-section", found: text };
  const rest = text.slice(word.length).trim();
  switch (word) {
    case SECTION_WORDS.paragraph:
      if (rest === "") return { kind: "problem", code: "unknown-section", found: text };
      return { kind: "open", source, section: { kind: "paragraph", id: rest } };
    case SECTION_WORDS.loop:
      return loopTag(source, rest);
    case SECTION_WORDS.condition:
    case SECTION_WORDS.exception: {
      const condition = parsed(rest);
      if (condition.kind === "problem") return condition;
      const negated = word === SECTION_WORDS.exception;
      return { kind: "open", source, section: { kind: "condition", expression: condition.expression, negated } };
    }
  }
}

function loopTag(source: string, rest: string): Tag | TagProblem {
  const end = rest.indexOf("]") + 1;
  const set = end === 0 ? undefined : readRowSetReference(rest.slice(0, end));
  const tail = rest.slice(end).trim();
  if (set === undefined || set.rows.members.length === 0) return { kind: "problem", code: "bad-loop", found: rest };
  if (tail === "") return { kind: "open", source, section: { kind: "loop", ...set } };
  if (!tail.startsWith(SECTION_WORDS.condition)) return { kind: "problem", code: "bad-loop", found: tail };
  const where = parsed(tail.slice(SECTION_WORDS.condition.length));
  if (where.kind === "problem") return where;
  return { kind: "open", source, section: { kind: "loop", ...set, where: where.expression } };
}

function closingTag(source: string, word: string): Tag | TagProblem {
  if (word === "") return { kind: "close", source, word: undefined };
  const known = Object.values(SECTION_WORDS).find((one) => one === word);
  return known === undefined
    ? { kind: "problem", code: "unknown-section", found: word }
    : { kind: "close", source, word: known };
}

function parsed(text: string): { readonly kind: "parsed"; readonly expression: Expression } | TagProblem {
  const result = parseExpression(text);
  if (result.ok) return { kind: "parsed", expression: result.expression };
  const code = result.problem.code === "unknown-function" ? "unknown-function" : "bad-expression";
  return { kind: "problem", code, found: result.problem.found === "" ? text.trim() : result.problem.found };
}

/** The word a section is closed with. */
export function sectionWord(section: Section): string {
  if (section.kind === "paragraph") return SECTION_WORDS.paragraph;
  if (section.kind === "loop") return SECTION_WORDS.loop;
  return section.negated ? SECTION_WORDS.exception : SECTION_WORDS.condition;
}
