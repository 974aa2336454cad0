import { FIRST_LINE, LAST_LINE, richSheet } from "./rich-sheet.js";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const TYPE = "application/vnd.openxmlformats-officedocument";

const relations = (...rows: readonly (readonly [string, string, string, boolean?])[]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
    .map(([id, type, target, external]) => {
      const full = type.startsWith("http") ? type : `${R}/${type}`;
      return `<Relationship Id="${id}" Type="${full}" Target="${target}"${external === true ? ' TargetMode="External"' : ""}/>`;
    })
    .join("")}</Relationships>`;

const strings = [
  "收入支出决算总表",
  "支出功能分类科目编码",
  "科目名称",
  "合计",
  "其中",
  "占比",
  "栏次",
  ...Array.from({ length: LAST_LINE - FIRST_LINE + 1 }, (_, index) => String(2010101 + index)),
  ...Array.from({ length: LAST_LINE - FIRST_LINE + 1 }, (_, index) => `科目 ${index + 1} & 其他`),
];

const sharedStrings = `${HEAD}<sst ${MAIN} count="60" uniqueCount="${strings.length + 1}">${strings
  .map((text) => `<si><t>${text.replaceAll("&", "&amp;")}</t></si>`)
  .join(
    "",
  )}<si><r><rPr><b/><sz val="11"/></rPr><t xml:space="preserve">重 </t></r><r><t>点</t></r><rPh sb="0" eb="1"><t>ジュウ</t></rPh><phoneticPr fontId="1"/></si></sst>`;

const border =
  '<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="double"/><diagonal/></border>';
const styles = `${HEAD}<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="176" formatCode="#,##0.00_ "/><numFmt numFmtId="177" formatCode="0.00\\%"/></numFmts><fonts count="3"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font><font><b/><sz val="22"/><name val="黑体"/><charset val="134"/></font><font><sz val="10"/><color theme="4"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor indexed="22"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${border}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment horizontal="center" vertical="center"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="2" borderId="1" xfId="0" applyBorder="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"><alignment indent="1"/></xf><xf numFmtId="176" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/><xf numFmtId="177" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="2"><dxf><font><color rgb="FF9C0006"/></font></dxf><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs><colors><indexedColors>${Array.from({ length: 64 }, (_, index) => `<rgbColor rgb="00${(index * 4 + 1).toString(16).padStart(2, "0").repeat(3)}"/>`).join("")}</indexedColors></colors></styleSheet>`;

const second = `${HEAD}<worksheet ${MAIN} xmlns:r="${R}"><sheetPr codeName="Sheet2"/><dimension ref="A1:F35"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="14.25"/><sheetData>
<row r="1"><c r="A1"><f>'公开01表 收支'!E7</f><v>1</v></c><c r="B1"><f>SUM('公开01表 收支'!E8:E20)</f><v>1</v></c><c r="C1"><f>SUM('公开01表 收支'!$E:$E)+SUM('公开01表 收支'!7:7)*0</f><v>1</v></c><c r="D1"><f>SUMIF('&#20844;开01表 收支'!$A$8:$A$20,"2010101",'公开01表 收支'!$E$8:$E$20)</f><v>1</v></c><c r="E1" t="str"><f>"'公开01表 收支'!E8"&amp;数据来源[[#Totals],[金额]]</f><v>x</v></c><c r="F1"><f>INDIRECT("'公开01表 收支'!E9")+合计数+SUM(明细)</f><v>1</v></c></row>
<row r="2"><c r="A2"><f>SUM('公开01表 收支:公开02表'!Z7)</f><v>0</v></c><c r="B2"><f t="shared" ref="B2:B14" si="0">'公开01表 收支'!E8*1</f><v>1</v></c><c r="C2"><f>[1]Sheet1!$A$9+'公开01表 收支'!E9</f><v>1</v></c></row>
${Array.from({ length: 12 }, (_, index) => `<row r="${index + 3}"><c r="A${index + 3}"><v>${index}</v></c><c r="B${index + 3}"><f t="shared" si="0"/><v>1</v></c></row>`).join("\n")}
<row r="30"><c r="A30" t="inlineStr"><is><t>编码</t></is></c><c r="B30" t="inlineStr"><is><t>金额</t></is></c><c r="C30" t="inlineStr"><is><t>两倍</t></is></c></row>
${Array.from({ length: 4 }, (_, index) => `<row r="${index + 31}"><c r="A${index + 31}"><v>${index}</v></c><c r="B${index + 31}"><v>${index}.5</v></c><c r="C${index + 31}"><f>B${index + 31}*2+'公开01表 收支'!$E$9*0</f><v>1</v></c></row>`).join("\n")}
<row r="35"><c r="A35" t="inlineStr"><is><t>汇总</t></is></c><c r="B35"><f>SUBTOTAL(109,数据来源[金额])</f><v>8</v></c></row>
</sheetData><conditionalFormatting sqref="A1:B14"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;'公开01表 收支'!$E$12</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="A3:A14"><formula1>'公开01表 收支'!$D$8:$D$20</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A14" location="'公开01表 收支'!E16" display="x"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`;

const table = `${HEAD}<table ${MAIN} id="1" name="数据来源" displayName="数据来源" ref="A30:C35" totalsRowCount="1"><autoFilter ref="A30:C34"/><tableColumns count="3"><tableColumn id="1" name="编码" totalsRowLabel="汇总"/><tableColumn id="2" name="金额" totalsRowFunction="sum"/><tableColumn id="3" name="两倍"><calculatedColumnFormula>B31*2+'公开01表 收支'!$E$9*0</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`;

const source = `${HEAD}<worksheet ${MAIN}><sheetData>${Array.from({ length: 9 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>来源${index}</t></is></c></row>`).join("")}</sheetData><sheetProtection password="83AF" sheet="1" objects="1" scenarios="1"/></worksheet>`;
const plain = (text: string): string =>
  `${HEAD}<worksheet ${MAIN}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c><c r="B1"><f>'公开01表 收支'!E20</f><v>1</v></c></row></sheetData></worksheet>`;

const chart = `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${R}"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>'公开01表 收支'!$F$4</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>其中</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:f>'公开01表 收支'!$D$8:$D$20</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>'公开01表 收支'!$F$8:$F$20</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="13"/><c:pt idx="0"><c:v>1</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;

