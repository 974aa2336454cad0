import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { sayFrom, type Said, type Sentences } from "./sentence.js";
import { shortened } from "./shortened.js";

const PROBLEMS: Readonly<Record<string, string>> = {
  "not-a-number": "不是数字",
  "misplaced-separator": "千位逗号的位置不对",
  "percent-sign": "不该带百分号",
  "foreign-unit": "单位与本栏不符",
  "not-finite": "不是一个正常的数",
  "too-large": "大得不可能是一笔账",
  error: "是 Excel 的错误值",
  boolean: "是逻辑值",
  date: "是日期",
};

/** How much of a cell's content is quoted where it should have been a figure. */
const QUOTED = 40;

const SENTENCES: Sentences = {
  "unreadable-figure": (said) =>
    `${where(said)}的内容“${shortened(said.fact("text"), QUOTED)}”${PROBLEMS[said.fact("problem")] ?? "不能当作数字"}，这一格没有读入。请改成数字。`,
  "formula-without-value": (said) =>
    `${where(said)}是公式“=${said.fact("formula")}”，但文件里没有保存计算结果，这一格没有读入。请用 WPS 或 Excel 打开、保存一次后重试。`,
  formula: (said) => `${where(said)}是公式“=${said.fact("formula")}”，用的是文件里保存的计算结果。`,
  "formula-replaced": (said) =>
    `${where(said)}原来的公式“=${said.fact("formula")}”结果与本程序计算的不同，导出时换成了数值。`,
  "misplaced-figure": (said) =>
    `${where(said)}填了“${said.fact("text")}”，但这里不该有数（表里没有这一格）。请移到正确的行。`,
  "row-without-code": (said) =>
    `${where(said)}：${said.fact("name") === "" ? "这一行" : `“${said.fact("name")}”这一行`}有数，但${said.fact("printed") === "" ? "没有科目编码，没有读入。请补上编码。" : `编码栏里的“${said.fact("printed")}”不是科目编码，没有读入。请改正编码。`}`,
  "sum-row": (said) =>
    `${where(said)}：“${said.fact("name")}”这一行是另加的合计，表式里没有，没有读入，也没有核对。请自行核对，或删去这一行。`,
  "row-shifted": (said) =>
    `${where(said)}：行次 ${said.fact("no")} 应该是“${said.fact("expected")}”，表里写的是“${said.fact("name")}”，行可能错位了。请核对行次和项目。`,
  "row-renamed": (said) =>
    `${where(said)}：行次 ${said.fact("no")} 本年度应为“${said.fact("expected")}”，表里写的是“${said.fact("name")}”，可能沿用了往年的名称。请核对。`,
  "row-twice": (said) => `${where(said)}：“${said.fact("name")}”这一行出现了两次，只读了第一次。请删去多余的一行。`,
  "row-missing": (said) => `${where(said)}：表里没有“${said.fact("name")}”这一行${missingAmount(said)}。`,
  "form-missing": (said) =>
    `工作簿里没有${formTitle(said)}。每张表都要公开，没有数据的也要公开空表并说明。请补上这张表${unreadHint(said)}。`,
  "region-missing": (said) => `${where(said)}：${formTitle(said)}缺少“${said.fact("region")}”这一部分。`,
  "region-differs": (said) =>
    `${where(said)}：${formTitle(said)}这一块的表头与表式不符（缺“${said.fact("missing")}”），没有读入。请按表式改正表头。`,
  "label-missing": (said) => `${where(said)}：${formTitle(said)}里找不到“${said.fact("label")}”，这一项没有读入。`,
  "number-differs": (said) =>
    `${where(said)}：栏次写的是“${said.fact("printed")}”，表式里是“${said.fact("expected")}”。请核对栏次。`,
  "stored-as-text": (said) =>
    `${where(said)}有 ${said.fact("count")} 个数字是按文本存放的，已照数字读入；在 Excel 里它们不会参加求和。`,
  "department-differs": (said) =>
    `${where(said)}：这里的单位名称是“${said.fact("other")}”，其他表是“${said.fact("department")}”。请统一单位名称。`,
  "department-missing": () => "各张表都没有写单位名称（“部门：”后面是空的）。请补填；决算说明和导出的文件名都要用它。",
  "foreign-unit": (said) =>
    `${where(said)}：${formTitle(said)}的金额单位写的是“${said.fact("unit")}”，本程序只认“元”和“万元”，金额已当作${said.fact("read")}读入。请把金额和单位都改成万元或元。`,
  "unbounded-merge": (said) =>
    `${where(said)}：合并单元格 ${said.fact("range")} 占了整行、整列或整张表，没有展开。建议取消这个合并。`,
  "unbounded-validation": (said) =>
    `${where(said)}：数据有效性 ${said.fact("range")} 占了整列或整张表，打开会变慢。建议缩小范围。`,
  "hidden-sheet": (said) =>
    `${where(said)}：${formTitle(said)}所在的工作表是隐藏的，已照常读入。公开前请取消隐藏，或核对是否多余。`,
  "hidden-figures": (said) => `${where(said)}：隐藏的行或列（${said.fact("lines")}）里有数，已照常读入。公开前请核对。`,
  "external-link": (said) => `工作簿里有 ${said.fact("count")} 处指向其他文件的链接，没有打开。公开前建议断开链接。`,
  "cell-blank": (said) => `${where(said)}在文件里是空的，已按分项算出，导出时会填上。`,
  "previous-differs": (said) =>
    `上年数“${said.fact("item")}”（${said.fact("reference")}）：本工作簿填 ${said.figure("sheet")}，上年工作簿是 ${said.figure("previous")}，以本工作簿的为准。请核对。`,
  "previous-year": (said) =>
    `所选的上年工作簿是 ${said.fact("previous")} 年度的，本工作簿是 ${said.fact("year")} 年度的。请核对是不是选错了文件，或者“说明要素”里的年度没有改。`,
  "previous-department": (said) =>
    `所选的上年工作簿是“${said.fact("previous")}”的，本工作簿是“${said.fact("department")}”的。单位改过名称的可以不管，否则请核对是不是选错了文件。`,
  "unknown-reference": (said) =>
    `上年数里的引用“${said.fact("reference")}”在表里找不到对应的单元格，没有使用。请核对写法：表.行.栏。`,
};

