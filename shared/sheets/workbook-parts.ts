import { type Failure, failure } from "../failure.js";
import { type Result, refusal, success } from "../result.js";
import type { Relation } from "../archive/relations.js";
import {
  type XmlSource,
  type XmlAttributes,
  type XmlReader,
  prefixedAttribute,
  readXml,
} from "../archive/xml-reader.js";

/** A worksheet of the package. */
export interface SheetPart {
  /** The name on the tab. */
  readonly name: string;
  /** The path of its part, such as `xl/worksheets/sheet1.xml`. */
  readonly path: string;
  readonly state: "visible" | "hidden" | "veryHidden";
}

/** A defined name of the workbook, such as `_xlnm.Print_Titles`. */
export interface DefinedName {
  readonly name: string;
  /** The name of the sheet it belongs to; absent for names of the whole workbook. */
  readonly sheet?: string;
  /** Its formula as stored, without `=`. */
  readonly formula: string;
  readonly hidden: boolean;
}

/** What the workbook part says. */
export interface WorkbookPart {
  /** The worksheets in tab order; chart, dialogue and macro sheets are left out. */
  readonly sheets: readonly SheetPart[];
  readonly definedNames: readonly DefinedName[];
  /** Whether day numbers count from 1904. */
  readonly date1904: boolean;
}

interface SheetElement {
  readonly name: string;
  readonly relation: string;
  readonly state: SheetPart["state"];
}

interface NameElement {
  readonly attributes: XmlAttributes;
  readonly formula: string;
}

/** Reads the workbook part. A part with another root element, such as a document's, is `not-a-workbook`. */
export function readWorkbookPart(
  source: XmlSource,
  part: string,
  relations: readonly Relation[],
): Result<WorkbookPart> {
  const sheets: SheetElement[] = [];
  const names: NameElement[] = [];
  let date1904 = false;
  let formula: string | undefined;
  let nameAttributes: XmlAttributes = {};
  let problem: Failure | undefined;
  const reader: XmlReader = {
    open(name, depth, attributes) {
      if (depth === 1 && name !== "workbook") problem = failure("not-a-workbook");
      if (depth === 2 && name === "workbookPr") date1904 = isTrue(attributes["date1904"]);
      if (depth === 3 && name === "sheet") sheets.push(sheetElement(attributes));
      if (depth !== 3 || name !== "definedName") return;
      formula = "";
      nameAttributes = attributes;
    },
    close(_, depth) {
      if (depth !== 3 || formula === undefined) return;
      names.push({ attributes: nameAttributes, formula });
      formula = undefined;
    },
    text(text) {
      if (formula !== undefined) formula += text;
    },
    problem: () => problem,
  };
  const refused = readXml(source, part, reader);
  if (refused !== undefined) return refusal(refused);
  const worksheets = worksheetParts(sheets, relations);
  if (!worksheets.ok) return worksheets;
  const definedNames = names.map((element) => definedName(element, sheets));
  return success({ sheets: worksheets.value, definedNames, date1904 });
}

function sheetElement(attributes: XmlAttributes): SheetElement {
  const state = attributes["state"];
  return {
    name: attributes["name"] ?? "",
    relation: prefixedAttribute(attributes, "id") ?? "",
    state: state === "hidden" || state === "veryHidden" ? state : "visible",
  };
}

function worksheetParts(elements: readonly SheetElement[], relations: readonly Relation[]): Result<SheetPart[]> {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const names = new Set<string>();
  const paths = new Set<string>();
  const sheets: SheetPart[] = [];
  for (const { name, relation: id, state } of elements) {
    const relation = byId.get(id);
    if (relation === undefined || relation.external) return refusal(failure("workbook-unsupported", { sheet: name }));
    if (relation.kind !== "worksheet") continue;
    const twice = names.has(name.toLowerCase()) || paths.has(relation.target.toLowerCase());
    if (twice || name === "") return refusal(failure("workbook-damaged", { sheet: name, problem: "twice" }));
    names.add(name.toLowerCase());
    paths.add(relation.target.toLowerCase());
    sheets.push({ name, path: relation.target, state });
  }
  return success(sheets);
}

/** A name's `localSheetId` counts the sheets as the workbook lists them, from 0. */
function definedName(element: NameElement, sheets: readonly SheetElement[]): DefinedName {
  const { attributes, formula } = element;
  const local = attributes["localSheetId"];
  const sheet = local === undefined ? undefined : sheets[Number.parseInt(local, 10)]?.name;
  const rest = { name: attributes["name"] ?? "", formula, hidden: isTrue(attributes["hidden"]) };
  return sheet === undefined ? rest : { ...rest, sheet };
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}
