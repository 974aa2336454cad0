import { parseExpression } from "../expression/parse.js";
import type { FixedRow, Pack, Table, Unit, WorkingSheet } from "../template/pack.js";
import type { NewContent } from "./new-content.js";
import { newFigure } from "./new-sheet-value.js";
import { SheetBuilder, textValue, type Look, type NewSheet } from "./new-sheet.js";

const SIZE = 10;

/** The sheets that are never published, 上年数 and 说明要素; each only when it holds something. */
export function workingSheets(pack: Pack, content: NewContent): readonly NewSheet[] {
  return [
    ...(content.lastYear.size === 0 ? [] : [lastYearSheet(pack, content)]),
    ...(content.remarks.size === 0 ? [] : [elementsSheet(pack, content)]),
  ];
}

/** Every figure the pack asks for, filled or not, then those it does not ask for. */
function lastYearSheet(pack: Pack, content: NewContent): NewSheet {
  const { sheet, head } = startSheet(pack.frame.lastYear);
  const asked = new Set(pack.lastYear.map(({ reference }) => reference));
  const others = [...content.lastYear.keys()].filter((reference) => !asked.has(reference));
  for (const { item, reference } of [...pack.lastYear, ...others.map((reference) => ({ item: "", reference }))]) {
    const unit = unitOfReference(pack, reference);
    const figure = newFigure(
      content.lastYear.get(reference),
      { id: "", name: "", aliases: [], kind: "amount" },
      unit ?? "万元",
    );
    for (const [index, text] of [item, reference, unit ?? ""].entries()) sheet.put(index + 1, 1, textValue(text), BODY);
    sheet.put(4, 1, figure.value, { ...BODY, format: figure.format, horizontal: figure.horizontal });
    sheet.endRow(Math.max(sheet.rowHeight, sheet.heightOf(reference, 2, 1)));
  }
  return finish(sheet, pack.frame.lastYear, head);
}

/** Elements in the pack's order, then answers to findings in the order given. */
function elementsSheet(pack: Pack, content: NewContent): NewSheet {
  const { sheet, head } = startSheet(pack.frame.elements);
  const places = new Map(pack.elements.map(({ id, place }) => [id, place]));
  const ids = [...places.keys(), ...[...content.remarks.keys()].filter((id) => !places.has(id))];
  for (const id of ids) {
    const text = content.remarks.get(id);
    if (text === undefined) continue;
    for (const [index, each] of [id, places.get(id) ?? "", text].entries()) {
      sheet.put(index + 1, 1, textValue(each), BODY);
    }
    sheet.endRow(Math.max(sheet.rowHeight, sheet.heightOf(text, 3, 1), sheet.heightOf(places.get(id) ?? "", 2, 1)));
  }
  return finish(sheet, pack.frame.elements, head);
}

const BODY: Look = { face: "body", size: SIZE, horizontal: "left", vertical: "top", wrap: true, border: true };

function startSheet(working: WorkingSheet): { readonly sheet: SheetBuilder; readonly head: number } {
  const sheet = new SheetBuilder(working.widths, SIZE, SIZE * 1.8);
  if (working.title !== undefined) {
    const look: Look = { face: "title", size: 16, horizontal: "center", wrap: false, border: false };
    sheet.put(1, working.widths.length, textValue(working.title), look);
    sheet.endRow(28);
  }
  for (const [index, text] of working.heads.entries()) {
    sheet.put(index + 1, 1, textValue(text), { ...BODY, horizontal: "center", bold: true });
  }
  const head = sheet.row;
  sheet.endRow(SIZE * 2);
  return { sheet, head };
}

function finish(sheet: SheetBuilder, working: WorkingSheet, head: number): NewSheet {
  return sheet.finish({
    name: working.sheet,
    orientation: "landscape",
    head: { first: head, last: head },
    frozenColumns: 0,
  });
}

/** The unit of the cell a reference such as 收入.合计.本年收入合计 names; undefined where it names none. */
function unitOfReference(pack: Pack, reference: string): Unit | undefined {
  const parsed = parseExpression(reference);
  if (!parsed.ok || parsed.expression.kind !== "cell") return undefined;
  const { table: tableName, row, column } = parsed.expression;
  const table = pack.tables.find(({ name, aliases }) => name === tableName || aliases.includes(tableName));
  const found = table?.columns.find(({ id, name, aliases }) => [id, name, ...aliases].includes(column.name));
  if (table === undefined || found === undefined) return undefined;
  return rowUnit(table, row.name) ?? found.unit;
}

function rowUnit(table: Table, wanted: string): Unit | undefined {
  const rows: readonly FixedRow[] = table.rows.kind === "fixed" ? table.rows.rows : [];
  return rows.find(({ key, short, name, no }) => [key, short, name, String(no ?? "")].includes(wanted))?.unit;
}
