import type { Failure, FailureCode } from "../failure.js";
import { templateProblemText } from "./template-problem-text.js";

type Facts = Readonly<Record<string, string>>;

const SENTENCES: Readonly<Record<FailureCode, (facts: Facts) => string>> = {
  "file-missing": () => "找不到这个文件。请检查文件名和所在的文件夹。",
  "file-unreadable": (facts) =>
    UNREADABLE[facts["reason"] ?? ""] ??
    "打不开这个文件，可能没有读取权限，或正被别的程序占用。请关闭占用它的程序后重试。",
  "output-not-writable": (facts) =>
    facts["reason"] === "not-a-folder"
      ? `写不进去：${facts["path"] ?? "输出位置"} 是一个文件，不是文件夹。请换一个文件夹，或先移走这个文件。`
      : `写不进去：${facts["path"] ?? "输出位置"}。可能没有写入权限、磁盘已满，或者文件正在 WPS、Excel 里打开。请关闭后重试。`,
  "file-empty": () => "这是一个空文件，里面什么也没有。请重新取得原文件。",
  "file-too-large": (facts) => `文件太大${sized(facts)}，公开表工作簿不会有这么大。请确认是不是选错了文件。`,
  "not-a-workbook": () =>
    "这不是 Excel 工作簿（.xlsx）。请选择公开表的 .xlsx 文件；能用 WPS 或 Excel 打开的，请先在那里另存为 .xlsx 后再用。",
  "legacy-workbook": () =>
    "这是旧格式的工作簿（.xls 或 .et），没能读出来。请先用 WPS 或 Excel 打开，另存为 .xlsx 后再用。",
  "encrypted-workbook": () => "这个工作簿设有打开密码。请先用 WPS 或 Excel 去掉密码，另存后再用。",
  "workbook-truncated": () => "文件不完整，后半部分缺失，可能没有复制完或下载完。请重新复制一份。",
  "workbook-damaged": (facts) => `文件已损坏${partText(facts)}，为避免读出错误的数字，没有打开。请重新取得原文件。`,
  "workbook-bomb": bombText,
  "workbook-doctype": (facts) =>
    `文件里含有不允许的声明（DOCTYPE）${partText(facts)}，可能有害，没有打开。请确认文件来源。`,
  "workbook-broken-xml": (facts) =>
    `文件内容残缺，无法识别${partText(facts)}。请用 WPS 或 Excel 打开并另存一份后重试。`,
  "workbook-row-out-of-range": (facts) =>
    `工作表里有超出 Excel 范围的行号或列号${partText(facts)}，文件不正常，没有打开。`,
  "workbook-unsupported": (facts) =>
    `这种工作簿还不支持${partText(facts)}。请用 WPS 或 Excel 另存为普通的 .xlsx 后再用。`,
  "unknown-form": () => "没有在工作簿里认出任何一张公开表。请确认是不是选错了文件，或者缺少相应年份和地区的模板包。",
  "other-year-form": (facts) =>
    `工作表“${facts["sheet"] ?? ""}”看起来是别的年份或地区的公开表：${differs(facts)}。请使用与本套表式相符的工作簿，或安装相应的模板包。`,
  "ambiguous-table": (facts) =>
    `工作表“${facts["sheet"] ?? ""}”和“${facts["other"] ?? ""}”都是《${facts["title"] ?? ""}》，而且都填了数，分不清该用哪一张。${facts["blocks"] === undefined ? "一张表分在几张工作表里的，请接到同一张工作表里" : "各项目分在几张工作表里的，请依次放到同一张工作表里"}；重复的，请删去或清空其中一张。`,
  "export-mismatch": (facts) =>
    `导出后重新读出的内容与程序里的不一致${facts["at"] === undefined ? "" : `（${facts["at"]}）`}，为稳妥起见没有写出文件。请把这个情况告诉维护人员。`,
  "document-unknown": () => "这份说明的格式不认识。请用 .docx、带文字的 .pdf 或者纯文本（.txt）。",
  "document-legacy": () =>
    "这份说明是旧格式的文档（.doc、.wps 或 .rtf）。请先用 WPS 或 Word 打开，另存为 .docx 后再核对。",
  "document-encrypted": () => "这份说明设有打开密码。请先去掉密码，另存后再核对。",
  "document-damaged": (facts) =>
    `这份说明已损坏${partText(facts)}，没有核对。请重新取得原文件，或用 WPS、Word 打开后另存一份。`,
  "document-too-large": (facts) => `这份说明太大${sized(facts)}，没有核对。请确认是不是选错了文件。`,
  "document-without-text": (facts) =>
    facts["kind"] === "pdf"
      ? "这份 PDF 里没有文字，多半是扫描件，没有核对。请用由 WPS、Word 直接导出的 PDF，或者原来的 .docx。"
      : "这份说明里没有文字（可能全是图片），没有核对。请换成带文字的文件。",
  "unknown-pack": (facts) => `没有编号为“${facts["pack"] ?? ""}”的模板包。用 packs 命令可以列出全部模板包。`,
  "broken-pack": (facts) => `模板包有问题：${facts["problems"] ?? ""}`,
  "broken-template": (facts) => `${templateProblemText(facts)}没有写出文件，请先改正模板。`,
  "bad-usage": (facts) => `${usageText(facts)}。用 --help 查看用法。`,
  "not-publishable": () =>
    "这套表的模板包没有写明怎样公开（缺 publication.json），没有生成公开文件夹。请在模板包里补上，写法见 templates/README.md。",
  "foreign-files": (facts) =>
    `文件夹“${facts["path"] ?? ""}”里有不是公开稿的文件：${facts["found"] ?? ""}。为免连带公开或误删，没有动它。请把这些文件移走，或换一个位置。`,
  "no-browser": () =>
    "没有找到能生成 PDF 的浏览器（Chromium、Chrome 或 Edge）。请安装其中一种，或用环境变量 GONGKAI_BROWSER 指明它的位置；也可以在程序窗口里打印。",
  "print-failed": (facts) =>
    `没有生成 PDF${facts["reason"] ? `：${facts["reason"]}` : ""}。请稍后重试，或在程序窗口里打印。`,
};

