import type { PackHead, WorkingSheet } from "./pack.js";
import { claim } from "./check-tables.js";
import type { Report } from "./shape.js";

/** How many heads the working sheets have: 项目, 引用, 单位, 上年数; 编号, 位置, 内容. */
const LAST_YEAR_HEADS = 4;
const ELEMENT_HEADS = 3;

/** A pack's id names its folder too, on every system. */
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Checks what pack.json says by itself: an id that can be a folder's name, at least one year and form, nothing listed twice, heads and widths that fit. */
export function checkHead(head: PackHead, report: Report): void {
  if (!ID.test(head.id)) report("id", "unknown-value", { value: head.id, allowed: "a-z 0-9 -" });
  for (const field of ["years", "forms"] as const) {
    if (head[field].length === 0) report(field, "wrong-type", { expected: "filled-list" });
  }
  for (const ids of [head.forms, head.classifications.map(({ id }) => id)]) {
    const known = new Map<string, string>();
    for (const id of ids) claim(known, id, id, report);
  }
  checkWorkingSheet(head.frame.lastYear, LAST_YEAR_HEADS, "frame.lastYear", report);
  checkWorkingSheet(head.frame.elements, ELEMENT_HEADS, "frame.elements", report);
}

function checkWorkingSheet(sheet: WorkingSheet, columns: number, path: string, report: Report): void {
  for (const field of ["heads", "widths"] as const) {
    const found = sheet[field].length;
    if (found !== columns) {
      report(`${path}.${field}`, "wrong-width", { expected: String(columns), found: String(found) });
    }
  }
}
