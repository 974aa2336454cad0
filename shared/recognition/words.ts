import type { AmountUnit } from "../template/pack.js";

/**
 * What every set of published tables prints around its forms and no pack says, because no workbook of ours prints it that way:
 * how other people write the lines above a table, and the titles that other years and places have. All texts here are compared
 * in normalised form (narrow, no blanks, no quotes).
 */

/** A line that names the publisher: the whole label, then the name. */
export const DEPARTMENT_LINE = /^(?:公开|编制|填报|预算)?(?:部门|单位)(?:名称|\(单位\))?:/u;

/** Such a line as printed: its label with the colon, and the name up to a unit on the same line. */
export const DEPARTMENT_NAME = /^([^:：]*[:：])([^]*?)(?:[\s\u3000]*(?:金额)?单位[:：][^]*)?$/u;

/**
 * A line, or the part of a line, that names the unit of a sheet's amounts: 金额单位：万元, (单位：元), 单位：万元、人次; or the unit alone
 * in a cell: (元).
 */
export const UNIT_LINE = /(?:单位:?(?:人民币)?|^\(?)(万元|元)(?:\([^()]*\)|[、,/][^:]*)?\)?$/u;

/** A line that names a unit of money that no table is read in: 单位：千元, 金额单位：亿元. */
export const FOREIGN_UNIT_LINE =
  /(?:单位:?(?:人民币)?|^\(?)((?!万元)[十百千万亿美欧]{1,2}元)(?:\([^()]*\)|[、,/][^:]*)?\)?$/u;

/** The unit a head or label names behind its text: 批复金额(万元). */
export const UNIT_SUFFIX = /\((?:单位:?)?(?:人民币)?(万元|元)\)$/u;

/** The printed number of a form, such as 公开01表. */
export const FORM_NUMBER = /^公开\d+(?:-\d+)?表$/u;

/** Where a note below a table begins. */
export const NOTE = /^(?:注|备注|说明|填报说明|附注|填表说明)\d*[:.、]/u;

/** How the foot row of a copy to be signed begins, which is no part of the table: 单位负责人(签章):, 填表人:. */
export const SIGN_OFF =
  /^(?:单位|部门|财务|填报)?(?:负责人|填表人|制表人|填报人|编制人|复核人|审核人)(?:\(.{1,6}\))?[:：]/u;

/** The count before a row's name: 十四、, (二), 3. */
export const ROW_COUNT = /^\(?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)、.]+/u;

/** What a row of sums calls itself where the form has no such row. */
export const SUM_ROW = /^(?:小计|合计|总计|共计|合计数|总合计):?$/u;

/** What the row of a table's totals is called besides 合计. */
export const TOTAL_ROW = /^(?:总计|共计|总合计|合计数|本年合计)$/u;

/** A sentence that says why a form is empty. */
export const NO_DATA = /(?:本|此)?表(?:为空|无数据)|为空表|无此项/u;

/** A sentence that says that the publisher had no such money: 我单位2020年没有使用政府性基金安排的支出. */
export const NO_MONEY =
  /(?:单位|部门|局|委|\d{4}年度?).*(?:没有|未(?:安排|发生|取得|使用|涉及|收到)|无(?![线形偿])).*(?:收入|支出|收支|资金|基金|经费|预算|业务)/u;

/** A number as people count tables: 1, 12, 十二. */
const COUNT = "(?:\\d{1,3}|[一二三四五六七八九十]{1,3})";

/** A label before a title: 附件1, 附表2-1, 表三, 公开03表, (一), 三, 3. */
const TITLE_LABEL = `(?:附[件表]?(?:${COUNT}(?:-\\d{1,2})?)?|表${COUNT}|公开\\d+(?:-\\d+)?表|\\(${COUNT}\\)|${COUNT})[:.、-]*`;

/** A publisher's name before a title, known by how names of public bodies end. */
const PUBLISHER =
  ".{0,40}(?:局|委|办|厅|院|会|校|所|站|队|部|处|室|府|社|团|馆|园|场|台|镇|乡|县|市|州|区|省|协|联|中心|街道|机关|部门|单位|本级)";

/** What the whole set is called before a title: 部门决算公开, 决算公开报表, 部门决算. */
const SET_NAME = "(?:部门|单位)?决算(?:信息)?(?:公开)?(?:报表|套表|表)?";

/**
 * What may stand before a title on its line: a label, a publisher, the year and the name of the whole set, in this order or with the
 * year first; or anything that a dash, a colon or a stroke parts from it.
 */
export const TITLE_PREFIX = new RegExp(
  `^(?:${TITLE_LABEL})?(?:${PUBLISHER})?(?:.*\\d{4}年度?)?(?:${PUBLISHER})?(?:${SET_NAME})?[:.、-]*$|^.{1,60}[-:|_/·][-:]*$`,
  "u",
);

/** What may stand behind a title on its line: a bracket, or the printed number. */
export const TITLE_SUFFIX = /^(?:\([^()]{1,40}\)|公开\d+(?:-\d+)?表)$/u;

/** A fiscal year as titles name it. */
export const TITLE_YEAR = /(\d{4})年度?/u;

/** What titles of tables end with. */
export const TABLE = "表";

/** Any short text that ends as titles of tables do. */
export const TABLE_TITLE = /^[^:,;.]{3,40}\p{Script=Han}表(?:\([^)]*\))?$/u;

/** A cell that holds a fiscal year and nothing else. */
export const YEAR_CELL = /^((?:19|20)\d{2})(?:年度?)?$/u;

/**
 * The two families of forms that every set prints in its own way, by their titles. A title of one of them that a pack does not
 * know is a form of another year or place.
 */
export const FORM_FAMILIES: readonly { readonly family: string; readonly title: RegExp }[] = [
  {
    family: "accounts",
    title:
      /^(?:部门|单位)?(?:一般公共预算|政府性基金预算|国有资本经营预算|财政专户管理资金)?(?:财政拨款)?(?:收入支出|基本支出|项目支出|收入|支出)决算(?:总|明细)?表$/u,
  },
  {
    family: "three-public",
    title: /^(?:一般公共预算)?(?:财政拨款)?三公经费(?:支出)?(?:[、及和].*)?(?:情况|决算|支出决算|统计)表$/u,
  },
];

/** The ids under which 说明要素 keeps the profile. */
export const PROFILE_ELEMENTS = { year: "年度", department: "部门" } as const;

/** The id under which 说明要素 remembers the bureau's own template of the narrative, by file name. */
export const TEMPLATE_ELEMENT = "说明模板";

/** What stands for publisher and year in a pack's sentences. */
export const PROFILE_PLACEHOLDERS = { department: "{部门}", year: "{年度}" } as const;

/** The column of a list whose first entry is the fiscal year. */
export const YEAR_COLUMN = "财年";

/** The unit a written word names. */
export function amountUnit(word: string | undefined): AmountUnit | undefined {
  return word === "万元" || word === "元" ? word : undefined;
}
