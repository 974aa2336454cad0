import { describe, expect, test } from "vitest";
import type { SheetOperation } from "../../shared/patching/patch-excel.js";
import { partsOf, partText, patchRich, richBytes } from "../support/patching.js";

const SHEET = "xl/worksheets/sheet1.xml";
const OTHER = "xl/worksheets/sheet2.xml";
const VML = "xl/drawings/vmlDrawing1.vml";
const DRAWING = "xl/drawings/drawing1.xml";

const insert = (after: number, count: number, like = after): SheetOperation => ({
  kind: "insert-rows",
  after,
  count,
  like,
});
const remove = (first: number, count = 1): SheetOperation => ({ kind: "remove-rows", first, count });

describe("two rows put in below row 12 of the rich workbook, like row 12", () => {
  const bytes = patchRich([insert(12, 2)]);

  test.each<[string, string, string]>([
    [
      "a new row has height, styles and row formulas, no values",
      SHEET,
      '<row r="14" spans="1:16" ht="19.5" customHeight="1" x14ac:dyDescent="0.15"><c r="A14" s="4"/><c r="B14" s="4"/><c r="C14" s="4"/><c r="D14" s="5"/><c r="E14" s="6"><f>SUM(F14:H14)</f></c><c r="F14" s="6"/><c r="G14" s="6"/><c r="H14" s="6"/><c r="I14" s="7"><f>IF(E$7=0,0,E14/E$7)</f></c><c r="L14" s="6"><f t="array" ref="L14">SUM(F14:H14*1)</f></c></row>',
    ],
    [
      "rows below move",
      SHEET,
      '<row r="15" spans="1:16" ht="19.5" customHeight="1" x14ac:dyDescent="0.15"><c r="A15" s="4" t="s"><v>12</v></c>',
    ],
    ["a shared formula that still serves all stays shared", SHEET, '<f t="shared" ref="E8:E22" si="0">SUM(F8:H8)</f>'],
    ["one that no longer does stands in each cell", OTHER, "<f>'公开01表 收支'!E15*1</f>"],
    ["a formula moves with its references", SHEET, '<c r="O18" s="6"><f>SUM(E8:E17)</f>'],
    ["a formula in another sheet follows", OTHER, "<f>SUM('公开01表 收支'!E8:E22)</f>"],
    [
      "one written with character references follows",
      OTHER,
      "SUMIF('公开01表 收支'!$A$8:$A$22,\"2010101\",'公开01表 收支'!$E$8:$E$22)",
    ],
    ["texts, tables and INDIRECT do not", OTHER, `<f>"'公开01表 收支'!E8"&amp;数据来源[[#Totals],[金额]]</f>`],
    ["other workbooks do not", OTHER, "<f>[1]Sheet1!$A$9+'公开01表 收支'!E9</f>"],
    ["merges of the row are made anew", SHEET, '<mergeCell ref="A13:C13"/><mergeCell ref="A14:C14"/></mergeCells>'],
    ["and counted", SHEET, '<mergeCells count="24">'],
    ["merges below move", SHEET, '<mergeCell ref="A23:I23"/>'],
    ["the dimension grows", SHEET, '<dimension ref="A1:O32"/>'],
    ["the scroll position and selection move", SHEET, 'activeCell="F17" sqref="F17 H12:H16"'],
    ["editable ranges grow", SHEET, '<protectedRange sqref="F8:H22"'],
    ["the filter grows", SHEET, '<autoFilter ref="A6:I22"/>'],
    ["condition formats grow", SHEET, '<conditionalFormatting sqref="F8:H22 A8:C22">'],
    [
      "a single cell's format moves with its formula",
      SHEET,
      '<conditionalFormatting sqref="A18"><cfRule type="expression" dxfId="1" priority="5"><formula>E18=0</formula>',
    ],
    ["validations grow", SHEET, 'sqref="N8:N22"'],
    ["their formulas follow", SHEET, "<formula1>E7=SUM(E8:E22)</formula1>"],
    ["x14 formats grow", SHEET, "<xm:sqref>H8:H22</xm:sqref></x14:conditionalFormatting>"],
    ["x14 validations grow", SHEET, "<xm:sqref>D8:D22</xm:sqref></x14:dataValidation>"],
    ["sparklines move", SHEET, "<xm:f>'公开01表 收支'!F16:H16</xm:f><xm:sqref>M16</xm:sqref>"],
    ["links move", SHEET, '<hyperlink ref="D23" r:id="rId1"/>'],
    ["what they lead to follows", SHEET, `location="'公开01表 收支'!E16"`],
    ["also from another sheet", OTHER, `location="'公开01表 收支'!E18"`],
    [
      "page breaks move with the row below them",
      SHEET,
      '<brk id="11" max="16383" man="1"/><brk id="17" max="8" man="1"/><brk id="22" max="16383"/>',
    ],
    ["marks of ignored errors grow", SHEET, '<ignoredError sqref="A8:C22"'],
    ["the print area grows", "xl/workbook.xml", "'公开01表 收支'!$A$1:$I$23,'公开01表 收支'!$A$27:$I$32</definedName>"],
    ["print titles stay", "xl/workbook.xml", "'公开01表 收支'!$A:$C,'公开01表 收支'!$4:$6</definedName>"],
    ["the hidden filter name grows", "xl/workbook.xml", "'公开01表 收支'!$A$6:$I$22</definedName>"],
    ["names grow", "xl/workbook.xml", "OFFSET('公开01表 收支'!$E$8,0,0,COUNTA('公开01表 收支'!$D$8:$D$22),1)"],
    [
      "relative names are offsets and stay",
      "xl/workbook.xml",
      "<definedName name=\"相对\">'公开01表 收支'!E12</definedName>",
    ],
    ["series of charts grow", "xl/charts/chart1.xml", "<c:f>'公开01表 收支'!$F$8:$F$22</c:f>"],
    ["a chart below moves", DRAWING, "<xdr:row>24</xdr:row><xdr:rowOff>100</xdr:rowOff></xdr:from>"],
    [
      "a seal that moves but does not size keeps its size",
      DRAWING,
      "<xdr:row>9</xdr:row><xdr:rowOff>5000</xdr:rowOff></xdr:from><xdr:to><xdr:col>14</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>13</xdr:row>",
    ],
    [
      "a text box over the rows grows",
      DRAWING,
      "<xdr:row>11</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>17</xdr:row>",
    ],
    ["the text it shows follows", DRAWING, 'textlink="$E$16"'],
    ["comments move", "xl/comments1.xml", '<comment ref="H22"'],
    ["comments above stay", "xl/threadedComments/threadedComment1.xml", 'ref="G12"'],
    ["and their boxes", VML, "8, 15, 20, 2, 10, 15, 24, 16</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>21</x:Row>"],
    [
      "column formulas of a table on another sheet stay where nothing moved",
      "xl/tables/table1.xml",
      "'公开01表 收支'!$E$9*0",
    ],
  ])("%s", (_, part, expected) => {
    expect(partText(bytes, part)).toContain(expected);
  });

  test("the calculation chain goes, printer settings stay", () => {
    expect(partsOf(bytes).has("xl/calcChain.xml")).toBe(false);
    expect(partsOf(bytes).bytes("xl/printerSettings/printerSettings1.bin")).toEqual(
      partsOf(richBytes()).bytes("xl/printerSettings/printerSettings1.bin"),
    );
  });
});

