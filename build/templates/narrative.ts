import {
  convertMillimetersToTwip,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { ACCOUNTS } from "./narrative-accounts.js";
import { MATTERS } from "./narrative-matters.js";
import { OVERVIEW } from "./narrative-overview.js";
import { CELL_STYLE, SECTION, STYLES } from "./narrative-page.js";
import type { Block, TableBlock, TextBlock } from "./narrative-sentences.js";
import { withFixedDates } from "./zip-dates.js";

/** The whole narrative in reading order. */
const BLOCKS: readonly Block[] = [...OVERVIEW, ...ACCOUNTS, ...MATTERS];

/**
 * Makes the narrative's template: a .docx in the form of GB/T 9704—2012 whose figures, words and elements are tags. A bureau
 * edits it in WPS or Word. The same texts give the same bytes.
 */
export async function makeNarrative(): Promise<Uint8Array> {
  const document = new Document({
    creator: "公开表编辑器",
    title: "部门决算公开情况说明",
    evenAndOddHeaderAndFooters: true,
    styles: { paragraphStyles: [...Object.values(STYLES), CELL_STYLE] },
    sections: [
      { ...SECTION, children: BLOCKS.map((block) => (block.kind === "text" ? textOf(block) : tableOf(block))) },
    ],
  });
  const bytes = await Packer.toBuffer(document, undefined, [{ path: "docProps/core.xml", data: CORE_PROPERTIES }]);
  return withFixedDates(new Uint8Array(bytes));
}

/** Without dates, which docx would take from the clock. */
const CORE_PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties ' +
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>部门决算公开情况说明</dc:title></cp:coreProperties>';

function textOf(block: TextBlock): Paragraph {
  return new Paragraph({ ...PARAGRAPH, style: STYLES[block.style].id, children: runsOf(block.text) });
}

/**
 * Every page has its 22 lines, so a page may begin with the last line of a paragraph. Hanging punctuation is Word's own
 * default; it is said aloud because LibreOffice 7.4 reads the word the other way round, and then keeps punctuation inside the
 * type area, where it would otherwise get lost at the end of a full line.
 */
const PARAGRAPH = { widowControl: false, overflowPunctuation: true } as const;

/** One run a line, so that a title breaks where its words do. */
function runsOf(text: string): TextRun[] {
  return text.split("\n").map((line, index) => new TextRun({ text: line, ...(index === 0 ? {} : { break: 1 }) }));
}

function tableOf(block: TableBlock): Table {
  const widths = block.widths.map((width) => convertMillimetersToTwip(width));
  const rows = block.rows.map(
    (cells) =>
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (cell) =>
            new TableCell({
              verticalAlign: VerticalAlignTable.CENTER,
              margins: { left: 30, right: 30 },
              ...(cell.columns === undefined ? {} : { columnSpan: cell.columns }),
              ...(cell.rows === undefined ? {} : { rowSpan: cell.rows }),
              children: [new Paragraph({ style: CELL_STYLE.id, children: [new TextRun(cell.text)] })],
            }),
        ),
      }),
  );
  const width = { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA };
  return new Table({ rows, columnWidths: widths, width, layout: TableLayoutType.FIXED });
}
