import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { publishExcel } from "../../shared/publishing/publish-excel.js";
import { openedSample } from "../support/opened-sample.js";
import { partsOf } from "../support/patching.js";
import { convertDocument, runPython } from "../support/tools.js";

const folder = mkdtempSync(path.join(tmpdir(), "gongkai-publish-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The sample as an accountant's: totals of 公开02表 are formulas over its rows and over a working sheet, an aside is one too. */
function withFormulas(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const name = "xl/worksheets/sheet2.xml";
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  const changed = xml
    .replace(/(<c r="E8" s="6">)<v>8040.84<\/v>/, "$1<f>SUM(F8,L8,G8:K8)-0.01+N(上年数!A1)</f><v>8040.84</v>")
    .replace(/(<c r="L9" s="6">)<v>166.42<\/v>/, "$1<f>[1]Sheet1!A1</f><v>166.42</v>")
    .replace(
      /(<c r="L8" s="6"><v>166.42<\/v><\/c>)/,
      `$1<c r="P8" t="str"><f>"共"&amp;说明要素!A1</f><v>共编号</v></c>`,
    );
  if (changed.match(/<f>/g)?.length !== 3) throw new Error("the sample has changed its cells");
  return zipSync({ ...parts, [name]: strToU8(changed) }, { mtime: "2020-01-01T12:00:00" });
}

const source = openedSample("sample.xlsx", withFormulas);

function published(): { readonly bytes: Uint8Array; readonly leftOut: readonly string[] } {
  const result = publishExcel(source.bytes, source.opened, "某局公开表");
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

describe("the published workbook", () => {
  test("has the forms' sheets, no working sheet, and values where formulas stood", () => {
    const { bytes, leftOut } = published();
    const parts = partsOf(bytes);
    expect(leftOut).toEqual(["上年数", "说明要素"]);
    expect(parts.text("xl/workbook.xml")?.match(/<sheet /g)).toHaveLength(13);
    const second = parts.text("xl/worksheets/sheet2.xml") ?? "";
    expect(second).toContain('<c r="E8" s="6"><v>8040.84</v></c>');
    expect(second).toContain('<c r="L9" s="6"><v>166.42</v></c>');
    expect(second).toContain("<v>共编号</v>");
    for (const name of parts.names) expect(parts.text(name), name).not.toMatch(/<f[ >]|上年数!|说明要素!/);
  });

  test("keeps what stands on the working sheets to itself, in every part", () => {
    const parts = partsOf(published().bytes);
    const strings = parts.text("xl/sharedStrings.xml") ?? "";
    const before = partsOf(source.bytes).text("xl/sharedStrings.xml") ?? "";
    const inner = [...source.opened.session.workbook.remarks.values()]
      .flatMap((text) => text.split("\n"))
      .filter((text) => text.length > 30 && before.includes(text));
    const shown = inner.filter((text) => strings.includes(text));
    // Some of them stand in 公开10表 and 公开11表 too.
    expect(inner.length - shown.length).toBeGreaterThan(10);
    for (const text of shown) expect(onForms(text), text).toBe(true);
  });

  test("opens in LibreOffice with identical figures and layout", () => {
    const [before, after] = [path.join(folder, "原稿.xlsx"), path.join(folder, "公开.xlsx")];
    writeFileSync(before, source.bytes);
    writeFileSync(after, published().bytes);
    const [one, two] = [before, after].map((file) => describeSheets(convertDocument(file, "ods", folder)));
    expect(two).toEqual(one);
    expect(JSON.stringify(two)).toContain("8,040.84");
    expect(Object.keys(two ?? {})).toHaveLength(13);
  });
});

function onForms(text: string): boolean {
  return [...source.opened.read.forms.values()].some(({ grid }) =>
    grid.content.cells.some((cell) => cell.text.includes(text)),
  );
}

const OFFICE = `
import sys, json, zipfile, hashlib, xml.etree.ElementTree as ET
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
zf = zipfile.ZipFile(sys.argv[1])
content, styles = ET.fromstring(zf.read("content.xml")), ET.fromstring(zf.read("styles.xml"))
looks = {}
for tree in (content, styles):
  for style in tree.iter(STYLE + "style"):
    looks[(style.get(STYLE + "family"), style.get(STYLE + "name"))] = style
pages = {p.get(STYLE + "name"): p for p in styles.iter(STYLE + "page-layout")}
masters = {m.get(STYLE + "name"): m for m in styles.iter(STYLE + "master-page")}
def shape(e): return [sorted((k, v) for k, v in e.attrib.items() if "name" not in k), (e.text or "").strip(), [shape(c) for c in e]]
def look(family, name):
  e = looks.get((family, name))
  return None if e is None else shape(e)
def row(e): return [look("table-row", e.get(TABLE + "style-name")), e.get(TABLE + "number-rows-repeated"), [cell(c) for c in e]]
def cell(e):
  skip = ("style-name", "formula", "value", "calcext")
  own = sorted((k.split("}")[1], v) for k, v in e.attrib.items() if not any(s in k for s in skip))
  return [e.tag.split("}")[1], own, look("table-cell", e.get(TABLE + "style-name")), "".join(e.itertext())]
out = {}
for sheet in content.iter(TABLE + "table"):
  name = sheet.get(TABLE + "name")
  if name in ("上年数", "说明要素") or name is None: continue
  style = looks[("table", sheet.get(TABLE + "style-name"))]
  master = masters[style.get(STYLE + "master-page-name")]
  page = shape(pages[master.get(STYLE + "page-layout-name")])
  columns = [[look("table-column", c.get(TABLE + "style-name")), c.get(TABLE + "number-columns-repeated")] for c in sheet.iter(TABLE + "table-column")]
  heads = [len(list(h)) for h in sheet.iter(TABLE + "table-header-rows")]
  rows = [row(r) for r in sheet.iter(TABLE + "table-row")]
  figures = [c[3] for r in rows for c in r[2] if c[3]]
  layout = json.dumps([page, columns, heads, rows], ensure_ascii=False)
  out[name] = {"page": page, "columns": len(columns), "heads": heads, "figures": figures, "layout": hashlib.sha256(layout.encode()).hexdigest()}
print(json.dumps(out, ensure_ascii=False))
`;

/** What LibreOffice makes of a workbook: of each sheet its page, columns, repeated heads, texts as shown, and all looks as a hash. */
function describeSheets(file: string): Readonly<Record<string, unknown>> {
  return JSON.parse(runPython(OFFICE, [file])) as Readonly<Record<string, unknown>>;
}
