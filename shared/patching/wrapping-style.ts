import { appendChild, type PackageEdit, withAttribute } from "./package-edit.js";
import { TextSplices } from "../archive/text-splices.js";
import { prefixOf } from "../archive/xml-scan.js";
import { childOf, parseTree, valueOf, type XmlElement, type XmlTree } from "../archive/xml-tree.js";

/**
 * The index of a cell style that wraps text and stands at the top of its cell, for sheets made from nothing. One that is
 * there is used again, so that saving twice adds nothing; undefined when the workbook has no styles.
 */
export function wrappingStyle(edit: PackageEdit): string | undefined {
  const part = edit.relations(edit.workbookPath).find(({ kind, external }) => kind === "styles" && !external);
  if (part === undefined || !edit.has(part.target)) return undefined;
  let style: string | undefined;
  edit.edit(part.target, (text) => {
    const tree = parseTree(text);
    const list = childOf(tree.root, "cellXfs");
    if (list === undefined) return text;
    const existing = list.children.findIndex((format) => isPlainWrapping(tree, format));
    style = String(existing < 0 ? list.children.length : existing);
    return existing < 0 ? withStyle(tree, list) : text;
  });
  return style;
}

function isPlainWrapping(tree: XmlTree, format: XmlElement): boolean {
  const ids = ["numFmtId", "fontId", "fillId", "borderId"].map((name) => valueOf(tree, format, name) ?? "0");
  const alignment = childOf(format, "alignment");
  if (!ids.every((id) => id === "0") || alignment === undefined || format.children.length > 1) return false;
  return valueOf(tree, alignment, "wrapText") === "1" && valueOf(tree, alignment, "vertical") === "top";
}

function withStyle(tree: XmlTree, list: XmlElement): string {
  const prefix = prefixOf(list.name);
  const base = childOf(tree.root, "cellStyleXfs") === undefined ? "" : ' xfId="0"';
  const markup =
    `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"${base} applyAlignment="1">` +
    `<${prefix}alignment vertical="top" wrapText="1"/></${prefix}xf>`;
  const counted = new TextSplices();
  if (valueOf(tree, list, "count") !== undefined)
    withAttribute(tree, counted, list, "count", String(list.children.length + 1));
  const text = counted.apply(tree.text);
  const again = parseTree(text);
  return appendChild(again, childOf(again.root, "cellXfs") ?? again.root, markup);
}
