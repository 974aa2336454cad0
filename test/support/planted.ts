import { unzipSync, zipSync, type Zippable } from "fflate";
import { richParts } from "./rich-parts.js";

/** A name, an account and a path that stand nowhere in the published content of the workbook. */
export const PLANTED = ["张三丰", "zhangsanfeng", "机密盘"] as const;

const [PERSON, ACCOUNT, DISK] = PLANTED;
const PATH = `D:\\${DISK}\\${ACCOUNT}\\`;

const X15AC = "http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac";
const MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/** What is put where: each edit must find its place, else the test would hunt for what was never there. */
const EDITS: Readonly<Record<string, readonly (readonly [find: string | RegExp, put: string])[]>> = {
  "docProps/core.xml": [
    [
      /<dc:creator>[^<]*<\/dc:creator>/,
      `<dc:creator>${PERSON}</dc:creator><cp:lastModifiedBy>${ACCOUNT}</cp:lastModifiedBy><cp:revision>7</cp:revision><dc:description>${PATH}</dc:description>`,
    ],
  ],
  "docProps/app.xml": [
    [
      /<\/Properties>/,
      `<Manager>${PERSON}</Manager><Company>${ACCOUNT}</Company><HyperlinkBase>${PATH}</HyperlinkBase><Template>${PATH}a.xltx</Template></Properties>`,
    ],
  ],
  "docProps/custom.xml": [["2052-11.1.0.10314", PERSON]],
  "customXml/item1.xml": [["<b:Sources ", `<b:Sources a="${PERSON}" `]],
  "xl/workbook.xml": [
    [
      /<fileVersion [^>]*\/>/,
      `<fileVersion appName="xl"/><fileSharing readOnlyRecommended="1" userName="${PERSON}"/><mc:AlternateContent xmlns:mc="${MC}"><mc:Choice Requires="x15"><x15ac:absPath url="${PATH}" xmlns:x15ac="${X15AC}"/></mc:Choice></mc:AlternateContent>`,
    ],
    ['codeName="ThisWorkbook"', `codeName="${ACCOUNT}"`],
    ['<definedName name="税率" comment="说明">', `<definedName name="税率" comment="${PERSON}">`],
    ["</definedNames>", `<definedName name="位置">"${PATH}"</definedName></definedNames>`],
    [
      "<calcPr ",
      `<customWorkbookViews><customWorkbookView name="${PERSON} - 个人视图" guid="{00000000-1111-4111-8111-111111111111}" windowWidth="1" windowHeight="1" activeSheetId="3"/></customWorkbookViews><calcPr `,
    ],
    [
      /<extLst><ext /,
      `<webPublishObjects><webPublishObject id="1" divId="a" destinationFile="${PATH}a.htm"/></webPublishObjects><extLst><ext `,
    ],
  ],
  "xl/worksheets/sheet1.xml": [
    ["<!-- a comment ", `<!-- ${PERSON} `],
    ['codeName="Sheet1"', `codeName="${ACCOUNT}"`],
    ['name="可填"', `name="${PERSON}" securityDescriptor="${ACCOUNT}"`],
    ['tooltip="见表二"', `tooltip="${PERSON}"`],
    ['error="应为非负数"', `error="问${PERSON}" prompt="${ACCOUNT}"`],
    [
      "</sheetData>",
      `</sheetData><scenarios><scenario name="${PERSON}" user="${ACCOUNT}" comment="${PATH}" count="1"><inputCells r="F9" val="1"/></scenario></scenarios>`,
    ],
  ],
  "xl/worksheets/_rels/sheet1.xml.rels": [
    [
      "</Relationships>",
      `<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="file:///${PATH}a.xlsx" TargetMode="External"/></Relationships>`,
    ],
  ],
  "xl/worksheets/sheet2.xml": [[/<f>\[1\]Sheet1!\$A\$9[^<]*<\/f>/, `<f>'${PATH}[乙.xlsx]Sheet1'!$A$9</f>`]],
  "xl/worksheets/sheet3.xml": [["来源0", PERSON]],
  "xl/worksheets/sheet4.xml": [["隐藏", ACCOUNT]],
  "xl/sharedStrings.xml": [["</sst>", `<si><t>${PERSON}</t></si></sst>`]],
  "xl/styles.xml": [
    [
      /<cellStyle name="常规" [^>]*\/>/,
      `<cellStyle name="常规" xfId="0" builtinId="0"/><cellStyle name="${PERSON}" xfId="0"/>`,
    ],
    [
      "</styleSheet>",
      `<extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}">${ACCOUNT}</ext></extLst></styleSheet>`,
    ],
  ],
  "xl/drawings/drawing1.xml": [
    ['name="公章"', `name="${PERSON}" descr="${PATH}公章.png" title="${ACCOUNT}"`],
    ['macro="" textlink="$E$14"', `macro="[0]!${ACCOUNT}" textlink="'${PATH}[乙.xlsx]A'!$A$1"`],
  ],
  "xl/charts/chart1.xml": [
    ["'公开01表 收支'!$F$4", `'${PATH}[1]A'!$F$4`],
    [
      "</c:chart></c:chartSpace>",
      `</c:chart><c:printSettings><c:headerFooter><c:oddHeader>${PERSON}</c:oddHeader></c:headerFooter></c:printSettings></c:chartSpace>`,
    ],
  ],
  "xl/tables/table1.xml": [['name="数据来源" ', `comment="${PERSON}" name="数据来源" `]],
  "xl/comments1.xml": [["审核人", PERSON]],
  "xl/threadedComments/threadedComment1.xml": [["已核", PERSON]],
  "xl/persons/person.xml": [["审核人", PERSON]],
  "xl/drawings/vmlDrawing1.vml": [["text-align:left", `text-align:left;${ACCOUNT}`]],
  "xl/externalLinks/_rels/externalLink1.xml.rels": [["other.xlsx", `file:///${PATH}other.xlsx`]],
};

