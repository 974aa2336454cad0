import { deflateRawSync } from "node:zlib";
import { MB, blanks, noise, packedBlanks, paddedBlanks, repeatedText } from "./bombs.js";
import type { HostileFile } from "./hostile-file.js";
import { part, plainWorkbook, relations, sheetOf, workbookEntries } from "./plain-workbook.js";
import { type RawEntry, rawZip } from "./raw-zip.js";

const SHEET = "xl/worksheets/sheet1.xml";
const WHOLE = sheetOf(`<row r="1"><c r="A1"><v>16726725.44</v></c><c r="B1"><v>0.1</v></c></row>`);

/** Not a zip at all, or an office file of another kind. */
export const OTHER_KINDS: readonly HostileFile[] = [
  ["file-empty", "empty", () => new Uint8Array(0)],
  ["not-a-workbook", "one byte", () => text("P")],
  ["not-a-workbook", "plain text", () => text("部门,收入\n人力资源,8300.02\n")],
  ["not-a-workbook", "random bytes", () => noise(5000)],
  ["not-a-workbook", "a PDF", () => text("%PDF-1.7\n1 0 obj\n")],
  ["legacy-workbook", "an .xls", () => compoundFile("Workbook")],
  ["encrypted-workbook", "a workbook with a password", () => compoundFile("EncryptedPackage")],
  ["not-a-workbook", "a .docx", wordDocument],
  ["not-a-workbook", "some zip", () => zipOf("photo.xml", "notes/a.xml")],
  ["not-a-workbook", "an empty zip", () => rawZip([])],
  ["workbook-unsupported", "an .ods", openDocument],
  ["workbook-unsupported", "an .xlsb", binaryWorkbook],
  ["ok", "an .xlsm", () => withPart({ name: "xl/vbaProject.bin", data: noise(3000) })],
  ["file-too-large", "more than 50 MB", () => Buffer.concat([WHOLE, Buffer.alloc(50 * MB)])],
];

/** Cut off, or bytes changed on the way. */
export const DAMAGED: readonly HostileFile[] = [
  ["workbook-truncated", "only the first four bytes", () => WHOLE.subarray(0, 4)],
  ["workbook-truncated", "the first half", () => WHOLE.subarray(0, WHOLE.length / 2)],
  ["workbook-truncated", "without the last byte", () => WHOLE.subarray(0, -1)],
  ["workbook-truncated", "without the last 30 bytes", () => WHOLE.subarray(0, -30)],
  ["not-a-workbook", "without the beginning", () => WHOLE.subarray(100)],
  ["workbook-damaged", "ten bytes lost in the middle", () => without(WHOLE, 200, 10)],
  ["workbook-damaged", "something appended", () => Buffer.concat([WHOLE, text("more")])],
  ["workbook-damaged", "a wrong CRC, stored", () => lying({ stored: true, both: { crc: 7 } })],
  ["workbook-damaged", "a wrong CRC, deflated", () => lying({ both: { crc: 7 } })],
  ["workbook-damaged", "a figure changed in a stored entry", alteredFigure],
  ["workbook-damaged", "corrupt deflate", () => lying({ packed: noise(400) })],
  ["workbook-damaged", "deflate that ends too early", () => lying({ packed: packedBlanks(1).subarray(0, 50) })],
  ["workbook-damaged", "no deflated byte at all", () => lying({ packed: new Uint8Array(0) })],
];

/** Encrypted entries and methods that nothing here can unpack. */
export const OTHER_PACKING: readonly HostileFile[] = [
  ["encrypted-workbook", "an encrypted entry", () => lying({ both: { flags: 1 } })],
  ["encrypted-workbook", "an entry encrypted by its local header", () => lying({ local: { flags: 1 } })],
  ["encrypted-workbook", "an AES entry", () => lying({ both: { method: 99 } })],
  ["workbook-unsupported", "an entry packed by bzip2", () => lying({ both: { method: 12 } })],
];

