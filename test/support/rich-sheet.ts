/** The first sheet of the rich workbook: a public table with everything an accountant, Excel and WPS leave behind in one. */
const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" ' +
  'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"';
const X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';
const XM = 'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';

/** The first and last row of code lines in the table. */
export const FIRST_LINE = 8;
export const LAST_LINE = 20;

const figure = (row: number, column: number): string => (((row * 7919 + column * 104729) % 99991) / 100).toFixed(2);

function lines(): string {
  const rows: string[] = [];
  for (let row = FIRST_LINE; row <= LAST_LINE; row++) {
    const [f, g, h] = [figure(row, 6), figure(row, 7), figure(row, 8)];
    const total = (Number(f) + Number(g) + Number(h)).toFixed(2);
    const shared = row === FIRST_LINE ? ` ref="E8:E20" si="0">SUM(F8:H8)</f>` : ' si="0"/>';
    const share = row === FIRST_LINE ? ` ref="I8:I20" si="1">IF(E$7=0,0,E8/E$7)</f>` : ' si="1"/>';
    const outline = row === 9 || row === 10 ? ' outlineLevel="1"' : "";
    const hidden = row === 18 ? ' hidden="1"' : "";
    rows.push(
      `<row r="${row}" spans="1:16" ht="19.5" customHeight="1"${outline}${hidden} x14ac:dyDescent="0.15">`,
      `<c r="A${row}" s="4" t="s"><v>${row - 1}</v></c><c r="B${row}" s="4"/><c r="C${row}" s="4"/><c r="D${row}" s="5" t="s"><v>${row + 12}</v></c>`,
      `<c r="E${row}" s="6"><f t="shared"${shared}<v>${total}</v></c>`,
      `<c r="F${row}" s="6"><v>${f}</v></c><c r="G${row}" s="6"><v>${row === 12 ? `${g}00000000004` : g}</v></c><c r="H${row}" s="6"><v>${h}</v></c>`,
      `<c r="I${row}" s="7"><f t="shared"${share}<v>0.05</v></c>`,
      row === 17 ? `<c r="K17" s="6"><f t="array" ref="K17:K19">F17:F19*2</f><v>1</v></c>` : "",
      row === 18 || row === 19 ? `<c r="K${row}" s="6"><v>2</v></c>` : "",
      `<c r="L${row}" s="6"><f t="array" ref="L${row}">SUM(F${row}:H${row}*1)</f><v>${total}</v></c>`,
      row === 16 ? '<c r="O16" s="6"><f>SUM(E8:E15)</f><v>0</v></c>' : "",
      "</row>\n",
    );
  }
  return rows.join("");
}

const HEAD = `<row r="1" spans="1:9" ht="33" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row>
<row r="2" spans="1:9"><c r="I2" s="2" t="inlineStr"><is><t>公开01表</t></is></c></row>
<row r="3" spans="1:9"><c r="A3" s="2" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">部门： </t></r><r><t>某局</t></r></is></c><c r="I3" s="2" t="inlineStr"><is><t>金额单位：万元</t></is></c></row>
<row r="4" spans="1:9"><c r="A4" s="3" t="s"><v>1</v></c><c r="B4" s="3"/><c r="C4" s="3"/><c r="D4" s="3" t="s"><v>2</v></c><c r="E4" s="3" t="s"><v>3</v></c><c r="F4" s="3" t="s"><v>4</v></c><c r="G4" s="3"/><c r="H4" s="3"/><c r="I4" s="3" t="s"><v>5</v></c></row>
<row r="5" spans="1:9"><c r="A5" s="3" t="inlineStr"><is><t>类</t></is></c><c r="B5" s="3" t="inlineStr"><is><t>款</t></is></c><c r="C5" s="3" t="inlineStr"><is><t>项</t></is></c><c r="F5" s="3"><v>1</v></c></row>
<row r="6" spans="1:9"><c r="D6" s="3" t="s"><v>6</v></c><c r="E6" s="3"><v>1</v></c><c r="F6" s="3"><v>2</v></c><c r="G6" s="3"><v>3</v></c><c r="H6" s="3"><v>4</v></c><c r="I6" s="3"><v>5</v></c></row>
<row r="7" spans="1:16"><c r="A7" s="3" t="inlineStr"><is><t>合计</t></is></c><c r="E7" s="6"><f>SUM(E8:E20)</f><v>1</v></c><c r="F7" s="6"><f>SUM(F8:F20)</f><v>1</v></c><c r="G7" s="6"><f>SUM(G8:G20)</f><v>1</v></c><c r="H7" s="6"><f>SUMIF(A8:A20,"&gt;0",H8:H20)+SUM(H8:H20)</f><v>1</v></c><c r="I7" s="7"><f>SUM(I8:I20)</f><v>1</v></c></row>
`;

const FOOT = `<row r="21" spans="1:9"><c r="A21" s="2" t="inlineStr"><is><t>注：本表反映部门本年度收支。</t></is></c></row>
<row r="25" spans="1:9"><c r="A25" s="2"><f>COUNTA(D8:D20)</f><v>13</v></c><c r="B25"><f>LOG10(100)+A1048576+SUM(5:6)+SUM($E:$E)*0</f><v>2</v></c><c r="C25" t="str"><f>"E8:E20 "&amp;TEXT(E9,"0.00")&amp;INDEX(D8:D20,3):D12</f><v>x</v></c></row>
<row r="30" spans="1:9"><c r="A30" s="2"><v>1</v></c><c r="I30" s="2"><v>2</v></c></row>
`;

const MERGES = ["A1:I1", "A4:C4", "D4:D5", "E4:E5", "F4:H4", "I4:I5", "A7:D7", "A21:I21", "J8:J10"];