/** The sentence of something found while reading a file, or undefined for other codes. */ export function readingText(
  computed: Computed,
  finding: Finding,
): string | undefined {
  return sayFrom(SENTENCES, computed, finding);
}

/** The cell by its printed names, and its place in the file when it has one. */
function where({ finding, cell }: Said): string {
  const place = finding.place === undefined ? "" : `工作表“${finding.place.sheet}”${finding.place.address}`;
  const printed = cell(0);
  if (printed === "") return place;
  return place === "" ? printed : `${printed}（${place}）`;
}

function formTitle({ computed, fact }: Said): string {
  const form = computed.pack.forms.find((one) => one.title === fact("form"));
  if (form === undefined) return "这张表";
  return form.no === form.title || form.no === "" ? `《${form.title}》` : `${form.no}《${form.title}》`;
}

/** Where a missing form may be: on the sheets with figures that are no form. */
function unreadHint({ fact }: Said): string {
  const sheets = fact("sheets").split("\n");
  if (fact("sheets") === "") return "";
  const named = sheets.slice(0, NAMED_SHEETS).join("”“");
  const rest = sheets.length > NAMED_SHEETS ? `等 ${sheets.length} 张` : "";
  return `；如果它就是没有认出来的工作表“${named}”${rest}，请把那里的标题和表头改得与表式一致`;
}

/** How many sheets a sentence names. */
const NAMED_SHEETS = 3;

/** What a missing row would hold, and what becomes of it. */
function missingAmount({ computed, finding, fact, figure }: Said): string {
  if (fact("amount") === "") return "";
  const [at] = finding.cells;
  const unit = at === undefined ? "" : (computed.unit(at) ?? "");
  const advice = finding.remark === undefined ? "请核对原表是否漏了这一行" : "";
  return `，按勾稽关系这里应有 ${figure("amount")} ${unit}，保存或导出时会补上${advice === "" ? "" : `。${advice}`}`;
}
