import type { FoundRow, FoundWorkbook } from "../../shared/calc/open.js";
import type { Session } from "../../shared/calc/session.js";
import { checkRules } from "../../shared/checks/check.js";
import { plain } from "../../shared/decimal.js";
import { addressKey } from "../../shared/model/address.js";
import type { CellInput } from "../../shared/model/workbook.js";

/** Everything a session says, as plain texts that can be compared. */
export interface SessionContent {
  readonly inputs: readonly string[];
  readonly marks: readonly string[];
  /** The figure of every cell in the order of the layout, and after them what a row stands for that a table lacks. */
  readonly figures: readonly string[];
  readonly outcomes: readonly string[];
  readonly findings: readonly string[];
}

/** Writes a session down. */
export function contentOf(session: Session): SessionContent {
  const { plan, figures, outcomes, workbook } = session;
  const inputs: string[] = [];
  const marks: string[] = [];
  for (const { table } of plan.layout.tables) {
    for (const row of workbook.tables.get(table.id)?.rows ?? []) {
      const place = (column: string): string => addressKey({ table: table.id, row: row.key, column });
      for (const [column, input] of row.inputs) inputs.push(`${place(column)} ${textOf(input)}`);
      for (const [column, mark] of row.marks) marks.push(`${place(column)} ${mark.kind} ${plain(mark.value)}`);
    }
  }
  const numbers = Array.from({ length: figures.standing.size }, (_, cell) => figures.standing.at(cell));
  return {
    inputs: inputs.toSorted(),
    marks: marks.toSorted(),
    figures: numbers.map((figure) => (figure === undefined ? "" : plain(figure))),
    outcomes: Array.from(outcomes.filled(), ([index, { kind, left, right, tolerance }]) => {
      const sides = [left, right, tolerance].map((figure) => (figure === undefined ? "" : plain(figure)));
      return [index, kind, ...sides].join(" ");
    }),
    findings: checkRules(session).map((finding) => JSON.stringify(finding)),
  };
}

/** The workbook that a session would leave behind: its inputs, and the figures that stand in derived cells by a mark. */
export function leftBehind(session: Session): FoundWorkbook {
  const { plan, workbook } = session;
  const tables = new Map<string, { rows: readonly FoundRow[] }>();
  for (const { table, indexOf, base, width, columnIndex } of plan.layout.tables) {
    const rows = (workbook.tables.get(table.id)?.rows ?? []).map(({ key, inputs, marks }): FoundRow => {
      const cells = new Map<string, CellInput>(inputs);
      for (const column of marks.keys()) {
        const cell = base + (indexOf.get(key) ?? 0) * width + (columnIndex.get(column) ?? 0);
        const value = session.figures.standing.at(cell);
        if (value !== undefined) cells.set(column, { kind: "amount", value });
      }
      return { key, cells };
    });
    tables.set(table.id, { rows });
  }
  const { profile, remarks, emptySentences } = workbook;
  return { profile, tables, remarks, emptySentences, lastYear: new Map() };
}

function textOf(input: CellInput): string {
  return input.kind === "amount" ? plain(input.value) : input.text;
}
