import { descendants, valueOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";
import type { TemplateParagraph } from "../narrative/outline.js";
import { success, type Result } from "../result.js";
import { openWordTemplate } from "./read-word-template.js";
import type { WordPart } from "./word-parts.js";

/** One cell of a template's table: the places of its paragraphs, and how many grid columns and rows it spans. */
export interface TemplateCell {
  readonly paragraphs: readonly number[];
  readonly columns: number;
  readonly rows: number;
}

/** A table of a template, its rows from above. It stands where the paragraph `first` stands; `last` is its last one. */
export interface TemplateTable {
  readonly first: number;
  readonly last: number;
  readonly rows: readonly (readonly TemplateCell[])[];
}

/** A template as it is laid out on a page: its paragraphs in document order, and which of them stand in tables. */
export interface WordLayout {
  readonly paragraphs: readonly TemplateParagraph[];
  /** How many of the first paragraphs stand in the body; those behind them are headers and footers. */
  readonly body: number;
  readonly tables: readonly TemplateTable[];
}

/** Reads a narrative's template with its tables, to be shown; refused like `readWordTemplate`. Tables within tables are plain paragraphs. */
export function readWordLayout(bytes: Uint8Array): Result<WordLayout> {
  const opened = openWordTemplate(bytes);
  if (!opened.ok) return opened;
  const paragraphs = opened.value.flatMap((part) => {
    return part.paragraphs.map(({ text, style, container }): TemplateParagraph => {
      return { text, container, ...(style === undefined ? {} : { style }) };
    });
  });
  const [main] = opened.value;
  return success({
    paragraphs,
    body: main?.paragraphs.length ?? 0,
    tables: main === undefined ? [] : tablesIn(main),
  });
}

function tablesIn({ tree, paragraphs }: WordPart): readonly TemplateTable[] {
  const places = new Map(paragraphs.map(({ element }, index) => [element, index]));
  return [...descendants(tree.root)].flatMap((element): readonly TemplateTable[] => {
    if (element.local !== "tbl" || isWithin(element, "tbl")) return [];
    const rows = rowsOf(tree, element, places);
    const all = rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs));
    return all.length === 0 ? [] : [{ first: Math.min(...all), last: Math.max(...all), rows }];
  });
}

/** A cell while the rows below may still make it taller. */
interface GrowingCell extends TemplateCell {
  rows: number;
}

function rowsOf(
  tree: XmlTree,
  table: XmlElement,
  places: ReadonlyMap<XmlElement, number>,
): readonly (readonly TemplateCell[])[] {
  const rows: GrowingCell[][] = [];
  /** The cell that reaches down into each grid column. */
  const above = new Map<number, GrowingCell>();
  for (const element of table.children.filter(({ local }) => local === "tr")) {
    const row: GrowingCell[] = [];
    let column = 0;
    for (const cell of element.children.filter(({ local }) => local === "tc")) {
      const columns = Number.parseInt(propertyOf(tree, cell, "gridSpan") ?? "1", 10) || 1;
      const merge = propertyOf(tree, cell, "vMerge");
      const upper = above.get(column);
      if (merge !== undefined && merge !== "restart" && upper !== undefined) upper.rows += 1;
      else {
        const paragraphs = [...descendants(cell)].flatMap((one) => places.get(one) ?? []);
        const own: GrowingCell = { paragraphs, columns, rows: 1 };
        row.push(own);
        above.set(column, own);
      }
      column += columns;
    }
    rows.push(row);
  }
  return rows;
}

/** The value of a cell's property; empty where it stands without one, undefined where it does not stand. */
function propertyOf(tree: XmlTree, cell: XmlElement, name: string): string | undefined {
  const properties = cell.children.find(({ local }) => local === "tcPr");
  const property = properties?.children.find(({ local }) => local === name);
  if (property === undefined) return undefined;
  const prefix = property.name.slice(0, property.name.length - property.local.length);
  return valueOf(tree, property, `${prefix}val`) ?? "";
}

function isWithin(element: XmlElement, local: string): boolean {
  for (let holder = element.parent; holder !== undefined; holder = holder.parent) {
    if (holder.local === local) return true;
  }
  return false;
}
