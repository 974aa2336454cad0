import { type Failure, failure } from "../failure.js";
import type { CellList } from "./cell-list.js";
import type { CellElement } from "./cell-value.js";
import { richText } from "./rich-text.js";
import type { SheetRanges } from "./sheet-ranges.js";
import type { XmlReader } from "../archive/xml-reader.js";

/**
 * Makes the reader of one sheet's part: its cells go into `list`, what stands around them to `ranges`. Elements count only
 * where the schema puts them, by their depth: 2 sheetData, 3 row, 4 c, 5 f, v and is; whatever else has such names, as
 * extensions do, is something different. `onRows` is told of each `<sheetData>` element.
 */
export function sheetReader(list: CellList, ranges: SheetRanges, sheet: string, onRows: () => void): XmlReader {
  const inline = richText(5);
  let section = "";
  let inRow = false;
  let cell: CellElement | undefined;
  let gathering: "value" | "formula" | undefined;
  let problem: Failure | undefined;

  const openInCell = (name: string, element: CellElement): void => {
    if (name === "v") element.value = "";
    if (name === "f") element.formula = "";
    gathering = name === "v" ? "value" : name === "f" ? "formula" : undefined;
  };
  const closeInCell = (name: string, element: CellElement): void => {
    gathering = undefined;
    if (name === "is") element.inline = inline.take();
  };

  return {
    open(name, depth, attributes) {
      if (depth === 1 && name !== "worksheet") problem ??= failure("workbook-unsupported", { sheet });
      if (depth === 2) section = name;
      if (depth === 2 && name === "sheetData") onRows();
      if (section !== "sheetData") ranges.open(name, depth, attributes);
      else if (depth === 3) {
        inRow = name === "row";
        if (inRow) list.row(attributes["r"]);
      } else if (depth === 4) cell = inRow && name === "c" ? cellElement(attributes) : undefined;
      else if (depth === 5 && cell !== undefined) openInCell(name, cell);
      else if (depth > 5) inline.open(name, depth);
    },
    close(name, depth) {
      if (section !== "sheetData") ranges.close(depth);
      else if (depth > 5) inline.close(depth);
      else if (depth === 5 && cell !== undefined) closeInCell(name, cell);
      else if (depth === 4 && cell !== undefined) list.add(cell);
    },
    text(text) {
      if (section !== "sheetData") ranges.text(text);
      else if (gathering !== undefined && cell !== undefined) cell[gathering] = (cell[gathering] ?? "") + text;
      else inline.text(text);
    },
    problem: () => problem ?? list.problem() ?? ranges.problem(),
  };
}

/** Every property is there from the start: the engine is many times slower with objects that grow. */
function cellElement(attributes: Readonly<Record<string, string>>): CellElement {
  return {
    reference: attributes["r"],
    type: attributes["t"],
    style: attributes["s"],
    value: undefined,
    formula: undefined,
    inline: undefined,
  };
}