/** Headers that do not say the truth. */
export const LIES: readonly HostileFile[] = [
  [
    "workbook-damaged",
    "100 MB that call themselves 10 bytes",
    () => lying({ packed: packedBlanks(100), both: { size: 10 } }),
  ],
  [
    "workbook-damaged",
    "10 GB that call themselves 10 bytes",
    () => lying({ packed: packedBlanks(10_000), both: { size: 10 } }),
  ],
  ["workbook-damaged", "2 MB that call themselves 1 MB", () => lying({ packed: packedBlanks(2), both: { size: MB } })],
  [
    "workbook-damaged",
    "10 bytes that call themselves 900 kB",
    () => lying({ data: "ten bytes.", both: { size: 900_000 } }),
  ],
  [
    "workbook-bomb",
    "10 bytes that call themselves 100 MB",
    () => lying({ data: "ten bytes.", both: { size: 100 * MB } }),
  ],
  ["workbook-damaged", "a size that lies in the central directory", () => lying({ central: { size: 10 } })],
  ["workbook-damaged", "a size that lies in the local header", () => lying({ local: { size: 10 } })],
  ["workbook-damaged", "a packed size that lies in the local header", () => lying({ local: { packedSize: 1 } })],
  ["workbook-damaged", "a packed size beyond the file", () => lying({ both: { packedSize: 5 * MB } })],
  ["workbook-damaged", "a CRC that lies in the local header", () => lying({ local: { crc: 7 } })],
  ["workbook-damaged", "another name in the local header", () => lying({ local: { name: "xl/other.xml" } })],
  ["workbook-damaged", "another method in the local header", () => lying({ local: { method: 0 } })],
  ["workbook-damaged", "a stored entry of another size", () => lying({ stored: true, both: { size: 10 } })],
  ["workbook-damaged", "a descriptor that lies", () => lying({ descriptor: 4, following: { size: 10 } })],
  ["workbook-damaged", "an end record that counts fewer entries", () => rawZip(workbookEntries(), { count: 3 })],
  ["workbook-damaged", "an end record that counts more entries", () => rawZip(workbookEntries(), { count: 50 })],
  [
    "workbook-damaged",
    "two end records that disagree",
    () => rawZip(workbookEntries(), { zip64: true, narrowCount: 3 }),
  ],
  ["ok", "two end records that agree", () => rawZip(workbookEntries(), { zip64: true })],
  ["workbook-damaged", "a directory that is shorter", () => rawZip(workbookEntries(), { size: 100 })],
  ["workbook-damaged", "a directory that begins elsewhere", () => rawZip(workbookEntries(), { start: 30 })],
  ["workbook-damaged", "a directory beyond the file", () => rawZip(workbookEntries(), { start: 0xffff_fff0 })],
];

/** Far more inside than outside. */
export const BOMBS: readonly HostileFile[] = [
  ["workbook-bomb", "100 MB of blanks", () => withPart(blanks(SHEET, 100))],
  ["workbook-bomb", "400 MB of blanks", () => withPart(blanks(SHEET, 400))],
  ["workbook-bomb", "1 GB of blanks", () => withPart(blanks("docProps/thumbnail.jpeg", 1000))],
  ["workbook-bomb", "10 GB of blanks, zip64", () => withPart(blanks(SHEET, 10_000))],
  [
    "workbook-bomb",
    "10 GB in 100 entries",
    () => rawZip(Array.from({ length: 100 }, (_, index) => blanks(`n${index}`, 100))),
  ],
  ["workbook-bomb", "a size that no number holds, zip64", () => lying({ both: { size: 2 ** 62 } })],
  ["workbook-bomb", "150 MB at a harmless ratio", () => withPart(paddedBlanks(SHEET, 150))],
  [
    "workbook-bomb",
    "three times 80 MB at a harmless ratio",
    () => rawZip(["a", "b", "c"].map((name) => paddedBlanks(name, 80))),
  ],
  ["workbook-damaged", "90 MB at a harmless ratio, padded", () => withPart(paddedBlanks(SHEET, 90))],
  [
    "workbook-bomb",
    "90 MB of rows at a harmless ratio",
    () => withPart(repeatedText(SHEET, "<worksheet><sheetData>", `<row>${"<c/>".repeat(600)}</row>`, 90)),
  ],
  ["workbook-bomb", "190 MB at a harmless ratio, rows among them", manyRows],
  [
    "workbook-broken-xml",
    "90 MB of one text",
    () => withPart(repeatedText(SHEET, "<worksheet>", "a text without an end ".repeat(100), 90)),
  ],
  ["workbook-bomb", "60,000 entries", () => rawZip(many(60_000))],
  ["workbook-bomb", "70,000 entries, zip64", () => rawZip(many(70_000))],
  ["workbook-bomb", "60,000 entries that call themselves 5", () => rawZip(many(60_000), { count: 5 })],
  ["workbook-damaged", "one header for two entries", sharedHeader],
  ["workbook-damaged", "headers quoted inside another entry", quotedOverlap],
  ["workbook-damaged", "an entry that reaches into the next", reachingOver],
];

