import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { isBlank, isDash } from "../template/cell-input.js";
import { printedFigure, standingText, withUnit } from "./figure-text.js";
import { cellText, cellWithinTable } from "./place-text.js";
import { slipText } from "./slip-text.js";

/** The sentence of a rule's finding: where, both figures, the difference, the rule, and what to do. */
export function ruleText(computed: Computed, finding: Finding): string {
  const place = placeText(computed, finding);
  const rule = `（${finding.rule}：${finding.facts["title"] ?? ""}）`;
  if (finding.kind === "not-checked") return `${place}${notChecked(computed, finding)}${rule}。`;
  const { left, right, difference } = finding;
  if (left === undefined || right === undefined || difference === undefined) {
    const [first] = finding.cells;
    const stands = first === undefined ? "" : standingText(computed, first);
    return `${place}${stands}，与相关栏目不相符${rule}。相关栏目：${others(computed, finding)}。${advice(finding)}`;
  }
  const [a, b, gap] = [left, right, difference].map((figure) => withUnit(computed, finding, figure));
  if (finding.facts["op"] === "≠") {
    return `${place}${verb(finding)}${a ?? ""}，与用来核对的${b ?? ""}相等，一般不应相等${rule}。${advice(finding)}`;
  }
  const says = `${verb(finding)}${a ?? ""}，${relation(finding)}${b ?? ""}，相差${gap ?? ""}`;
  if (finding.kind === "rounding") {
    return `${place}${says}，在四舍五入的尾差范围（±${printedFigure(computed, finding, finding.tolerance ?? "")}）以内，属于尾差，不是错误${rule}。`;
  }
  return `${place}${says}${rule}。${unread(computed, finding)}${slipText(finding)}${advice(finding)}`;
}

/** Where one of the compared cells holds no figure but words: it counted as blank, and that is why the two do not agree. */
function unread(computed: Computed, { cells }: Finding): string {
  const at = cells.find((cell) => {
    const column = computed.table(cell.table).columns.find(({ id }) => id === cell.column);
    const text = column === undefined || column.kind === "text" ? undefined : computed.text(cell);
    return text !== undefined && !isBlank(text) && !isDash(text);
  });
  return at === undefined ? "" : `其中${cellText(computed, at)}的内容不是数字，按空白计算，请先改正那一格。`;
}

function placeText(computed: Computed, finding: Finding): string {
  const [first] = finding.cells;
  return first === undefined ? "" : cellText(computed, first);
}

function verb(finding: Finding): string {
  return (finding.facts["leftCells"] ?? "1") !== "1" ? "等项合起来是" : "是";
}

function relation(finding: Finding): string {
  switch (finding.facts["op"]) {
    case "≤":
    case "<":
      return "不应大于";
    case "≥":
    case ">":
      return "不应小于";
    default:
      return "按勾稽关系应为";
  }
}

/**
 * Which side is blank. The finding stands at the left side, which may be the one that holds nothing; where that side names only
 * rows the table does not have, at the right one.
 */
function notChecked(computed: Computed, finding: Finding): string {
  const { left, right } = finding;
  const [first] = finding.cells;
  const standsRight = left === undefined && first !== undefined && computed.printed(first) !== undefined;
  const several = standsRight || (finding.facts["leftCells"] ?? "1") === "1" ? "" : "等项";
  const filled = standsRight ? right : left;
  if (filled !== undefined) {
    return `${several}已填${withUnit(computed, finding, filled)}，但用来核对的另一方没有填数，未能核对`;
  }
  const other = right === undefined ? "" : `，用来核对的另一方是${withUnit(computed, finding, right)}`;
  return `${several}没有填数${other}，未能核对`;
}

/** The other cells of a comparison, the first few by name and figure. */
function others(computed: Computed, finding: Finding): string {
  const [first, ...rest] = finding.cells;
  const shown = rest.slice(0, 3).map((at) => `${sameTable(computed, first, at)}${standingText(computed, at)}`);
  return `${shown.join("、")}${rest.length > shown.length ? `等${rest.length}处` : ""}`;
}

function sameTable(computed: Computed, first: CellAddress | undefined, at: CellAddress): string {
  return first?.table === at.table ? cellWithinTable(computed, at) : cellText(computed, at);
}

function advice(finding: Finding): string {
  if (finding.remark !== undefined) return `已说明：${finding.remark}`;
  if (finding.severity === "explain") return "请核对；确属实际情况的，请在“说明要素”里写明原因。";
  if (finding.severity === "hint") return "请留意，不影响导出。";
  return "请核对原始数据，改正其中一方。";
}