const marker = (name: string, column: number, row: number, offset: number): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${offset}</xdr:rowOff></xdr:${name}>`;
const drawing = `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>${marker("from", 1, 22, 100)}${marker("to", 6, 36, 200)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${R}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor><xdr:twoCellAnchor editAs="oneCell">${marker("from", 13, 9, 5000)}${marker("to", 14, 13, 6000)}<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="公章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${R}" r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor><xdr:twoCellAnchor>${marker("from", 10, 11, 0)}${marker("to", 12, 15, 0)}<xdr:sp macro="" textlink="$E$14"><xdr:nvSpPr><xdr:cNvPr id="4" name="文本框"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>x</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

const comments = `${HEAD}<comments ${MAIN}><authors><author>审核人</author><author>tc={AAAAAAAA-1111-4111-8111-111111111111}</author></authors><commentList><comment ref="F9" authorId="0"><text><t>数字待核</t></text></comment><comment ref="G12" authorId="1"><text><t>[Threaded comment] 已核</t></text></comment><comment ref="H20" authorId="0"><text><r><rPr><b/></rPr><t>末行</t></r></text></comment></commentList></comments>`;
const threads = `${HEAD}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="G12" dT="2021-03-01T00:00:00.00" personId="{BBBBBBBB-1111-4111-8111-111111111111}" id="{AAAAAAAA-1111-4111-8111-111111111111}"><text>已核</text></threadedComment></ThreadedComments>`;
const persons = `${HEAD}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="审核人" id="{BBBBBBBB-1111-4111-8111-111111111111}" userId="x" providerId="None"/></personList>`;
const note = (id: number, column: number, row: number): string =>
  `<v:shape id="_x0000_s${1024 + id}" type="#_x0000_t202" style='position:absolute;visibility:hidden' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style='mso-direction-alt:auto'><div style='text-align:left'><br></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>\r\n    ${column + 1}, 15, ${row - 1}, 2, ${column + 3}, 15, ${row + 3}, 16</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
const vml = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${note(1, 5, 8)}${note(2, 6, 11)}${note(3, 7, 19)}</xml>`;

const S1 = "'公开01表 收支'";
const workbook = `${HEAD}<workbook ${MAIN} xmlns:r="${R}"><fileVersion appName="xl" lastEdited="7"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="124226"/><workbookProtection lockStructure="1"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000" activeTab="0"/></bookViews><sheets><sheet name="公开01表 收支" sheetId="3" r:id="rId1"/><sheet name="公开02表" sheetId="4" r:id="rId2"/><sheet name="数据&amp;来源" sheetId="7" r:id="rId3"/><sheet name="隐藏" sheetId="8" state="hidden" r:id="rId4"/><sheet name="深藏" sheetId="9" state="veryHidden" r:id="rId5"/></sheets><externalReferences><externalReference r:id="rId9"/></externalReferences><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${S1}!$A$6:$I$20</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">${S1}!$A$1:$I$21,${S1}!$A$25:$I$30</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${S1}!$A:$C,${S1}!$4:$6</definedName><definedName name="本表" localSheetId="0">${S1}!$E$9:$H$12</definedName><definedName name="本表" localSheetId="1">公开02表!$A$1:$B$14</definedName><definedName name="动态">OFFSET(${S1}!$E$8,0,0,COUNTA(${S1}!$D$8:$D$20),1)</definedName><definedName name="合计数">${S1}!$E$7</definedName><definedName name="暗" hidden="1">${S1}!$H$14</definedName><definedName name="税率" comment="说明">0.13</definedName><definedName name="外部">[1]Sheet1!$A$9</definedName><definedName name="明细">${S1}!$E$8:$E$20</definedName><definedName name="相对">${S1}!E12</definedName></definedNames><calcPr calcId="191029"/><extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>`;

const calcChain = `${HEAD}<calcChain ${MAIN}><c r="E7" i="3"/><c r="E8" i="3"/><c r="A1" i="4"/></calcChain>`;
const externalLink = `${HEAD}<externalLink ${MAIN}><externalBook xmlns:r="${R}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="9"><cell r="A9"><v>5</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`;
const custom = `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-11.1.0.10314</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="ICV"><vt:lpwstr>0A1B2C</vt:lpwstr></property></Properties>`;
const core = `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>决算公开</dc:title><dc:creator>财务</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2021-03-01T00:00:00Z</dcterms:created></cp:coreProperties>`;
const app = `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`;

const override = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="${type}"/>`;
const sheetType = `${TYPE}.spreadsheetml.worksheet+xml`;
const contentTypes = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="${TYPE}.spreadsheetml.printerSettings"/><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="vml" ContentType="${TYPE}.vmlDrawing"/><Default Extension="xml" ContentType="application/xml"/>${[
  override("xl/workbook.xml", `${TYPE}.spreadsheetml.sheet.main+xml`),
  ...[1, 2, 3, 4, 5].map((number) => override(`xl/worksheets/sheet${number}.xml`, sheetType)),
  override("xl/styles.xml", `${TYPE}.spreadsheetml.styles+xml`),
  override("xl/sharedStrings.xml", `${TYPE}.spreadsheetml.sharedStrings+xml`),
  override("xl/calcChain.xml", `${TYPE}.spreadsheetml.calcChain+xml`),
  override("xl/externalLinks/externalLink1.xml", `${TYPE}.spreadsheetml.externalLink+xml`),
  override("xl/drawings/drawing1.xml", `${TYPE}.drawing+xml`),
  override("xl/charts/chart1.xml", `${TYPE}.drawingml.chart+xml`),
  override("xl/comments1.xml", `${TYPE}.spreadsheetml.comments+xml`),
  override("xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml"),
  override("xl/persons/person.xml", "application/vnd.ms-excel.person+xml"),
  override("xl/tables/table1.xml", `${TYPE}.spreadsheetml.table+xml`),
  override("customXml/itemProps1.xml", `${TYPE}.customXmlProperties+xml`),
  override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
  override("docProps/app.xml", `${TYPE}.extended-properties+xml`),
  override("docProps/custom.xml", `${TYPE}.custom-properties+xml`),
].join("")}</Types>`;

const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const MS = "http://schemas.microsoft.com/office/2017/10/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata";

/** All parts of the rich workbook in the order in which Excel writes them. */
export function richParts(): ReadonlyMap<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ["[Content_Types].xml", contentTypes],
    [
      "_rels/.rels",
      relations(
        ["rId3", "extended-properties", "docProps/app.xml"],
        ["rId2", `${PACKAGE}/core-properties`, "docProps/core.xml"],
        ["rId1", "officeDocument", "xl/workbook.xml"],
        ["rId4", "custom-properties", "docProps/custom.xml"],
      ),
    ],
    ["xl/workbook.xml", workbook],
    [
      "xl/_rels/workbook.xml.rels",
      relations(
        ...[1, 2, 3, 4, 5].map((number) => [`rId${number}`, "worksheet", `worksheets/sheet${number}.xml`] as const),
        ["rId6", "styles", "styles.xml"],
        ["rId7", "sharedStrings", "sharedStrings.xml"],
        ["rId8", "calcChain", "calcChain.xml"],
        ["rId9", "externalLink", "externalLinks/externalLink1.xml"],
        ["rId10", `${MS}/person`, "persons/person.xml"],
        ["rId11", "customXml", "../customXml/item1.xml"],
      ),
    ],
    ["xl/worksheets/sheet1.xml", richSheet()],
    ["xl/worksheets/sheet2.xml", second],
    ["xl/worksheets/sheet3.xml", source],
    ["xl/worksheets/sheet4.xml", plain("隐藏")],
    ["xl/worksheets/sheet5.xml", plain("深藏")],
    [
      "xl/worksheets/_rels/sheet1.xml.rels",
      relations(
        ["rId1", "hyperlink", "https://example.org/?a=1&amp;b=2", true],
        ["rId2", "printerSettings", "../printerSettings/printerSettings1.bin"],
        ["rId3", "drawing", "../drawings/drawing1.xml"],
        ["rId4", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
        ["rId5", "comments", "../comments1.xml"],
        ["rId6", `${MS}/threadedComment`, "../threadedComments/threadedComment1.xml"],
      ),
    ],
    ["xl/worksheets/_rels/sheet2.xml.rels", relations(["rId1", "table", "../tables/table1.xml"])],
    ["xl/tables/table1.xml", table],
    ["xl/styles.xml", styles],
    ["xl/sharedStrings.xml", sharedStrings],
    ["xl/drawings/drawing1.xml", drawing],
    [
      "xl/drawings/_rels/drawing1.xml.rels",
      relations(["rId1", "chart", "../charts/chart1.xml"], ["rId2", "image", "../media/image1.png"]),
    ],
    ["xl/drawings/vmlDrawing1.vml", vml],
    ["xl/charts/chart1.xml", chart],
    ["xl/media/image1.png", Uint8Array.from(atob(PNG), (sign) => sign.charCodeAt(0))],
    ["xl/comments1.xml", comments],
    ["xl/threadedComments/threadedComment1.xml", threads],
    ["xl/persons/person.xml", persons],
    ["xl/printerSettings/printerSettings1.bin", Uint8Array.from({ length: 200 }, (_, index) => (index * 37) % 256)],
    ["xl/calcChain.xml", calcChain],
    ["xl/externalLinks/externalLink1.xml", externalLink],
    ["xl/externalLinks/_rels/externalLink1.xml.rels", relations(["rId1", "externalLinkPath", "other.xlsx", true])],
    [
      "customXml/item1.xml",
      '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>',
    ],
    [
      "customXml/itemProps1.xml",
      `${HEAD}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{CCCCCCCC-1111-4111-8111-111111111111}"><ds:schemaRefs/></ds:datastoreItem>`,
    ],
    ["customXml/_rels/item1.xml.rels", relations(["rId1", "customXmlProps", "itemProps1.xml"])],
    ["docProps/core.xml", core],
    ["docProps/app.xml", app],
    ["docProps/custom.xml", custom],
  ]);
}