describe("rows 9 to 12 of the rich workbook taken out", () => {
  const bytes = patchRich([remove(9, 4)]);

  test.each<[string, string, string]>([
    [
      "rows below move up",
      SHEET,
      '<row r="9" spans="1:16" ht="19.5" customHeight="1" x14ac:dyDescent="0.15"><c r="A9" s="4" t="s"><v>12</v></c>',
    ],
    ["ranges shrink", SHEET, "<f>SUM(E8:E16)</f>"],
    ["references to removed cells break", OTHER, "<f>#REF!*1</f>"],
    ["also beside those into other workbooks", OTHER, "<f>[1]Sheet1!$A$9+#REF!</f>"],
    [
      "also in table columns",
      "xl/tables/table1.xml",
      "<calculatedColumnFormula>B31*2+#REF!*0</calculatedColumnFormula>",
    ],
    ["also in conditions of other sheets", OTHER, "<formula>A1&gt;#REF!</formula>"],
    ["a merge of one cell is none", SHEET, '<mergeCells count="17">'],
    [
      "breaks shift and those of removed rows go",
      SHEET,
      '<rowBreaks count="2" manualBreakCount="1"><brk id="11" max="8" man="1"/><brk id="16" max="16383"/></rowBreaks>',
    ],
    ["validations shrink", SHEET, 'sqref="J9:J10"'],
    ["names break", "xl/workbook.xml", '<definedName name="本表" localSheetId="0">#REF!</definedName>'],
    [
      "the name of the other sheet stays",
      "xl/workbook.xml",
      '<definedName name="本表" localSheetId="1">公开02表!$A$1:$B$14</definedName>',
    ],
    ["the selection keeps to cells that are there", SHEET, 'activeCell="F11" sqref="F11 H9:H10"'],
    [
      "a seal moves up to where its row was",
      DRAWING,
      "<xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>14</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row>",
    ],
    [
      "a text box shrinks",
      DRAWING,
      "<xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>11</xdr:row>",
    ],
    ["links of removed cells go", SHEET, '<hyperlinks><hyperlink ref="D17" r:id="rId1"/></hyperlinks>'],
  ])("%s", (_, part, expected) => {
    expect(partText(bytes, part)).toContain(expected);
  });

  test("comments of removed cells go with their boxes and threads", () => {
    expect(partText(bytes, "xl/comments1.xml").match(/<comment /g)).toHaveLength(1);
    expect(partText(bytes, VML).match(/<v:shape /g)).toHaveLength(1);
    expect(partText(bytes, "xl/threadedComments/threadedComment1.xml")).not.toContain("<threadedComment ");
    expect(partText(bytes, VML)).toContain("<x:Row>15</x:Row>");
  });
});

