/** Numbers that only count the points of a list: ①, ⑵, ❸. */
export const CIRCLED_NUMBER = /^[①-⒇❶-➓]$/u;

/** The signs and words by which Chinese prose is cut up, in the one form {@link normalize} gives them. */

/** Signs that mean the same, by the one they are read as. */
export const SAME_SIGNS: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "!": "！",
  "?": "？",
  "(": "（",
  ")": "）",
  "〔": "（",
  "〕": "）",
  "．": ".",
  "｡": "。",
  "“": "“",
  "”": "“",
  "„": "“",
  "‟": "“",
  '"': "“",
  "「": "“",
  "」": "“",
  "『": "“",
  "』": "“",
  "‘": "“",
  "’": "“",
  "'": "“",
  "—": "-",
  "–": "-",
  "‐": "-",
  "‑": "-",
  "―": "-",
  "─": "-",
  "－": "-",
  "~": "-",
};

/** The comma between clauses. */
export const CLAUSE_COMMA = "，";

/** The stop at the end of a sentence. */
export const FULL_STOP = "。";

/** What ends a sentence or an item of an enumeration. */
export const SENTENCE_END = /[。；！？]/u;

/** What stands at the end of a paragraph that is complete. */
export const PARAGRAPH_END = /[。；！？：.;!?:]["”’）)]*$/u;

/** Signs that stand in sentences and not in headings or rows of figures. */
export const CLAUSE_SIGN = /[，。；：,;:]/u;

/** Units a number may carry, longest first. A percentage point is a unit of its own. */
export const UNITS = new RegExp(
  `^(?:${[
    ...[
      "个百分点",
      "亿元",
      "万元",
      "千元",
      "百元",
      "元",
      "%",
      "‰",
      "万人次",
      "人次",
      "批次",
      "万人",
      "万个",
      "万户",
      "万份",
    ],
    ...[
      "平方米",
      "平方公里",
      "公里",
      "m2",
      "年",
      "月",
      "日",
      "个",
      "人",
      "辆",
      "项",
      "次",
      "户",
      "件",
      "名",
      "家",
      "台",
      "套",
    ],
    ...[
      "批",
      "份",
      "所",
      "期",
      "天",
      "岁",
      "亩",
      "吨",
      "米",
      "座",
      "处",
      "条",
      "门",
      "类",
      "款",
      "倍",
      "号",
      "届",
      "位",
      "张",
    ],
  ].join("|")})`,
  "u",
);

/** Units of money with the power of ten of 元 they stand for. */
export const MONEY: Readonly<Record<string, number>> = { 亿元: 8, 万元: 4, 千元: 3, 百元: 2, 元: 0 };

/** Units of measure that are written in several ways. */
export const SAME_UNITS: Readonly<Record<string, string>> = { 名: "人", 位: "人", m2: "平方米", 台: "辆" };

/** Behind the number of a year. */
export const YEAR = "年";

/** Behind the other numbers of a date. */
export const DATE_PARTS: ReadonlySet<string> = new Set(["月", "日"]);

/** The sign of a share or rate. */
export const PERCENT = "%";

/** The unit of a difference between two rates. */
export const PERCENT_POINTS = "个百分点";

/** In front of a number: it counts nothing but names something (第16年, 附表10, 公开03表, 文号). */
export const NAMING = /(?:第|附表|附件|公开|表|编号|电话|邮编|号|-)$/u;

/** The digits in words. */
export const NUMERALS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};

/** What a digit in words is multiplied by. */
export const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The decimal point in words. */
export const POINT = "点";

/** A number of full-width digits with full-width commas between its thousands. */
export const FULL_WIDTH_NUMBER = /(?<![\d０-９])[０-９]{1,3}(?:，[０-９]{3})+(?![\d０-９])/gu;

/** The comma in it. */
export const FULL_WIDTH_COMMA = /，/gu;

/** A percentage or an amount of money in words; its number is the first group of a percentage, the second of an amount. */
export const SPELLED =
  /百分之(\d+(?:\.\d+)?|[零〇一二三四五六七八九十百千点]+)|([零〇一二两三四五六七八九十百千][零〇一二两三四五六七八九十百千点]+)(?:亿|万)?元/gu;

/** In front of the name of a row that is a part of the one above. */
export const PART_OF = /^其中[：:]/u;

/** Where a numbered heading begins, by its level. */
export const HEADINGS: readonly RegExp[] = [
  /^第[一二三四五六七八九十]+部分/u,
  /^[一二三四五六七八九十]+、/u,
  /^[（(][一二三四五六七八九十]+[）)]/u,
];

/** Where an item of a list begins: 1. 2、 （3） ④. */
export const LIST_ITEM = /^(?:\d{1,2}(?:[.．](?!\d)|、)|[（(]\d{1,2}[）)]|[①-⑳])/u;

/** Lines that are the page's and not the text's: a page number with or without dashes, 第 3 页 共 20 页. */
export const PAGE_LINE = /^[\s—–\-－·]*\d{1,3}[\s—–\-－·]*$|^第\s*\d+\s*页(?:[\s，,/]*共\s*\d+\s*页)?$/u;

/** Units that count by ten thousand, with the factor and the unit of one. */
export const TEN_THOUSANDS: Readonly<Record<string, readonly [factor: string, unit: string]>> = {
  万人: ["10000", "人"],
  万人次: ["10000", "人次"],
  万个: ["10000", "个"],
  万户: ["10000", "户"],
  万份: ["10000", "份"],
};
