import {
  AlignmentType,
  convertMillimetersToTwip,
  Footer,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphStyleOptions,
  type ISectionOptions,
} from "docx";
import type { BlockStyle } from "./narrative-sentences.js";

/**
 * The page of GB/T 9704—2012: A4, type area 156 × 225 mm, 22 lines of 28 characters of 三号 (16 pt). A character grid
 * (`linesAndChars`) gives 18 characters a line in LibreOffice; no grid, exact lines of 28.95 pt and characters 0.25 pt
 * closer give 28 × 22 everywhere.
 */
const LINE = 579;
const CLOSER = -5;
const BODY_SIZE = 32;

/** One ideograph of body text, in twentieths of a point. */
const CHARACTER = 320;

/** Chinese typefaces by their office names; digits and Latin letters stand in a Latin face. */
const FACES = {
  body: "仿宋_GB2312",
  title: "方正小标宋简体",
  bold: "黑体",
  script: "楷体_GB2312",
  song: "宋体",
} as const;

function font(eastAsia: string): { ascii: string; hAnsi: string; cs: string; eastAsia: string } {
  return { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia };
}

const EXACT_LINES = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const INDENT = { firstLine: 2 * CHARACTER, firstLineChars: 200 } as const;

/** The paragraph styles, by the block style they stand for. Their names are Chinese: a bureau sees them in its own program. */
export const STYLES: Readonly<Record<BlockStyle, IParagraphStyleOptions>> = {
  title: style("title", "公文标题", FACES.title, {
    size: 44,
    paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: LineRuleType.EXACT, after: LINE } },
  }),
  part: style("part", "部分标题", FACES.bold, {
    paragraph: {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      outlineLevel: 0,
      spacing: { line: LINE, lineRule: LineRuleType.EXACT, before: LINE / 3, after: LINE / 3 },
    },
  }),
  heading1: style("heading1", "一级标题", FACES.bold, {
    paragraph: { indent: INDENT, keepNext: true, outlineLevel: 1, spacing: EXACT_LINES },
  }),
  heading2: style("heading2", "二级标题", FACES.script, {
    paragraph: { indent: INDENT, keepNext: true, outlineLevel: 2, spacing: EXACT_LINES },
  }),
  body: style("body", "公文正文", FACES.body, {
    paragraph: { alignment: AlignmentType.BOTH, indent: INDENT, spacing: EXACT_LINES },
  }),
  caption: style("caption", "表题", FACES.body, {
    paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: EXACT_LINES },
  }),
  unit: style("unit", "表单位", FACES.body, {
    size: 21,
    paragraph: { alignment: AlignmentType.RIGHT, keepNext: true, spacing: { line: 360, lineRule: LineRuleType.EXACT } },
  }),
  note: style("note", "表注", FACES.body, {
    size: 21,
    paragraph: { spacing: { line: 360, lineRule: LineRuleType.EXACT } },
  }),
  ending: style("ending", "文末", FACES.body, {
    paragraph: { indent: INDENT, spacing: { ...EXACT_LINES, before: LINE } },
  }),
};

/** The style of a table cell: small, in the middle, without indent. */
export const CELL_STYLE: IParagraphStyleOptions = {
  ...style("cell", "表格", FACES.body, {
    size: 17,
    paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 240, lineRule: LineRuleType.AT_LEAST } },
  }),
};

/** Page, margins and page numbers: 四号 宋体 “— 1 —” 7 mm below the type area, outside, one character in. */
export const SECTION: Omit<ISectionOptions, "children"> = {
  properties: {
    page: {
      size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
      margin: {
        top: convertMillimetersToTwip(37),
        bottom: convertMillimetersToTwip(35),
        left: convertMillimetersToTwip(28),
        right: convertMillimetersToTwip(26),
        header: convertMillimetersToTwip(15),
        footer: convertMillimetersToTwip(25),
      },
    },
  },
  footers: {
    default: pageNumber(AlignmentType.RIGHT, { right: CHARACTER }),
    even: pageNumber(AlignmentType.LEFT, { left: CHARACTER }),
  },
};

interface StyleSettings {
  readonly size?: number;
  readonly paragraph: NonNullable<IParagraphStyleOptions["paragraph"]>;
}

function style(id: string, name: string, eastAsia: string, { size, paragraph }: StyleSettings): IParagraphStyleOptions {
  const characterSpacing = size === undefined ? { characterSpacing: CLOSER } : {};
  return {
    id: `narrative-${id}`,
    name,
    quickFormat: true,
    run: { font: font(eastAsia), size: size ?? BODY_SIZE, ...characterSpacing },
    paragraph,
  };
}

function pageNumber(
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  indent: { readonly left?: number; readonly right?: number },
): Footer {
  const children = [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: font(FACES.song), size: 28 })];
  return new Footer({ children: [new Paragraph({ alignment, indent, children })] });
}