function merges(): string {
  const rows = Array.from(
    { length: LAST_LINE - FIRST_LINE + 1 },
    (_, index) => `A${FIRST_LINE + index}:C${FIRST_LINE + index}`,
  );
  const all = [...MERGES, ...rows];
  return `<mergeCells count="${all.length}">${all.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
}

const FORMATS = `<conditionalFormatting sqref="E8:E20"><cfRule type="cellIs" dxfId="0" priority="1" stopIfTrue="1" operator="greaterThan"><formula>$E$7/2</formula></cfRule></conditionalFormatting>
<conditionalFormatting sqref="F8:H20 A8:C20"><cfRule type="expression" dxfId="1" priority="2"><formula>AND($E8&gt;1500,F8&gt;$E$7/20)</formula></cfRule></conditionalFormatting>
<conditionalFormatting sqref="G8:G20"><cfRule type="colorScale" priority="3"><colorScale><cfvo type="min"/><cfvo type="formula" val="$E$7"/><color rgb="FFF8696B"/><color rgb="FF63BE7B"/></colorScale></cfRule></conditionalFormatting>
<conditionalFormatting sqref="H8:H20"><cfRule type="dataBar" priority="4"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext ${X14} uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{11111111-1111-4111-8111-111111111111}</x14:id></ext></extLst></cfRule></conditionalFormatting>
<conditionalFormatting sqref="A16"><cfRule type="expression" dxfId="1" priority="5"><formula>E16=0</formula></cfRule></conditionalFormatting>`;

const VALIDATIONS = `<dataValidations count="4"><dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" error="应为非负数" sqref="F8:H20"><formula1>0</formula1></dataValidation>
<dataValidation type="list" allowBlank="1" sqref="N8:N20"><formula1>"是,否"</formula1></dataValidation>
<dataValidation type="custom" sqref="E7"><formula1>E7=SUM(E8:E20)</formula1></dataValidation>
<dataValidation type="list" allowBlank="1" sqref="J12:J14"><formula1>$D$8:$D$20</formula1></dataValidation></dataValidations>`;

const EXTENSIONS = `<extLst><ext ${X14} uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting ${XM}><x14:cfRule type="dataBar" id="{11111111-1111-4111-8111-111111111111}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="autoMin"/><x14:cfvo type="formula"><xm:f>$E$7</xm:f></x14:cfvo><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>H8:H20</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>
<ext ${X14} uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations ${XM} count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>'数据&amp;来源'!$A$2:$A$9</xm:f></x14:formula1><xm:sqref>D8:D20</xm:sqref></x14:dataValidation></x14:dataValidations></ext>
<ext ${X14} uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups ${XM}><x14:sparklineGroup displayEmptyCellsAs="gap"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>'公开01表 收支'!F8:H8</xm:f><xm:sqref>M8</xm:sqref></x14:sparkline><x14:sparkline><xm:f>'公开01表 收支'!F14:H14</xm:f><xm:sqref>M14</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`;

/** The XML of the sheet, line ends and all as a mix of writers leaves them. */
export function richSheet(): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r
<worksheet ${NAMESPACES} xr:uid="{00000000-0001-0000-0000-000000000000}"><!-- a comment with <row r="9"> in it --><sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:O30"/><sheetViews><sheetView tabSelected="1" view="pageBreakPreview" zoomScaleNormal="100" zoomScaleSheetLayoutView="85" workbookViewId="0"><pane xSplit="4" ySplit="7" topLeftCell="E8" activePane="bottomRight" state="frozen"/><selection pane="topRight" activeCell="E1" sqref="E1"/><selection pane="bottomLeft" activeCell="A8" sqref="A8"/><selection pane="bottomRight" activeCell="F15" sqref="F15 H12:H14"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.25" outlineLevelRow="1" x14ac:dyDescent="0.15"/><cols><col min="1" max="3" width="4.375" customWidth="1"/><col min="4" max="4" width="32.875" customWidth="1"/><col min="5" max="9" width="15.625" style="6" customWidth="1"/><col min="15" max="15" width="9" hidden="1" customWidth="1"/></cols><sheetData>
${HEAD}${lines()}${FOOT}</sheetData><protectedRanges><protectedRange sqref="F8:H20" name="可填"/></protectedRanges><autoFilter ref="A6:I20"/>${merges()}<phoneticPr fontId="1" type="noConversion"/>${FORMATS}${VALIDATIONS}<hyperlinks><hyperlink ref="D21" r:id="rId1"/><hyperlink ref="D9" location="公开02表!A5" tooltip="见表二" display="见表二"/><hyperlink ref="D12" location="'公开01表 收支'!E14"/></hyperlinks><printOptions horizontalCentered="1"/><pageMargins left="0.59" right="0.59" top="0.79" bottom="0.79" header="0.31" footer="0.31"/><pageSetup paperSize="9" firstPageNumber="3" fitToHeight="0" orientation="landscape" useFirstPageNumber="1" r:id="rId2"/><headerFooter differentOddEven="1" scaleWithDoc="0"><oddFooter>&amp;C第 &amp;P 页</oddFooter><evenFooter>&amp;L— &amp;P —</evenFooter></headerFooter><rowBreaks count="3" manualBreakCount="2"><brk id="11" max="16383" man="1"/><brk id="15" max="8" man="1"/><brk id="20" max="16383"/></rowBreaks><colBreaks count="1" manualBreakCount="1"><brk id="9" max="1048575" man="1"/></colBreaks><ignoredErrors><ignoredError sqref="A8:C20" numberStoredAsText="1"/></ignoredErrors><drawing r:id="rId3"/><legacyDrawing r:id="rId4"/>${EXTENSIONS}</worksheet>`;
}
