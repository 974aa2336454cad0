import type { ColumnPart, Expression, RowPart, RowSet, RowSetMember, SumExpression } from "./expression.js";
import { ExpressionProblem, type Token } from "./tokens.js";

/**
 * Reads a reference token: `表.行.栏`, `表.[行集].栏` or `表.[行集]` (for Σ, 个数 and loops), `要素.编号`, `@行.名称`, or a bare
 * name such as 年度. Anything but a bare word stands in 【】.
 */
export function readReference(token: Token): Expression {
  if (token.kind !== "reference") throw new ExpressionProblem("unexpected", token.at, token.text);
  const parts = splitParts(token);
  const [first, second, third] = parts;
  if (first === undefined || parts.length > 3) throw new ExpressionProblem("unexpected", token.at, token.text);
  if (second === undefined) return { kind: "name", name: unbracket(first) };
  if (unbracket(first) === "要素" && third === undefined) return { kind: "element", id: unbracket(second) };
  if (first.startsWith("@") && third === undefined) {
    return { kind: "label", variable: first.slice(1), label: unbracket(second) };
  }
  const table = unbracket(first);
  if (second.startsWith("[")) return setReference(table, second, third, token);
  if (third === undefined) throw new ExpressionProblem("unexpected", token.at, token.text);
  return { kind: "cell", table, row: rowPart(second), column: columnPart(third) };
}

/** Reads a loop source such as `一般.[类]`; undefined when the text is no row set reference. */
export function readRowSetReference(text: string): { readonly table: string; readonly rows: RowSet } | undefined {
  const match = /^(.+?)\.(\[[^\]]*\])$/u.exec(text.trim());
  const [, table, set] = match ?? [];
  if (table === undefined || set === undefined) return undefined;
  return { table: unbracket(table), rows: readRowSet(set.slice(1, -1)) };
}

function setReference(table: string, set: string, column: string | undefined, token: Token): SumExpression {
  const rows = readRowSet(set.slice(1, -1));
  if (rows.members.length === 0) throw new ExpressionProblem("unexpected", token.at, token.text);
  return { kind: "sum", table, rows, ...(column === undefined ? {} : { column: columnPart(column) }) };
}

/** Splits at dots outside 【】 and []. */
function splitParts(token: Token): readonly string[] {
  const parts: string[] = /[【[]/u.test(token.text) ? bracketedParts(token.text) : token.text.split(".");
  if (parts.some((text) => text === "")) throw new ExpressionProblem("unexpected", token.at, token.text);
  return parts;
}

/** The parts of a reference in which a dot may stand in brackets. */
function bracketedParts(reference: string): string[] {
  const parts: string[] = [];
  let part = "";
  let closing = "";
  for (const character of reference) {
    if (closing !== "") {
      if (character === closing) closing = "";
    } else if (character === "【") closing = "】";
    else if (character === "[") closing = "]";
    else if (character === ".") {
      parts.push(part);
      part = "";
      continue;
    }
    part += character;
  }
  parts.push(part);
  return parts;
}

function unbracket(text: string): string {
  return text.startsWith("【") && text.endsWith("】") ? text.slice(1, -1) : text;
}

function rowPart(text: string): RowPart {
  if (!text.startsWith("@")) return { kind: "named", name: unbracket(text) };
  const slash = text.indexOf("/");
  if (slash < 0) return { kind: "variable", name: text.slice(1) };
  return { kind: "variable", name: text.slice(1, slash), below: unbracket(text.slice(slash + 1)) };
}

function columnPart(text: string): ColumnPart {
  return text.startsWith("@") ? { kind: "variable", name: text.slice(1) } : { kind: "named", name: unbracket(text) };
}

const SIMPLE: ReadonlyMap<
  string,
  Exclude<RowSetMember["kind"], "children" | "numbers" | "containing" | "row" | "below-all">
> = new Map([
  ["全部", "all"],
  ["科目", "codes"],
  ["类", "category"],
  ["款", "section"],
  ["项", "item"],
  ["末级", "leaves"],
  ["上级", "parents"],
  ["顶级", "roots"],
]);

function readRowSet(text: string): RowSet {
  const members = text
    .split(/[,，]/u)
    .map((member) => member.trim())
    .filter((member) => member !== "");
  return { members: members.map(rowSetMember) };
}

function rowSetMember(text: string): RowSetMember {
  const simple = SIMPLE.get(text);
  if (simple !== undefined) return { kind: simple };
  const range = /^(\d{1,2})-(\d{1,2})$/.exec(text);
  if (range !== null)
    return { kind: "numbers", from: Number.parseInt(range[1] ?? "", 10), to: Number.parseInt(range[2] ?? "", 10) };
  const children = /^(.+)的下级$/u.exec(text)?.[1];
  if (children !== undefined) return { kind: "children", of: rowPart(children) };
  if (text.startsWith("全部/")) return { kind: "below-all", name: unbracket(text.slice(3)) };
  if (text.startsWith("含") && text.length > 1) return { kind: "containing", text: unbracket(text.slice(1)) };
  return { kind: "row", name: unbracket(text) };
}