describe("everything of a kind taken out", () => {
  test("lists that would stand empty go, print areas lose what is gone", () => {
    const bytes = patchRich([remove(7, 24)]);
    const sheet = partText(bytes, SHEET);
    for (const gone of [
      "dataValidation",
      "conditionalFormatting",
      "sparkline",
      "hyperlink",
      "ignoredError",
      "protectedRange",
      "rowBreaks",
      "<extLst>",
    ]) {
      expect(sheet).not.toContain(gone);
    }
    expect(sheet).toContain('<mergeCells count="6">');
    const names = partText(bytes, "xl/workbook.xml");
    expect(names).toContain("'公开01表 收支'!$A$1:$I$6</definedName>");
    expect(names).toContain('<definedName name="明细">#REF!</definedName>');
  });

  test("print titles keep their columns, and a sheet may be left without rows", () => {
    const bytes = patchRich([remove(1, 40)]);
    expect(partText(bytes, "xl/workbook.xml")).toContain("'公开01表 收支'!$A:$C</definedName>");
    expect(partText(bytes, "xl/workbook.xml")).not.toContain("_xlnm.Print_Area");
    expect(partText(bytes, SHEET)).not.toContain('<row r="1"');
    expect(partText(bytes, SHEET)).not.toContain("<c ");
    expect(partText(bytes, SHEET)).toContain('<dimension ref="A1"/>');
  });

  test("a shape whose rows are all gone keeps its size where they were", () => {
    const text = partText(patchRich([remove(9, 8)]), DRAWING);
    expect(text).toContain(
      "<xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row>",
    );
  });
});
