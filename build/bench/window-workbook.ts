import { newExcel } from "../../shared/drawing/new-excel.js";
import type { NewRow } from "../../shared/drawing/new-content.js";
import type { Pack } from "../../shared/template/pack.js";

/** The table whose form is typed into: 公开05, with its thirteen figures a row. */
const TABLE = "05";
const INPUTS = ["revenueBasic", "revenueProject", "expenditureBasic", "expenditureProject"];

/** A workbook of a pack with so many rows of codes in one table, made from nothing. */
export async function longWorkbook(pack: Pack, rows: number): Promise<Uint8Array> {
  return newExcel(pack, {
    department: "某局",
    tables: new Map([[TABLE, codeRows(rows)]]),
    lastYear: new Map(),
    remarks: new Map(),
  });
}

/** 类, 款 and 项 in their order; only 项 hold figures, the others are sums. */
function codeRows(count: number): readonly NewRow[] {
  const rows: NewRow[] = [];
  for (let group = 0; rows.length < count; group += 1) {
    const kind = `${201 + Math.floor(group / 90)}`;
    const part = `${kind}${String(1 + (group % 90)).padStart(2, "0")}`;
    if (group % 90 === 0) rows.push(codeRow(kind, {}));
    rows.push(codeRow(part, {}));
    for (let leaf = 1; leaf <= 9 && rows.length < count; leaf += 1) {
      const figure = `${1 + ((group * 7 + leaf) % 90)}.${String((leaf * 13) % 100).padStart(2, "0")}`;
      rows.push(codeRow(`${part}0${leaf}`, Object.fromEntries(INPUTS.map((column) => [column, figure]))));
    }
  }
  return rows;
}

function codeRow(key: string, cells: NewRow["cells"]): NewRow {
  return { key, name: `科目${key}`, cells };
}
