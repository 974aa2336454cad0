import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Session } from "../../shared/calc/session.js";
import { textOf } from "../../shared/narrative/render.js";
import { render } from "./narrative.js";

const FOLDER = new URL("../comparing/unseen/", import.meta.url).pathname;

/** What the texts' short names stand for; a figure is never typed, so it cannot drift from the sample. */
const NAMES: Readonly<Record<string, string>> = {
  总计: "总表.r30.收入",
  年初: "总表.r29.收入",
  年末: "总表.r59.支出",
  总收: "收入.合计.本年收入合计",
  财收: "收入.合计.财政拨款收入",
  他收: "收入.合计.其他收入",
  总支: "支出.合计.本年支出合计",
  基支: "支出.合计.基本支出",
  项支: "支出.合计.项目支出",
  一支: "一般.合计.支出合计",
  一基: "一般.合计.支出基本",
  一项: "一般.合计.支出项目",
  社保: "一般.208.支出合计",
  卫生: "一般.210.支出合计",
  农林: "一般.213.支出合计",
  住房: "一般.221.支出合计",
  行政: "一般.2080101.支出合计",
  一管: "一般.2080102.支出合计",
  信息: "一般.2080108.支出合计",
  养老: "一般.2080505.支出合计",
  社补: "一般.2080704.支出合计",
  公益: "一般.2080705.支出合计",
  医疗: "一般.2101101.支出合计",
  公积金: "一般.2210201.支出合计",
  购房: "一般.2210203.支出合计",
  人员: "基本.人员经费合计.金额",
  公用: "基本.公用经费合计.金额",
  工资: "基本.301.金额",
  基本工资: "基本.30101.金额",
  津贴: "基本.30102.金额",
  奖金: "基本.30103.金额",
  补助: "基本.303.金额",
  退休: "基本.30302.金额",
  商品: "基本.302.金额",
  办公: "基本.30201.金额",
  差旅: "基本.30211.金额",
  工会: "基本.30228.金额",
  三预: "三公.2.预算数",
  三决: "三公.2.决算统计数",
  车预: "三公.4.预算数",
  车决: "三公.4.决算统计数",
  待预: "三公.7.预算数",
  待决: "三公.7.决算统计数",
  三节: "(三公.2.预算数 - 三公.2.决算统计数)",
  车节: "(三公.4.预算数 - 三公.4.决算统计数)",
  待节: "(三公.7.预算数 - 三公.7.决算统计数)",
  保有: "三公.15.决算统计数",
  批次: "三公.16.决算统计数",
  人次: "三公.18.决算统计数",
  机关: "三公.22.决算统计数",
  资产: "资产.合计.资产总额",
  流动: "资产.合计.流动资产",
  固定: "资产.合计.固定资产",
  房屋: "资产.合计.房屋构筑物",
  车辆: "资产.合计.车辆",
  他固: "资产.合计.其他固定资产",
  无形: "资产.合计.无形资产",
  采货: "要素.采购货物支出",
  采服: "要素.采购服务支出",
  采购: "(要素.采购货物支出 + 要素.采购工程支出 + 要素.采购服务支出)",
};

/** The narratives of one file by their department's name, with the figures of a workbook in them. */
export function unseenNarratives(session: Session, file: string): readonly (readonly [string, readonly string[]])[] {
  const written = readFileSync(join(FOLDER, file), "utf8").trim();
  return written.split(/^# /mu).flatMap((part): (readonly [string, readonly string[]])[] => {
    const [name = "", ...texts] = part.trim().split("\n");
    if (name === "") return [];
    const { problems, paragraphs } = render(session, ...texts.map(tagged));
    if (problems.length > 0) throw new Error(`${name}: ${JSON.stringify(problems[0])}`);
    return [[name, paragraphs.map(textOf)]];
  });
}

/** `[Δ总收|0.00]` as the tag of the pack's language that gives the figure. */
function tagged(text: string): string {
  return text.replace(/\[([^\]|*/]+)([*/]10000)?(\|[^\]]+)?\]/gu, (_, figure: string, unit = "", format = "") => {
    const scaled = unit === "" ? "" : unit === "*10000" ? " × 10000" : " ÷ 10000";
    const places = format === "" && unit === "*10000" ? "|#,##0.00" : String(format);
    return `{${expression(figure)}${scaled}${places}}`;
  });
}

function expression(figure: string): string {
  const [part = "", whole] = figure.split("%");
  if (whole !== undefined) return `百分比(${named(part)}, ${named(whole)})`;
  const of = named(figure.replace(/^[Δ↑上]/u, ""));
  if (figure.startsWith("Δ")) return `绝对值(${of} - 上年(${of}))`;
  if (figure.startsWith("↑")) return `绝对值(增长(${of}, 上年(${of})))`;
  return figure.startsWith("上") ? `上年(${of})` : of;
}

function named(name: string): string {
  const found = NAMES[name];
  if (found === undefined) throw new Error(name);
  return found;
}