/** Whole parts that are put in, with the traces of persons they hold. */
const ADDED: Readonly<Record<string, string>> = {
  "xl/printerSettings/printerSettings1.bin": `\\\\${ACCOUNT}\\打印机`,
  "docProps/thumbnail.jpeg": PERSON,
};

/** The rich workbook with a person, an account and a path in every place that programs and people put them. */
export function plantedWorkbook(): Uint8Array {
  const zip: Zippable = {};
  const edits = new Map(Object.entries(EDITS));
  for (const [name, content] of richParts()) {
    let text = content;
    for (const [find, put] of edits.get(name) ?? []) {
      if (typeof text !== "string" || text.search(find instanceof RegExp ? find : literally(find)) < 0)
        throw new Error(`nothing to plant into: ${name} ${String(find)}`);
      text = text.replace(find, () => put);
    }
    edits.delete(name);
    const picture = name.endsWith(".png") && typeof content !== "string" ? withText(content) : text;
    zip[name] = typeof picture === "string" ? new TextEncoder().encode(picture) : picture;
  }
  if (edits.size > 0) throw new Error(`no such parts: ${[...edits.keys()].join(", ")}`);
  for (const [name, text] of Object.entries(ADDED)) zip[name] = new TextEncoder().encode(text);
  return zipSync(zip, {
    mtime: "2021-03-01T12:00:00",
    comment: PERSON,
    extra: { 0x7875: new TextEncoder().encode(ACCOUNT) },
  });
}

/** A PNG with a text chunk, as editing programs write the author into one. */
export function withText(png: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(`Author\0${ACCOUNT}`);
  const chunk = new Uint8Array(12 + text.length);
  new DataView(chunk.buffer).setUint32(0, text.length);
  chunk.set(new TextEncoder().encode("tEXt"), 4);
  chunk.set(text, 8);
  const end = png.length - 12;
  return Uint8Array.from([...png.subarray(0, end), ...chunk, ...png.subarray(end)]);
}

/** Where any of the planted words still stands: in a part's bytes or name, or between the parts. */
export function found(bytes: Uint8Array): readonly string[] {
  const parts = Object.entries(unzipSync(bytes));
  const texts: readonly (readonly [string, string])[] = [
    ...parts.map(([name, content]) => [name, new TextDecoder().decode(content)] as const),
    ["zip", new TextDecoder().decode(bytes)],
    ...parts.map(([name]) => [`name of ${name}`, name] as const),
  ];
  return texts.flatMap(([name, text]) =>
    PLANTED.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`),
  );
}

function literally(text: string): RegExp {
  return new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
}
