import { describe, expect, test } from "vitest";
import type { RowShift } from "../../shared/patching/row-shift.js";
import { shiftAnchor, shiftDrawing } from "../../shared/patching/shift-anchors.js";
import { shiftLinkTargets } from "../../shared/patching/shift-links.js";
import { shiftComments, shiftVml } from "../../shared/patching/shift-notes.js";
import { shiftOtherSheet, shiftOwnSheet } from "../../shared/patching/shift-sheet.js";
import { shiftTable } from "../../shared/patching/shift-tables.js";
import {
  shiftChart,
  shiftLinkedCells,
  shiftNames,
  shiftPivotSource,
  shiftPivotTable,
} from "../../shared/patching/shift-workbook.js";

const OURS = "公开01表";
const insert: RowShift = { kind: "insert", sheet: OURS, after: 4, count: 3 };
const remove: RowShift = { kind: "remove", sheet: OURS, first: 4, count: 3 };

describe("pivot tables", () => {
  test("a source on the sheet follows, others do not", () => {
    const source = (sheet: string, ref: string, more = ""): string =>
      `<pivotCacheDefinition><cacheSource type="worksheet"><worksheetSource ref="${ref}" sheet="${sheet}"${more}/></cacheSource></pivotCacheDefinition>`;
    expect(shiftPivotSource(source(OURS, "A1:D20"), insert)).toBe(source(OURS, "A1:D23"));
    expect(shiftPivotSource(source("公开02表", "A1:D20"), insert)).toBe(source("公开02表", "A1:D20"));
    expect(shiftPivotSource(source(OURS, "A1:D20", ' r:id="rId1"'), insert)).toBe(
      source(OURS, "A1:D20", ' r:id="rId1"'),
    );
    expect(shiftPivotSource(source(OURS, "A4:D6"), remove)).toBe(source(OURS, "A4:D6"));
  });

  test("the table itself moves", () => {
    expect(
      shiftPivotTable(
        '<pivotTableDefinition><location ref="A9:C12" firstHeaderRow="1"/></pivotTableDefinition>',
        insert,
      ),
    ).toBe('<pivotTableDefinition><location ref="A12:C15" firstHeaderRow="1"/></pivotTableDefinition>');
  });
});

describe("form controls", () => {
  const shape = (settings: string, anchor: string, link: string): string =>
    `<xml xmlns:v="v" xmlns:x="x"><v:shape id="a"><x:ClientData ObjectType="Checkbox">${settings}<x:Anchor>${anchor}</x:Anchor><x:FmlaLink>${link}</x:FmlaLink></x:ClientData></v:shape></xml>`;

  test("follow their rows unless they are set not to, and their cells always", () => {
    const moved = (settings: string): string =>
      shiftVml(shape(settings, "1, 0, 5, 2, 3, 0, 8, 4", "$A$9"), insert, OURS);
    expect(moved("")).toBe(shape("", "1, 0, 8, 2, 3, 0, 11, 4", "$A$12"));
    expect(moved("<x:SizeWithCells/>")).toBe(shape("<x:SizeWithCells/>", "1, 0, 8, 2, 3, 0, 11, 4", "$A$12"));
    const stays = "<x:MoveWithCells/><x:SizeWithCells/>";
    expect(moved(stays)).toBe(shape(stays, "1, 0, 5, 2, 3, 0, 8, 4", "$A$12"));
    expect(moved("<x:MoveWithCells>False</x:MoveWithCells>")).toContain("1, 0, 8, 2");
  });

  test("on other sheets only the cells they are linked to follow", () => {
    const other = shape("", "1, 0, 5, 2, 3, 0, 8, 4", "'公开01表'!$A$9");
    expect(shiftVml(other, insert, "公开02表")).toBe(shape("", "1, 0, 5, 2, 3, 0, 8, 4", "'公开01表'!$A$12"));
  });

  test("in the sheet's own XML and in their properties", () => {
    const control = (row: number, last: number, cell: string): string =>
      `<worksheet><sheetData/><mc:AlternateContent><mc:Choice><controls><control r:id="rId1"><controlPr linkedCell="${cell}"><anchor moveWithCells="1"><from><xdr:row>${row}</xdr:row></from><to><xdr:row>${last}</xdr:row></to></anchor></controlPr></control></controls></mc:Choice></mc:AlternateContent></worksheet>`;
    expect(shiftOwnSheet(control(5, 6, "$A$9"), insert, undefined).text).toBe(control(8, 9, "$A$12"));
    expect(shiftOtherSheet(control(5, 6, `${OURS}!$A$9`), insert, "公开02表")).toBe(control(5, 6, `${OURS}!$A$12`));
    expect(shiftLinkedCells(`<formControlPr fmlaLink="${OURS}!$A$9" fmlaRange='$B$1:$B$9'/>`, insert, OURS)).toBe(
      `<formControlPr fmlaLink="${OURS}!$A$12" fmlaRange='$B$1:$B$12'/>`,
    );
  });
});

