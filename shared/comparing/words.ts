/** How the expressions of the pack's language are put together from those of its facts. */

/** The share of a part in a whole. */
export function shareOf(part: string, whole: string): string {
  return `百分比(${part}, ${whole})`;
}

/** The amount of a change against last year. */
export function changeOf(figure: string): string {
  return `绝对值(${figure} - 上年(${figure}))`;
}

/** The amount by which one figure differs from another. */
export function differenceOf(figure: string, base: string): string {
  return `绝对值((${figure}) - (${base}))`;
}

/** The amount of a change against last year with its sign, as tables print it. */
export function changeSigned(figure: string): string {
  return `(${figure}) - 上年(${figure})`;
}

/** The rate of a change against last year with its sign. */
export function growthSigned(figure: string): string {
  return `增长(${figure}, 上年(${figure}))`;
}

/** The rate of a change against last year. */
export function growthOf(figure: string): string {
  return `绝对值(增长(${figure}, 上年(${figure})))`;
}

/** The rate by which one figure differs from another. */
export function rateOf(figure: string, base: string): string {
  return `绝对值(增长(${figure}, ${base}))`;
}

/** Last year's figure. */
export function lastYearOf(figure: string): string {
  return `上年(${figure})`;
}

/** The word for where a change leads. */
export function directionOf(figure: string): string {
  return `增减(${figure}, 上年(${figure}))`;
}

/** The word for how two figures stand to each other. */
export function sizeOf(figure: string, base: string): string {
  return `大小(${figure}, ${base})`;
}

/** Where a row's printed name, or its class as sentences call it, stands in a name of the pack. */
export const ROW_NAME = "{名称}";

/** The class's name without its number and 支出. */
export const CLASS_NAME = "{类}";

/** Signs that stand twice by mistake, or two ends of a sentence. */
export const DOUBLED_SIGNS = /[，。；：、]{2,}/gu;

/** The visible marks our own documents carry where something is missing. */
export const MARK_OF_MISSING = /【[^】]*】|_{2,}|×{2,}|[Xx]{2,}/gu;

/** What may stand between a direction word and the reason for it. */
export const PARTICLE = /^[的其]/u;

/** A figure that fills a cell: its sign, digits and percent sign. */
export const FIGURE_CELL = /^(-?)(\d+(?:\.\d+)?)(%?)$/u;

/** The row of 栏次. */
export const COLUMN_NUMBERS = /^栏次$/u;

/** The unit a table's amounts are printed in, on the line above it. */
export const UNIT_LINE = /单位：((?:亿|万|千)?元)/u;

/** The unit of amounts as a head says it: 金额（万元）. */
export const UNIT_IN_HEAD = /（((?:亿|万|千)?元)）/u;

/** In front of a row that is a part of the one above. */
export const THEREOF = /^(?:其中：?|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u;

/** The loop's row in an expression. */
export const ROW_OF_LOOP = "@行";

/** What heads of columns say of a row's fact, the more special first. */
export const TABLE_HEADS = [
  { says: "growth", words: /增长率|增减率|增减%|增长%|变动率|增减幅|增幅|同比/u },
  { says: "execution", words: /完成预算|占预算|预算执行|执行率|完成率/u },
  { says: "share", words: /占比|比重|比例|^占/u },
  { says: "change", words: /增减额|增加额|增减数|增减变|^增减$|^增减（|差额/u },
  { says: "last-year", words: /上年|上一年|去年/u },
  { says: "budget", words: /预算/u },
  { says: "plain", words: /决算|金额|本年|^数额|^合计|^支出$|^收入$|实际|账面|^20\d\d年度?$/u },
] as const;

/** What a department calls itself: 我局, 本单位. */
export const OWN_NAME = /(?:我|本|该|各|全)\p{Script=Han}{1,3}$/u;

/** Behind a direction word: the figure is where the change has led, not the change. */
export const LED_TO = /^(?:到|至|为)/u;

/** Compares with last year, whatever was compared before. */
export const SAME_PERIOD = "同比";

/** In front of a figure: the state at the beginning of a year is that at the end of the year before. */
export const SINCE_BEGINNING = /(?:较|比|与|同)年初(?:数|余额)?$/u;

/** A whole date: year, month and day. */
export const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})日/gu;

/** In front of the date whose state is told. */
export const STATE_AT = /(?:截至|截止|截止到|截至到)$/u;

/** Units in which the same persons are counted. */
export const PERSONS: ReadonlySet<string> = new Set(["人", "人次"]);

/** Units in which the same visits and groups are counted. */
export const EVENTS: ReadonlySet<string> = new Set(["批次", "个", "次", "批"]);

/** In front of a list of figures, each told of one of the names before: 分别占 89.35% 和 10.65%. */
export const EACH = "分别";

/** All that stands between two figures of such a list. */
export const LIST_JOINT = /^[、和及与，]*$/u;

/** Between the figures of a list, each of which is told of something else: 分别完成 100%、110%和 120%. */
export const IN_A_LIST = /^、|[、和]$/u;
