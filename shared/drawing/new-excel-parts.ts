import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate/browser";

/** Any fixed time does; zips cannot say none. Read and written as local time, so the bytes do not depend on the zone. */
const FIXED_TIME = "2020-01-01T12:00:00";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Properties that say nothing, in place of a program, a person and the time of writing. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  [
    "docProps/core.xml",
    `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`,
  ],
  [
    "docProps/app.xml",
    `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`,
  ],
]);

/**
 * Settles what exceljs wrote: puts the digits of numbers in the places kept for them, makes `face` the workbook's own
 * typeface (its digits are the unit of column widths), and takes away everything that differs from one writing to the next.
 */
export function settle(written: Uint8Array, numbers: readonly string[], face: string): Uint8Array {
  const parts = unzipSync(written, { filter: ({ name }) => !name.endsWith("/") });
  const settled: Zippable = {};
  for (const name of Object.keys(parts).sort(byPackageOrder)) {
    const bytes = parts[name] ?? new Uint8Array();
    if (name.startsWith("xl/worksheets/sheet")) settled[name] = strToU8(withDigits(strFromU8(bytes), numbers));
    else if (name === "xl/styles.xml") settled[name] = strToU8(withFace(strFromU8(bytes), face));
    else settled[name] = PROPERTIES.has(name) ? strToU8(PROPERTIES.get(name) ?? "") : bytes;
  }
  return zipSync(settled, { level: 6, mtime: FIXED_TIME });
}

/** The content types come first, as readers that stream expect; the rest follows in code point order. */
function byPackageOrder(first: string, second: string): number {
  const rank = (name: string): string => (name === "[Content_Types].xml" ? "" : name);
  return rank(first) < rank(second) ? -1 : 1;
}

/** exceljs writes a number as `<c r="A1" s="3"><v>17</v></c>`, and only numbers without `t`. */
function withDigits(xml: string, numbers: readonly string[]): string {
  return xml.replace(/(<c r="[A-Z]+\d+"(?: s="\d+")?><v>)(\d+)(?=<\/v>)/g, (_, cell: string, place: string) => {
    const digits = numbers[Number.parseInt(place, 10)];
    if (digits === undefined) throw new RangeError(`no number ${place}`);
    return cell + digits;
  });
}

/** The first font of a workbook is its own; exceljs always writes Calibri there. */
function withFace(xml: string, face: string): string {
  return xml.replace(
    /<fonts([^>]*)><font>.*?<\/font>/,
    `<fonts$1><font><sz val="11"/><name val="${face}"/><charset val="134"/></font>`,
  );
}