/** An entry beside a whole workbook whose fields are not what they should be. */
function lying(fields: Partial<RawEntry>): Uint8Array {
  return withPart({ name: "xl/theme/theme1.xml", data: "<theme/>".repeat(50), ...fields });
}

function withPart(entry: RawEntry): Uint8Array {
  return plainWorkbook({ parts: [entry] });
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function zipOf(...names: readonly string[]): Uint8Array {
  return rawZip(names.map((name) => part(name, "<a/>")));
}

function many(count: number): readonly RawEntry[] {
  return Array.from({ length: count }, (_, index) => ({ name: `n${index}.txt`, data: "x", stored: true }));
}

function without(bytes: Uint8Array, from: number, count: number): Uint8Array {
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + count)]);
}

/** The beginning of an OLE2 file: its header, then the folder with the names of its streams in UTF-16. */
function compoundFile(stream: string): Uint8Array {
  const bytes = Buffer.alloc(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.write("Root Entry", 2048, "utf16le");
  bytes.write(stream, 2048 + 3 * 128, "utf16le");
  return bytes;
}

function wordDocument(): Uint8Array {
  const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return rawZip([
    part("_rels/.rels", relations([["rId1", "officeDocument", "word/document.xml"]])),
    part("word/document.xml", `<w:document xmlns:w="${main}"><w:body/></w:document>`),
  ]);
}

function openDocument(): Uint8Array {
  const mimetype = "application/vnd.oasis.opendocument.spreadsheet";
  return rawZip([{ name: "mimetype", data: mimetype, stored: true }, part("content.xml", "<document-content/>")]);
}

function binaryWorkbook(): Uint8Array {
  const main = part("_rels/.rels", relations([["rId1", "officeDocument", "xl/workbook.bin"]]));
  return rawZip([main, { name: "xl/workbook.bin", data: noise(500) }]);
}

/** A figure of a stored sheet becomes another one of the same length. */
function alteredFigure(): Uint8Array {
  const stored = rawZip(
    workbookEntries({ sheets: { 表1: "<v>8300.02</v>" } }).map((entry) => ({ ...entry, stored: true })),
  );
  const bytes = Buffer.from(stored);
  bytes.write("9300.02", bytes.indexOf("8300.02"));
  return bytes;
}

function sharedHeader(): Uint8Array {
  return rawZip([part("a.xml", "<a/>"), { ...part("b.xml", "<a/>"), recordOnly: true, offset: 0 }]);
}

/** As much as the limits allow, in parts that are read and parts that are not. */
function manyRows(): Uint8Array {
  const others = ["docProps/a.xml", "docProps/b.xml"].map((name) => repeatedText(name, "<a>", "<b/>".repeat(600), 48));
  const sheet = repeatedText(SHEET, "<worksheet><sheetData>", `<row>${"<c/>".repeat(600)}</row>`, 90);
  return plainWorkbook({ parts: [...others, sheet] });
}

/** The first entry's data quotes the header of the second and then holds the very bytes that the second is made of. */
function quotedOverlap(): Uint8Array {
  const inner = { name: "b.txt", data: text("figures ".repeat(100)) };
  const whole = rawZip([inner]);
  const header = whole.subarray(0, 30 + inner.name.length);
  const packed = whole.subarray(header.length, whole.length - (46 + inner.name.length) - 22);
  const quote = Buffer.from([0, header.length, 0, ~header.length & 0xff, 0xff]);
  const outer: RawEntry = {
    name: "a.txt",
    data: Buffer.concat([header, inner.data]),
    packed: Buffer.concat([quote, header, packed]),
  };
  return rawZip([outer, { ...inner, recordOnly: true, offset: 30 + 5 + quote.length }]);
}

/** The first entry claims bytes of the second as well; its deflated data ends before them. */
function reachingOver(): Uint8Array {
  const first = part("a.xml", "<a/>");
  const packed = deflateRawSync(Buffer.from(first.data));
  return rawZip([{ ...first, packed, both: { packedSize: packed.length + 20 } }, part("b.xml", "<a/>")]);
}
