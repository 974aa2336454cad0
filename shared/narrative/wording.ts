import { roundTo, ZERO } from "../decimal.js";
import { add, inUnit, type Evaluated, type Quantity } from "../expression/evaluated.js";
import type { LogicOperator } from "../expression/expression.js";

/** The words that open a section of a template: `{#段 …}`, `{#若 …}`, `{#否 …}`, `{#遍历 … 若 …}`. */
export const SECTION_WORDS = { paragraph: "段", condition: "若", exception: "否", loop: "遍历" } as const;

/** The words a figure's tag may end with after `|`, besides number formats such as `#,##0.00`. */
export const FORMAT_WORDS = { shortest: "最简", grouped: "千分位", paragraphs: "段落", category: "类" } as const;

/** What a format stands behind, in either width. */
export const FORMAT_BARS: readonly string[] = ["|", "｜"];

/** The answer by which one side alone decides: one false decides 且, one true decides 或. */
export const DECIDING_ANSWER: Readonly<Record<LogicOperator, boolean>> = { 且: false, 或: true };

/** The function names a tag's meaning depends on before it is evaluated. */
export const FUNCTION_WORDS = { lastYear: "上年", filled: "有数", choice: "若" } as const;

/** `@行` in an element's id stands for the loop row's code; `@行.序号` is its position among the rows listed. */
export const LOOP_WORDS = { row: "@行", position: "序号" } as const;

/** Under `段.编号` 说明要素 keeps a paragraph as the user reworded it, tags included. */
export const REWORDING_PREFIX = "段.";

const CHANGES = { above: "增加", below: "减少", same: "持平" } as const;
const RATES = { above: "增长", below: "下降", same: "持平" } as const;
const SIZES = { above: "大于", below: "小于", same: "等于" } as const;

/**
 * The narrative's words: 增减(今, 昨) and 升降(今, 昨) say where a change leads that is computed exactly and rounded once,
 * 大小(甲, 乙) compares two figures as printed. What prints as 0.00 has no direction: 持平, 等于. A missing side gives
 * `missing`; any other function is unknown here.
 */
export function words(name: string, args: readonly Evaluated[]): Evaluated {
  const [left, right] = args;
  const vocabulary = name === "增减" ? CHANGES : name === "升降" ? RATES : name === "大小" ? SIZES : undefined;
  if (vocabulary === undefined || left === undefined || right === undefined) return { kind: "unknown", name };
  const incomplete = [left, right].filter((side) => side.kind === "missing");
  if (incomplete.length > 0) {
    return {
      kind: "missing",
      cells: incomplete.flatMap((side) => side.cells),
      wanted: incomplete.flatMap((side) => side.wanted),
    };
  }
  if (left.kind !== "value") return left;
  if (right.kind !== "value") return right;
  const order = vocabulary === SIZES ? orderAsPrinted(left, right) : changeAsPrinted(left, right);
  const text = order > 0 ? vocabulary.above : order < 0 ? vocabulary.below : vocabulary.same;
  return { kind: "text", text, from: [...left.from, ...right.from] };
}

/** How two figures stand to each other when each is printed: negative, 0 or positive. */
export function orderAsPrinted(left: Quantity, right: Quantity): number {
  const other = inUnit(right, left.unit);
  return asPrinted(left).comparedTo(asPrinted(other));
}

function changeAsPrinted(now: Quantity, before: Quantity): number {
  return asPrinted(add(now, before, -1)).comparedTo(ZERO);
}

function asPrinted({ value, places }: Quantity): Quantity["value"] {
  return places === undefined ? value : roundTo(value, places);
}

/** The visible mark of something only a person can supply. */
export function missingMark(what: string): string {
  return `【待填写：${what}】`;
}

/** The visible mark of a share or growth of 0, for templates whose sentence does not provide for it. */
export function noBaseMark(): string {
  return "【无可比基数】";
}

/** The visible mark of a name that leads nowhere. */
export function unknownMark(name: string): string {
  return `【无法识别：${name}】`;
}

/** Last year's figure, for a mark. */
export function lastYearItem(item: string): string {
  return `上年数（${item}）`;
}

/** A cell's place in words, for a mark: 三公 公务接待费 决算统计数. */
export function cellPlace(table: string, row: string, column: string): string {
  return [table, row, column].filter((part) => part !== "").join(" ");
}

/** A class's name as sentences call it: 一、一般公共服务支出 → 一般公共服务, 抗疫特别国债安排的支出 → 抗疫特别国债安排. */
export function categoryName(printed: string): string {
  return printed.replace(/^[一二三四五六七八九十]+、/u, "").replace(/的?支出$/u, "");
}

/** A text inside a sentence, without the punctuation that the sentence itself supplies behind it. */
export function withoutEnd(text: string): string {
  return text.replace(/[。；;，,、\s]+$/u, "");
}

/** The lines of a text typed in several paragraphs, without the blanks people indent them with; empty lines are dropped. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ""))
    .filter((line) => line !== "");
}
