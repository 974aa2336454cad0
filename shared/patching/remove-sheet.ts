import { ElementRemoval } from "./element-removal.js";
import { readFormulas, readRows } from "./formula-cells.js";
import { type FormulaRewrites, rewriteFormula, rewriteShared } from "./formula-markup.js";
import { forgetSheet, sameName } from "./formula-shift.js";
import { contentSpot, elementsNamed, formulaSpots, writeSpot } from "./formula-spots.js";
import { type PackageEdit, sheetElements } from "./package-edit.js";
import { CHART_TYPES } from "../archive/part-types.js";
import { writeRewrites } from "./shift-cells.js";
import { parseSheet, sheetDataOf } from "./shift-sheet.js";
import { writeAttribute } from "./shift-views.js";
import { TextSplices } from "../archive/text-splices.js";
import { wholeNumber } from "../archive/xml-scan.js";
import { parseTree, valueOf } from "../archive/xml-tree.js";

/**
 * Takes a worksheet out of the workbook with everything that belongs to it alone; references to it become `#REF!`, and
 * names of its own go. A sheet that is not there, and the last visible one, are defects and throw.
 */
export function removeSheet(edit: PackageEdit, name: string): void {
  const sheets = edit.sheets();
  const index = sheets.findIndex((sheet) => sameName(sheet.name, name));
  const sheet = sheets[index];
  if (sheet === undefined) throw new RangeError(`there is no sheet named ${name}`);
  const belonging = partsBelow(edit, sheet.path);
  const relation = edit.relations(edit.workbookPath).find(({ target }) => target === sheet.path);
  edit.edit(edit.workbookPath, (text) => workbookWithout(text, index, sheet.name));
  if (relation !== undefined) edit.removeRelation(edit.workbookPath, relation.id);
  const needed = partsBelow(edit, "");
  for (const path of [sheet.path, ...belonging]) if (!needed.has(path)) edit.remove(path);
  for (const other of edit.sheets()) {
    if (other.kind === "worksheet") edit.edit(other.path, (text) => sheetWithout(text, other.name, sheet.name));
  }
  for (const type of CHART_TYPES) {
    for (const path of edit.partsOfType(type)) edit.edit(path, (text) => chartWithout(text, sheet.name));
  }
}

/** All parts that can be reached from a part over relations, itself not counted. */
function partsBelow(edit: PackageEdit, path: string, seen = new Set<string>()): Set<string> {
  for (const { target, external } of edit.relations(path)) {
    if (external || seen.has(target)) continue;
    seen.add(target);
    partsBelow(edit, target, seen);
  }
  return seen;
}

function workbookWithout(text: string, index: number, sheet: string): string {
  const tree = parseTree(text);
  const splices = new TextSplices();
  const removal = new ElementRemoval();
  const elements = sheetElements(tree);
  const element = elements[index];
  if (element !== undefined) removal.remove(element);
  const visible = elements.findIndex((each, place) => place !== index && isVisible(valueOf(tree, each, "state")));
  if (visible < 0) throw new RangeError(`${sheet} is the last visible sheet`);
  const moved = (place: string, instead: number): string => {
    const old = wholeNumber(place) ?? 0;
    return String(old === index ? instead : old > index ? old - 1 : old);
  };
  for (const view of elementsNamed(tree, "workbookView")) {
    const first = visible > index ? visible - 1 : visible;
    writeAttribute(tree, splices, view, "activeTab", (tab) => moved(tab, first));
    writeAttribute(tree, splices, view, "firstSheet", (tab) => moved(tab, first));
  }
  for (const definedName of elementsNamed(tree, "definedName")) {
    if (wholeNumber(valueOf(tree, definedName, "localSheetId")) === index) {
      removal.remove(definedName);
      continue;
    }
    writeAttribute(tree, splices, definedName, "localSheetId", (place) => moved(place, index));
    const spot = contentSpot(tree, definedName);
    writeSpot(splices, spot, forgetSheet(spot.text, sheet));
  }
  removal.write(tree, splices);
  return splices.apply(text);
}

function isVisible(state: string | undefined): boolean {
  return state === undefined || state === "visible";
}

function sheetWithout(text: string, name: string, gone: string): string {
  if (!text.includes("!") && !text.includes("&#")) return text;
  const tree = parseSheet(text);
  const splices = new TextSplices();
  const rows = readRows(text, sheetDataOf(tree, name));
  const formulas = readFormulas(text, rows);
  const rewrites: FormulaRewrites = new Map();
  for (const cell of formulas.single) rewriteFormula(text, rewrites, cell, forgetSheet(cell.text, gone), {});
  for (const group of formulas.shared) {
    const now = group.members.map((cell) => ({ cell, place: { ...cell, text: forgetSheet(cell.text, gone) } }));
    rewriteShared(text, rewrites, group, now);
  }
  writeRewrites(splices, formulas, rewrites);
  for (const spot of formulaSpots(tree, tree.root)) writeSpot(splices, spot, forgetSheet(spot.text, gone));
  return splices.apply(text);
}

function chartWithout(text: string, gone: string): string {
  const tree = parseTree(text);
  const splices = new TextSplices();
  for (const element of elementsNamed(tree, "f")) {
    if (element.children.length > 0) continue;
    const spot = contentSpot(tree, element);
    writeSpot(splices, spot, forgetSheet(spot.text, gone));
  }
  return splices.apply(text);
}
