import { type RawEntry, rawZip } from "./raw-zip.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A workbook spelled out in XML, the least that a program accepts; every part can be replaced. */
export interface PlainWorkbook {
  /** Sheet XML by name; the content of `<worksheet>` or a whole part that begins with `<`+`?xml`. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** The content of `<sst>`. */
  readonly strings?: string;
  /** The content of `<styleSheet>`. */
  readonly styles?: string;
  /** What stands in the workbook part behind the sheets. */
  readonly names?: string;
  /** Parts that replace those of the same name, or come in addition. */
  readonly parts?: readonly RawEntry[];
}

/** The entries of a plain workbook, to be zipped by `rawZip`. */
export function workbookEntries(workbook: PlainWorkbook = {}): readonly RawEntry[] {
  const sheets = Object.entries(workbook.sheets ?? { 表1: "<sheetData/>" });
  const entries: RawEntry[] = [
    part("[Content_Types].xml", contentTypes(sheets.length)),
    part("_rels/.rels", relations([["rId1", "officeDocument", "xl/workbook.xml"]])),
    part(
      "xl/workbook.xml",
      workbookXml(
        sheets.map(([name]) => name),
        workbook.names ?? "",
      ),
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      relations([
        ...sheets.map((_, index): Relation => [`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`]),
        ["rIdStyles", "styles", "styles.xml"],
        ["rIdStrings", "sharedStrings", "sharedStrings.xml"],
      ]),
    ),
    part("xl/styles.xml", `<styleSheet xmlns="${MAIN}">${workbook.styles ?? ""}</styleSheet>`),
    part("xl/sharedStrings.xml", `<sst xmlns="${MAIN}">${workbook.strings ?? ""}</sst>`),
    ...sheets.map(([, xml], index) => part(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(xml))),
  ];
  const replaced = new Set((workbook.parts ?? []).map((entry) => entry.name));
  return [...entries.filter((entry) => !replaced.has(entry.name)), ...(workbook.parts ?? [])];
}

/** The bytes of a plain workbook. */
export function plainWorkbook(workbook: PlainWorkbook = {}): Uint8Array {
  return rawZip(workbookEntries(workbook));
}

/** The bytes of a workbook with one sheet 表1 whose `<sheetData>` holds the given rows. */
export function sheetOf(rows: string, more: PlainWorkbook & { readonly after?: string } = {}): Uint8Array {
  return plainWorkbook({ ...more, sheets: { 表1: `<sheetData>${rows}</sheetData>${more.after ?? ""}` } });
}

/** The relations part of a package or part. */
export function relations(list: readonly Relation[]): string {
  const rows = list.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${rows.join("")}</Relationships>`;
}

/** Id, kind and target of a relation. */
export type Relation = readonly [id: string, kind: string, target: string];

/** An entry that holds XML with its declaration. */
export function part(name: string, xml: string): RawEntry {
  return {
    name,
    data: xml.startsWith("<?xml") ? xml : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`,
  };
}

function sheetXml(content: string): string {
  return content.startsWith("<?xml") ? content : `<worksheet xmlns="${MAIN}">${content}</worksheet>`;
}

function workbookXml(names: readonly string[], behind: string): string {
  const sheets = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets>${behind}</workbook>`;
}

function contentTypes(sheets: number): string {
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Default Extension="xml" ContentType="application/xml"/>`,
    `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>`,
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/>`,
    ...numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${kind}.worksheet+xml"/>`),
    `</Types>`,
  ].join("");
}
