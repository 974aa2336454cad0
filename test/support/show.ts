import { computedOf } from "../../shared/calc/computed-session.js";
import type { Session } from "../../shared/calc/session.js";
import { checkRules } from "../../shared/checks/check.js";
import { plain } from "../../shared/decimal.js";
import type { Transaction } from "../../shared/model/transaction.js";
import { changeOfCell } from "../../shared/calc/typing.js";
import { edit } from "../../shared/calc/edit.js";
import { parseDecimal } from "../../shared/decimal.js";

/** One cell's figure as exact text, or nothing for a blank cell. */
export function show(session: Session, reference: string): string {
  const figure = computedOf(session).figure(addressOfText(reference));
  return figure === undefined ? "" : plain(figure);
}

/** One cell's mark: `residual -0.01`, `stated 5`, or nothing. */
export function markOf(session: Session, reference: string): string {
  const { table, row, column } = addressOfText(reference);
  const mark = session.workbook.tables
    .get(table)
    ?.rows.find((one) => one.key === row)
    ?.marks.get(column);
  return mark === undefined ? "" : `${mark.kind} ${plain(mark.value)}`;
}

/** Findings as lines: `rule kind cell left right difference`. */
export function findings(session: Session): readonly string[] {
  return checkRules(session).map((finding) => {
    const [at] = finding.cells;
    const cell = at === undefined ? "" : `${at.table}!${at.row}!${at.column}`;
    return [finding.rule, finding.kind, cell, finding.left ?? "", finding.right ?? "", finding.difference ?? ""]
      .join(" ")
      .trimEnd();
  });
}

/** Types a text into a cell as one gesture; an empty text clears it. */
export function type(
  session: Session,
  reference: string,
  text: string,
): { session: Session; transaction: Transaction } {
  const value = parseDecimal(text);
  const input = value === undefined ? undefined : ({ kind: "amount", value } as const);
  const change = changeOfCell(session, addressOfText(reference), input);
  return edit(session, { origin: "typing", changes: change === undefined ? [] : [change] });
}

function addressOfText(reference: string): { table: string; row: string; column: string } {
  const [table = "", row = "", column = ""] = reference.split("!");
  return { table, row, column };
}
