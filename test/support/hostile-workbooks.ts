import { formatReference } from "../../shared/sheets/cell-reference.js";
import type { HostileFile } from "./hostile-file.js";
import { plainWorkbook, sheetOf } from "./plain-workbook.js";
import type { RawEntry } from "./raw-zip.js";

const SHEET = "xl/worksheets/sheet1.xml";
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>`;
const OUTSIDE = `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>`;

/** XML that wants more than to be read. */
export const XML_TRICKS: readonly HostileFile[] = [
  ...["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", SHEET].map(
    (name): HostileFile => ["workbook-doctype", `a DOCTYPE in ${name}`, () => xml(name, `<!DOCTYPE x><x/>`)],
  ),
  ["workbook-doctype", "billion laughs in a sheet", () => xml(SHEET, `${LAUGHS}<worksheet>&c;</worksheet>`)],
  [
    "workbook-doctype",
    "billion laughs in the shared strings",
    () => xml("xl/sharedStrings.xml", `${LAUGHS}<sst><si><t>&c;</t></si></sst>`),
  ],
  ["workbook-doctype", "a file from outside", () => xml(SHEET, `${OUTSIDE}<worksheet>&f;</worksheet>`)],
  ["workbook-doctype", "a DOCTYPE in a part nobody reads", () => xml("docProps/core.xml", `${LAUGHS}<x>&c;</x>`)],
  ["workbook-doctype", "a DOCTYPE in a drawing", () => xml("xl/drawings/vmlDrawing1.vml", `${OUTSIDE}<x/>`)],
  ["workbook-doctype", "a DOCTYPE in small letters", () => xml("docProps/app.xml", `<!doctype x><x/>`)],
  [
    "workbook-doctype",
    "a DOCTYPE behind a long comment",
    () => xml("docProps/app.xml", `<!--${"x".repeat(200_000)}-->${OUTSIDE}<x/>`),
  ],
  [
    "workbook-doctype",
    "a DOCTYPE at the edge of the first look",
    () => xml("docProps/app.xml", `<!--${"x".repeat(65_524)}-->${OUTSIDE}<x/>`),
  ],
  [
    "workbook-doctype",
    "a DOCTYPE in UTF-16",
    () => withPart({ name: "docProps/app.xml", data: utf16(`${OUTSIDE}<x/>`) }),
  ],
  ["workbook-bomb", "200,000 nested elements in a sheet", () => xml(SHEET, nested("worksheet", 200_000))],
  [
    "workbook-bomb",
    "200,000 nested elements, stored",
    () => withPart({ name: "xl/sharedStrings.xml", data: nested("sst", 200_000), stored: true }),
  ],
  ["workbook-broken-xml", "an entity nobody declared", () => sheetOf("<row>&constructor;</row>")],
  ["workbook-broken-xml", "a sheet that is cut off", () => xml(SHEET, "<worksheet><sheetData><row>")],
  ["workbook-broken-xml", "a wrong end tag", () => sheetOf("<row><c></row></c>")],
  [
    "workbook-broken-xml",
    "bytes that are no text",
    () => withPart({ name: SHEET, data: Buffer.from("<worksheet>\xff</worksheet>", "latin1") }),
  ],
  ["workbook-broken-xml", "a control character", () => sheetOf(`<row><c><v>1\u0001</v></c></row>`)],
  ["workbook-broken-xml", "an empty sheet part", () => xml(SHEET, "")],
  ["workbook-broken-xml", "broken relations", () => xml("_rels/.rels", "<Relationships>")],
  ["workbook-broken-xml", "broken styles", () => xml("xl/styles.xml", "<styleSheet>&nbsp;</styleSheet>")],
  [
    "workbook-unsupported",
    "an encoding nobody knows",
    () => xml(SHEET, `<?xml version="1.0" encoding="klingon"?><worksheet/>`),
  ],
];

/** Places that no sheet has, and names that mean something to JavaScript or to a file system. */
export const PLACES_AND_NAMES: readonly HostileFile[] = [
  ["workbook-row-out-of-range", "row 0", () => sheetOf(`<row r="0"/>`)],
  ["workbook-row-out-of-range", "row 1,048,577", () => sheetOf(`<row r="1048577"/>`)],
  ["workbook-row-out-of-range", "row 4,294,967,295", () => sheetOf(`<row r="4294967295"/>`)],
  ["workbook-row-out-of-range", "a row below the last one", () => sheetOf(`<row r="1048576"/><row/>`)],
  ["workbook-row-out-of-range", "column XFE", () => sheetOf(`<row r="1"><c r="XFE1"/></row>`)],
  ["workbook-row-out-of-range", "a cell right of the last one", () => sheetOf(`<row r="1"><c r="XFD1"/><c/></row>`)],
  ["workbook-row-out-of-range", "cell A0", () => sheetOf(`<row><c r="A0"/></row>`)],
  ["workbook-row-out-of-range", "a merge beyond the last row", () => merging("A1:A1048577")],
  ["workbook-damaged", "the same cell twice", () => sheetOf(`<row r="1"><c r="A1"/><c r="A1"/></row>`)],
  ["workbook-damaged", "the same row twice", () => sheetOf(`<row r="1"/><row r="1"/>`)],
  ["workbook-damaged", "a cell of another row", () => sheetOf(`<row r="1"><c r="A2"/></row>`)],
  ["workbook-damaged", "a shared string that does not exist", () => sheetOf(`<row><c t="s"><v>0</v></c></row>`)],
  ["workbook-damaged", "__proto__ as a cell reference", () => sheetOf(`<row><c r="__proto__"/></row>`)],
  ["workbook-damaged", "__proto__ as a merge", () => merging("__proto__")],
  [
    "workbook-damaged",
    "__proto__ as a shared string's index",
    () => sheetOf(`<row><c t="s"><v>__proto__</v></c></row>`),
  ],
  [
    "ok",
    "__proto__ as a sheet's name",
    () => plainWorkbook({ sheets: Object.fromEntries([["__proto__", "<sheetData/>"]]) }),
  ],
  ["ok", "__proto__ as an entry's name", () => withPart({ name: "__proto__", data: `{"polluted":1}` })],
  ["ok", "__proto__ as an attribute", () => sheetOf(`<row __proto__="polluted"><c constructor="x"/></row>`)],
  ["workbook-damaged", "a name that leaves the package", () => withPart({ name: "../../evil.xml", data: "<a/>" })],
  [
    "workbook-damaged",
    "a name that leaves it with backslashes",
    () => withPart({ name: "xl\\..\\..\\evil", data: "" }),
  ],
  ["workbook-damaged", "a name from the root", () => withPart({ name: "/etc/passwd", data: "" })],
  ["workbook-damaged", "a name with a drive", () => withPart({ name: "C:\\evil.dll", data: "" })],
  ["workbook-damaged", "a name that stands twice", () => withPart({ name: "XL/Workbook.xml", data: "<a/>" })],
];

/** Legal things that are large on paper and must be cheap. */
export const CHEAP: readonly HostileFile[] = [
  ["ok", "a merge of the whole sheet", () => merging("A1:XFD1048576")],
  ["ok", "a merge of whole columns", () => merging("A:XFD")],
  ["ok", "a validation of the whole sheet", () => validating("A1:XFD1048576 C1:L1048576")],
  ["ok", "one cell at the far end", () => sheetOf(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)],
  ["ok", "a dimension of the whole sheet", () => sheetOf("", { after: `<dimension ref="A1:XFD1048576"/>` })],
  ["ok", "columns without end", () => sheetOf("", { after: `<cols><col min="1" max="2000000000"/></cols>` })],
  ["ok", "a row written backwards", () => sheetOf(`<row r="1">${backwards(16_384)}</row>`)],
];

function withPart(entry: RawEntry): Uint8Array {
  return plainWorkbook({ parts: [entry] });
}

function xml(name: string, content: string): Uint8Array {
  return withPart({ name, data: content });
}

function utf16(content: string): Uint8Array {
  return Buffer.from(`\uFEFF${content}`, "utf16le");
}

function nested(root: string, depth: number): string {
  return `<${root}>${"<g>".repeat(depth)}${"</g>".repeat(depth)}</${root}>`;
}

function merging(ref: string): Uint8Array {
  return sheetOf("", { after: `<mergeCells count="1"><mergeCell ref="${ref}"/></mergeCells>` });
}

function validating(ranges: string): Uint8Array {
  return sheetOf("", { after: `<dataValidations><dataValidation sqref="${ranges}"/></dataValidations>` });
}

function backwards(columns: number): string {
  const refs = Array.from({ length: columns }, (_, index) => formatReference(1, columns - index));
  return refs.map((ref) => `<c r="${ref}"/>`).join("");
}
