import type { Decimal } from "../decimal.js";

/**
 * The one expression language of packs: formulas of derived cells, rules, conditions and narrative figures.
 * Its notation is the field's own: `表.行.栏`, for example `收入.合计.本年收入合计`. The full grammar with examples stands in
 * templates/README.md. Names are kept as written; binding them to a pack's tables happens in `template/bind`.
 */
export type Expression =
  | { readonly kind: "number"; readonly value: Decimal }
  | { readonly kind: "text"; readonly text: string }
  | CellExpression
  | SumExpression
  /** A bare name: 年度, 上年度, 部门, or an element of 说明要素 written 要素.编号. */
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "element"; readonly id: string }
  /** `@行.名称`, `@行.编码`, `@行.序号`: a label of the loop row. */
  | { readonly kind: "label"; readonly variable: string; readonly label: string }
  | { readonly kind: "negate"; readonly of: Expression }
  | {
      readonly kind: "arithmetic";
      readonly op: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "compare"; readonly op: CompareOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "logic"; readonly op: LogicOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "not"; readonly of: Expression }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] };

/** One cell: table, row and column by name. */
export interface CellExpression {
  readonly kind: "cell";
  readonly table: string;
  readonly row: RowPart;
  readonly column: ColumnPart;
}

/** Σ(表.[行集].栏): the sum of one column over a set of rows; 个数(表.[行集]) counts them and has no column. */
export interface SumExpression {
  readonly kind: "sum" | "count";
  readonly table: string;
  readonly rows: RowSet;
  readonly column?: ColumnPart;
}

/**
 * A row by name, code, printed 行次, the loop variable `@行`, or a fixed row below the loop row: `@行/年度资金总额`.
 */
export type RowPart =
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "variable"; readonly name: string; readonly below?: string };

/** A column by name or the loop variable `@栏`. */
export type ColumnPart =
  { readonly kind: "named"; readonly name: string } | { readonly kind: "variable"; readonly name: string };

/**
 * A set of rows in square brackets, comma-separated members. Members: `全部` (every row), `科目` (every code row, without
 * 合计), `类` `款` `项` (by code length), `末级` (code rows without children), `上级` (code rows with children), `顶级` (code rows
 * without a parent row), `@行的下级` (children of the loop row), `1-8` (printed 行次), a code or a name, `含…` (rows whose name contains …).
 */
export interface RowSet {
  readonly members: readonly RowSetMember[];
}

/** One member of a {@link RowSet}. */
export type RowSetMember =
  | { readonly kind: "all" | "codes" | "category" | "section" | "item" | "leaves" | "parents" | "roots" }
  | { readonly kind: "children"; readonly of: RowPart }
  | { readonly kind: "numbers"; readonly from: number; readonly to: number }
  | { readonly kind: "containing"; readonly text: string }
  /** `全部/年度资金总额`: the fixed row of that name below every parent row. */
  | { readonly kind: "below-all"; readonly name: string }
  | { readonly kind: "row"; readonly name: string };

/** The four operations, as written. */
export type ArithmeticOperator = "+" | "-" | "×" | "÷";

/** `⇔` both sides hold or neither does; `⇒` where the left side holds the right one must. A bare figure holds when positive. */
export type CompareOperator = "=" | "≠" | "<" | "≤" | ">" | "≥" | "⇔" | "⇒";

/** Both, or at least one. */
export type LogicOperator = "且" | "或";
