/** The kinds of paragraph a narrative has; each is a paragraph style of the .docx, so that a bureau restyles it in one place. */
export type BlockStyle = "title" | "part" | "heading1" | "heading2" | "body" | "caption" | "unit" | "note" | "ending";

/** One paragraph of the template: its style, and its text with tags. */
export interface TextBlock {
  readonly kind: "text";
  readonly style: BlockStyle;
  readonly text: string;
}

/** A table of the template: rows of cells, each a text with tags. */
export interface TableBlock {
  readonly kind: "table";
  /** Widths of the columns in millimetres. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** One cell; spans count grid columns and rows. */
export interface TableCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

export type Block = TextBlock | TableBlock;

/** The subject of the sentences: the department with the units below it. */
export const SUBJECT = "{部门}部门";

/** A body paragraph that a bureau can reword under its id. */
export function paragraph(id: string, text: string): TextBlock {
  return { kind: "text", style: "body", text: `{#段 ${id}}${text}{/段}` };
}

/** A heading, caption or other paragraph that nobody rewords. */
export function line(style: BlockStyle, text: string): TextBlock {
  return { kind: "text", style, text };
}

/** Paragraphs that stand only under a condition: the tags around them are paragraphs of their own and leave no empty line. */
export function when(tag: "若" | "否", condition: string, ...blocks: readonly Block[]): readonly Block[] {
  return [line("body", `{#${tag} ${condition}}`), ...blocks, line("body", `{/${tag}}`)];
}

/** The part's percentage of the whole: `{百分比(收入.合计.其他收入, 收入.合计.本年收入合计)}%`. */
export function share(part: string, whole: string): string {
  return `{百分比(${part}, ${whole})}%`;
}

/** Text that stands only under a condition, within a sentence. */
export function only(condition: string, text: string, otherwise?: string): string {
  const exception = otherwise === undefined ? "" : `{#否 ${condition}}${otherwise}{/否}`;
  return `{#若 ${condition}}${text}{/若}${exception}`;
}

/**
 * The change of a figure against last year. A figure that printed did not change has no direction and no reason; the
 * sentence then says 持平 (never 增加0.00).
 */
export function changeWithReason(figure: string, reason: string): string {
  const changed = `与上年对比${direction(figure)}了${change(figure)}万元，${direction(figure)}的主要原因是{要素.${reason}}。`;
  return only(changes(figure), changed, "与上年持平。");
}

/**
 * `减少0.01万元，下降0.08%`, behind words such as 比2019年. A figure of 0 last year has no percentage: 无可比基数 stands instead. A
 * figure that did not change is 与上年持平 and printed, so that the reader still sees how much it is.
 */
export function changeWithRate(figure: string, against = ""): string {
  const rate = `增长(${figure}, 上年(${figure}))`;
  const grows = `升降(${figure}, 上年(${figure}))`;
  const percent = only(`上年(${figure}) ≠ 0`, `，{${grows}}{绝对值(${rate})}%`, "，上年为零，无可比基数");
  const changed = `${against}${direction(figure)}${change(figure)}万元${percent}`;
  return only(changes(figure), changed, `与上年持平，均为{${figure}}万元`);
}

/** 增加 or 减少. */
export function direction(figure: string): string {
  return `{增减(${figure}, 上年(${figure}))}`;
}

/** The change as an amount without sign. */
export function change(figure: string): string {
  return `{绝对值(${figure} - 上年(${figure}))}`;
}

/** Whether the figure, printed, differs from last year's. */
export function changes(figure: string): string {
  return `增减(${figure}, 上年(${figure})) ≠ “持平”`;
}
