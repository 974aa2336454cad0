import type { Expression } from "../expression/expression.js";
import { parseExpression } from "../expression/parse.js";
import type { Report } from "./shape.js";
import type { TableNames } from "./table-names.js";

/** What formulas may speak of. */
export interface KnownNames {
  readonly tables: ReadonlyMap<string, TableNames>;
  /** By name and alias. */
  readonly byName: ReadonlyMap<string, TableNames>;
  readonly forms: ReadonlySet<string>;
  readonly classifications: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
  /** Every formula read so far, by its text. */
  readonly formulas: Map<string, Expression>;
}

/**
 * Reads a formula of a pack's file and looks up what it speaks of; `@栏` may stand for any of the `loopColumns`. Gives
 * undefined when it cannot be read. Whatever is wrong is reported.
 */
export function readFormula(
  source: string,
  path: string,
  report: Report,
  known: KnownNames,
  loopColumns: readonly string[] = [],
): Expression | undefined {
  const parsed = parseExpression(source);
  if (!parsed.ok) {
    const { problem } = parsed;
    report(path, "bad-formula", { formula: source, problem: problem.code, position: String(problem.at) });
    return undefined;
  }
  known.formulas.set(source, parsed.expression);
  checkNames(parsed.expression, path, report, known, loopColumns);
  return parsed.expression;
}

function checkNames(
  part: Expression,
  path: string,
  report: Report,
  known: KnownNames,
  loopColumns: readonly string[],
): void {
  const within = (inner: Expression): void => checkNames(inner, path, report, known, loopColumns);
  switch (part.kind) {
    case "element":
      if (!known.elements.has(part.id)) report(path, "unknown-name", { value: part.id, kind: "element" });
      return;
    case "negate":
    case "not":
      return within(part.of);
    case "arithmetic":
    case "compare":
    case "logic":
      within(part.left);
      return within(part.right);
    case "call":
      return part.args.forEach(within);
    case "cell":
    case "sum":
    case "count":
      return checkReference(part, path, report, known, loopColumns);
    default:
      return;
  }
}

function checkReference(
  part: Extract<Expression, { kind: "cell" | "sum" | "count" }>,
  path: string,
  report: Report,
  known: KnownNames,
  loopColumns: readonly string[],
): void {
  const names = known.byName.get(part.table);
  if (names === undefined) return report(path, "unknown-name", { value: part.table, kind: "table" });
  const columns = part.column?.kind === "variable" ? loopColumns : part.column === undefined ? [] : [part.column.name];
  for (const column of columns) {
    if (names.columns.has(column)) continue;
    report(path, "unknown-name", { value: `${part.table}…${column}`, kind: "column" });
  }
  // Only fixed rows are known beforehand; any code may come, and lists are as the user fills them.
  if (part.kind !== "cell" || names.table.rows.kind !== "fixed" || part.row.kind === "variable") return;
  if (!names.rows.has(part.row.name)) {
    report(path, "unknown-name", { value: `${part.table}.${part.row.name}`, kind: "row" });
  }
}
