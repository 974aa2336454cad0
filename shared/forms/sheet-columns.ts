import type { Form, PanelColumn } from "../template/pack.js";
import type { SheetColumn } from "./form-sheet.js";
import { fieldLines } from "./field-lines.js";
import { isWorkingForm, workingColumns } from "./working-forms.js";

/** The sheet columns of a form: what most of its regions show there, a grid counting for more than a line of fields. */
export function sheetColumns(form: Form): readonly SheetColumn[] {
  if (isWorkingForm(form)) return workingColumns(form);
  const votes = form.print.widths.map(() => new Map<SheetColumn["content"], number>());
  const vote = (from: number, span: number, content: SheetColumn["content"], weight: number): void => {
    for (const counts of votes.slice(from, from + span)) counts.set(content, (counts.get(content) ?? 0) + weight);
  };
  for (const region of form.regions) {
    if (region.kind === "grid") {
      let first = 0;
      for (const column of region.panels.flatMap(({ columns }) => columns)) {
        vote(first, column.span ?? 1, contentOf(column), GRID);
        first += column.span ?? 1;
      }
    } else {
      for (const { cell, column } of fieldLines(region).flat()) {
        vote(column, cell.span, cell.kind === "label" ? "name" : "text", 1);
      }
    }
  }
  return form.print.widths.map((width, index) => ({ width, content: winner(votes[index] ?? new Map()) }));
}

/** A grid has many rows in which its columns show one kind of thing. */
const GRID = 10;

function contentOf({ role }: PanelColumn): SheetColumn["content"] {
  return role;
}

function winner(counts: ReadonlyMap<SheetColumn["content"], number>): SheetColumn["content"] {
  let best: SheetColumn["content"] = "text";
  let most = 0;
  for (const [content, count] of counts) {
    if (count <= most) continue;
    best = content;
    most = count;
  }
  return best;
}