/** The Chinese sentence of a failure: what happened and what to do. */
export function failureText(failure: Failure): string {
  const { role = "", file = "" } = failure.facts;
  const of = SIDE_FILES[role];
  return `${of === undefined ? "" : `${of}“${file}”：`}${SENTENCES[failure.code](failure.facts)}`;
}

/** What stands where a file was expected. */
const UNREADABLE: Readonly<Record<string, string>> = {
  folder: "这是一个文件夹，不是文件。请给出文件夹里的文件。",
  "not-a-file": "这是管道或设备，不是普通文件，没有读取。请给出文件。",
};

/** What is too much in a workbook, in the measure it was counted in. */
function bombText(facts: Facts): string {
  const { measure = "", sheet = "", size = "", limit = "" } = facts;
  const unusual = (what: string): string => `文件不正常：${what}，可能有问题，没有打开。请确认文件来源。`;
  switch (measure) {
    case "cells":
      return `工作表“${sheet}”的格子超过 ${limit} 个，多半是给整行整列设过格式，没有打开。请用 WPS 或 Excel 删去表格以外的空行空列，保存后重试。`;
    case "depth":
      return unusual(`里面的内容套了超过 ${limit} 层`);
    case "entries":
      return unusual(`里面有 ${size} 个部分，上限是 ${limit} 个`);
    case "ratio":
      return unusual(`里面的内容压缩得太紧（${size} 倍，上限 ${limit} 倍）`);
    default:
      return `文件展开后大得不正常${sized(facts)}，可能有问题，没有打开。请确认文件来源。`;
  }
}

/** Files named beside the one to work on. */
const SIDE_FILES: Readonly<Record<string, string>> = {
  previous: "上年工作簿",
  template: "说明模板",
  narrative: "要核对的说明",
};

function usageText(facts: Facts): string {
  const found = facts["found"] ?? "";
  const slips: Readonly<Record<string, string>> = {
    option: `选项写得不对：没有 ${found} 这个选项`,
    "option-value": `选项写得不对：${found} 后面要写内容`,
    "option-flag": `选项写得不对：${found} 后面不写内容`,
    command: `没有“${found}”这个命令`,
    "foreign-option": `这个命令没有 ${found} 选项`,
    "no-file": "没有给出要处理的工作簿",
    "one-file": "一次只能处理一个工作簿",
    "no-out": "没有用 --out 给出写到哪里",
    "no-reason": "--reason 后面要写明有错误仍然公开的理由",
    "no-pack": "没有用 --pack 给出模板包编号",
    year: `年度“${found}”不是四位年份`,
    "many-words": `多写了“${found}”，这个命令不处理文件`,
    "not-xlsx": `新工作簿的文件名要以 .xlsx 结尾：${found}`,
    "existing-file": `文件已经存在：${found}。为免盖掉已填的数，没有新建；请换一个文件名，或先删去它`,
  };
  return slips[facts["slip"] ?? ""] ?? "命令用法不对";
}

function partText(facts: Facts): string {
  const place = [facts["sheet"] === undefined ? undefined : `工作表“${facts["sheet"]}”`, facts["ref"], facts["part"]]
    .filter((text) => text !== undefined)
    .join(" ");
  return place === "" ? "" : `（${place}）`;
}

function sized(facts: Facts): string {
  const size = facts["size"];
  const limit = facts["limit"];
  if (size === undefined && limit === undefined) return "";
  return `（${[size === undefined ? undefined : `${size} 字节`, limit === undefined ? undefined : `上限 ${limit}`].filter((text) => text !== undefined).join("，")}）`;
}

/** What tells a foreign form: another title or year, heads it lacks, heads it has beyond this form's. */
function differs(facts: Facts): string {
  const { found, expected = "" } = facts;
  if (found === undefined) return "标题或表头与模板包不一致";
  if (found === "") return `表头里没有${listed(expected)}`;
  if (expected === "") return `表头里多出${listed(found)}，模板包里没有这一栏`;
  if (/^[\d, ]+$/.test(expected)) return `出现${listed(found)}，模板包是 ${expected} 年度的`;
  return `出现${listed(found)}，模板包里是${listed(expected)}`;
}

/** How many heads a sentence names. */
const NAMED = 3;

/** Heads one after the other, each once; of a head's path each text once. */
function listed(texts: string): string {
  const heads = texts.split(", ").map((path) =>
    path
      .split(" ")
      .filter((text, index, all) => text !== all[index - 1])
      .join(" "),
  );
  const different = [...new Set(heads)];
  const rest = different.length > NAMED ? `等 ${different.length} 处` : "";
  return `“${different.slice(0, NAMED).join("”“")}”${rest}`;
}