describe("where shapes lie", () => {
  test.each([
    ["above the rows", insert, { from: 0, to: 3 }, "move-and-size", { from: 0, to: 3 }],
    ["below them", insert, { from: 4, to: 6 }, "move-and-size", { from: 7, to: 9 }],
    ["over them, sizing", insert, { from: 2, to: 6 }, "move-and-size", { from: 2, to: 9 }],
    ["over them, not sizing", insert, { from: 2, to: 6 }, "move", { from: 2, to: 6 }],
    ["below them, not moving", insert, { from: 4, to: 6 }, "stay", { from: 4, to: 6 }],
    ["over removed rows", remove, { from: 2, to: 8 }, "move-and-size", { from: 2, to: 5 }],
    ["beginning in them", remove, { from: 4, to: 8 }, "move-and-size", { from: 3, to: 5, fromCut: true }],
    ["ending in them", remove, { from: 1, to: 4 }, "move-and-size", { from: 1, to: 3, toCut: true }],
    ["within them", remove, { from: 3, to: 5 }, "move-and-size", { from: 3, to: 5, fromCut: true }],
    ["beginning in them, not sizing", remove, { from: 5, to: 8 }, "move", { from: 3, to: 6, fromCut: true }],
  ] as const)("%s", (_, shift, rows, following, expected) => {
    expect(shiftAnchor(shift, rows, following)).toEqual({ fromCut: false, toCut: false, ...expected });
  });

  test("a picture with one anchor moves", () => {
    const drawing = (row: number): string =>
      `<wsDr><oneCellAnchor><from><col>0</col><row>${row}</row><rowOff>7</rowOff></from><ext cx="1" cy="1"/></oneCellAnchor><absoluteAnchor><pos x="0" y="0"/></absoluteAnchor></wsDr>`;
    expect(shiftDrawing(drawing(9), insert, OURS)).toBe(drawing(12));
  });
});

describe("series of charts", () => {
  test("in old and new charts, with their labels, unions and full ranges; caches stay", () => {
    const chart = (last: number): string =>
      `<c:chartSpace><c:f>(公开01表!$A$1:$A$${last},公开02表!$A$1:$A$9)</c:f><c:v>公开01表!$A$9</c:v><c15:f>'公开01表'!$B$${last}</c15:f><c15:fullRef><c15:sqref>公开01表!$C$1:$C$${last}</c15:sqref></c15:fullRef><cx:f dir="row">公开01表!$D$${last}</cx:f></c:chartSpace>`;
    expect(shiftChart(chart(9), insert)).toBe(chart(12));
  });
});

describe("Excel tables without a total row", () => {
  const table = (last: number): string =>
    `<table ref="A2:C${last}"><autoFilter ref="A2:C${last}"/><tableColumns count="3"/></table>`;

  test("take in rows that are copied from theirs and put right below", () => {
    expect(shiftTable(table(4), insert, 4)).toBe(table(7));
    expect(shiftTable(table(4), insert, 3)).toBe(table(7));
    expect(shiftTable(table(4), insert, 9)).toBe(table(4));
    expect(shiftTable(table(3), insert, 3)).toBe(table(3));
  });
});

describe("links kept among the relations of a sheet", () => {
  const links = (...targets: readonly string[]): string =>
    `<Relationships>${targets.map((target) => `<Relationship Type="x/hyperlink" Target="${target}"/>`).join("")}<Relationship Type="x/image" Target="#A9"/></Relationships>`;

  test("follow when they lead into the file", () => {
    const before = links(`#${OURS}!A9`, "#%27公开01表%27!A9", "https://example.org/#A9", "#%", `#'公开02表'!A9`, "#A9");
    const after = links(
      `#${OURS}!A12`,
      "#'%E5%85%AC%E5%BC%8001%E8%A1%A8'!A12",
      "https://example.org/#A9",
      "#%",
      `#'公开02表'!A9`,
      "#A12",
    );
    expect(shiftLinkTargets(before, insert, OURS)).toBe(after);
  });
});

describe("names", () => {
  const names = (list: string): string => `<workbook><definedNames>${list}</definedNames></workbook>`;

  test("a print area loses the areas that are gone, and goes with the last", () => {
    const area = (formula: string): string =>
      names(`<definedName name="_xlnm.Print_Area" localSheetId="0">${formula}</definedName>`);
    expect(shiftNames(area("'it''s, a'!$A$1,公开01表!$A$4:$B$6,公开01表!$A$9"), remove, [OURS])).toBe(
      area("'it''s, a'!$A$1,公开01表!$A$6"),
    );
    expect(shiftNames(area("公开01表!$A$4:$B$6"), remove, [OURS])).toBe("<workbook></workbook>");
    expect(shiftNames(area("$A$1:$B$9"), insert, [OURS])).toBe(area("$A$1:$B$12"));
    expect(shiftNames(area("#REF!"), remove, [OURS])).toBe(area("#REF!"));
  });
});

describe("parts with nothing to shift stay as they are", () => {
  test.each([
    [
      "comments",
      shiftComments('<comments><comment  ref = "A1"/></comments>', insert),
      '<comments><comment  ref = "A1"/></comments>',
    ],
    ["a table", shiftTable("<table ref='A1:B3' id='1'/>", insert, 1), "<table ref='A1:B3' id='1'/>"],
    [
      "a VML drawing that is no XML",
      shiftVml("<xml><v:shape style=x><br><p></v:shape></xml>", insert, OURS),
      "<xml><v:shape style=x><br><p></v:shape></xml>",
    ],
  ])("%s", (_, after, before) => {
    expect(after).toBe(before);
  });
});
