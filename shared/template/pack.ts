import type { Severity } from "../model/finding.js";
import type { ColumnId, RowKey, TableId } from "../model/address.js";
import type { NarrativeCheckSettings } from "./narrative-check-settings.js";
import type { Overview } from "./overview.js";
import type { PlausibilitySettings } from "./plausibility-settings.js";
import type { Publication } from "./publication.js";

/**
 * A pack: everything that belongs to one year and place, as data. Read by `read-pack` from the files of one folder below
 * templates/; the folder's README explains it field by field. The engine knows no table, code or sentence of its own.
 */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  /** Fiscal years this set of forms was published for; the first is the default of a new workbook. */
  readonly years: readonly number[];
  /** Printed forms (公开01表 …) in printed order. */
  readonly forms: readonly Form[];
  /** Tables of figures and texts; a form shows one or several. */
  readonly tables: readonly Table[];
  readonly rules: readonly Rule[];
  readonly classifications: readonly Classification[];
  /** What 说明要素 can hold: texts and figures that only people know. */
  readonly elements: readonly Element[];
  /** Which of last year's figures are wanted, in the order of the sheet 上年数. */
  readonly lastYear: readonly LastYearFigure[];
  /** Thresholds and vocabularies of the checks the rules cannot express: the file plausibility.json. */
  readonly plausibility: PlausibilitySettings;
  readonly narrativeCheck: NarrativeCheckSettings;
  /** The charts of the overview page: the file overview.json. */
  readonly overview: Overview;
  /** How the set is published: the file publication.json; a pack without it cannot be published. */
  readonly publication?: Publication;
  /** Words and faces that every sheet of the set shares. */
  readonly frame: Frame;
}

/** What stands in pack.json itself; everything else of a pack stands in files of its own. */
export interface PackHead extends Pick<Pack, "id" | "title" | "place" | "years" | "frame"> {
  /** Ids of the forms in printed order; each is a file forms/<id>.json with its tables in tables/<id>.json. */
  readonly forms: readonly string[];
  /** Lists of codes; each is a file classifications/<id>.csv. */
  readonly classifications: readonly { readonly id: string; readonly name: string }[];
}

/** What is printed around every table of a set: `{部门}`, `{年度}` and `{单位}` are filled in. */
export interface Frame {
  /** The line that names the publisher, `部门：{部门}`. */
  readonly department: string;
  /** What stands for `{部门}` inside a sentence while nobody has been named. */
  readonly unnamedDepartment: string;
  /** The line that names the unit, `金额单位：{单位}`; a form's own {@link FormLines.unitText} goes before it. */
  readonly unit: string;
  /** The label of the row of printed column numbers, 栏次. */
  readonly officialNumbers: string;
  /** What a cell prints that can take no figure, —. */
  readonly dash: string;
  /** The page foot in Excel's codes, such as `第 &P 页 共 &N 页`. */
  readonly footer: string;
  /** The cells of the foot row of a sign-off copy, left to right: 单位负责人（签章）： … (domain: printing for sign-off). */
  readonly signOff: readonly string[];
  /** Typefaces by name, as Excel and WPS know them. */
  readonly fonts: { readonly title: string; readonly body: string };
  /** The working sheet of last year's figures: its heads are 项目, 引用, 单位, 上年数 in this order. */
  readonly lastYear: WorkingSheet;
  /** The working sheet 说明要素: its heads are 编号, 位置, 内容 in this order. */
  readonly elements: WorkingSheet;
}

/** A sheet of the workbook that is never published; recognised by its heads. */
export interface WorkingSheet {
  readonly sheet: string;
  /** The row above the heads; absent where the heads come first. */
  readonly title?: string;
  readonly heads: readonly string[];
  /** Widths of its columns in Excel's character units. */
  readonly widths: readonly number[];
}

/** One printed form, that is one sheet of the workbook. */
export interface Form {
  readonly id: string;
  /** Printed number, such as 公开01表; only a label. */
  readonly no: string;
  /** Name of its sheet in workbooks we make; never used to recognise it. */
  readonly sheet: string;
  /** The printed title; forms are recognised by it and by their heads. */
  readonly title: string;
  /** Titles of the same form as printed elsewhere in the same set (the seed prints 公开11 without one). */
  readonly titleAliases: readonly string[];
  /** What stands on the line below the title, e.g. 部门：{部门}, 公开01表, 金额单位：万元. */
  readonly lines: FormLines;
  /** Regions from top to bottom. */
  readonly regions: readonly Region[];
  /** Notes below the table, one paragraph each. */
  readonly notes: readonly string[];
  /** The sentence an empty form is published with, or absent where the form may not be empty. `{部门}` and `{年度}` are filled. */
  readonly emptySentence?: string;
  readonly print: PrintSetup;
}

/** Which of the usual lines stand between title and table. */
export interface FormLines {
  readonly department: boolean;
  readonly number: boolean;
  /** Printed unit of the amounts, or absent where the form prints none. */
  readonly unit?: AmountUnit;
  /** The words of the unit line where they are not those of {@link Frame.unit}, such as `单位：{单位}`. */
  readonly unitText?: string;
}

/** How the form's sheet is laid out and printed: A4, fit to one page wide. */
export interface PrintSetup {
  readonly orientation: "portrait" | "landscape";
  /** Sheet columns and their widths in Excel's character units, left to right. */
  readonly widths: readonly number[];
  /** Font size of head and body in points; the title is 22 and the lines below it 11. */
  readonly fontSize: number;
  /** Whether the head of the first grid repeats on every page and stays in view; not where several grids follow each other. */
  readonly repeatHead: boolean;
}

/** A stretch of a form's sheet. */
export type Region = GridRegion | FieldsRegion;

/**
 * A grid: head rows, then body rows, in one or several panels side by side (公开01 has 收入 and 支出). All panels share the sheet
 * rows of the region. Regions of a form that follow each other with the same `repeatedBy` stand together as one block for
 * each row of that table.
 */
export interface GridRegion {
  readonly kind: "grid";
  /** A line above the head, e.g. 二、部门年度重点工作任务. */
  readonly caption?: string;
  readonly panels: readonly Panel[];
  /** Whether a 栏次 row stands below the head. */
  readonly officialNumbers: boolean;
  /**
   * Other heads the one panel may have instead of its own `columns` (公开12 has two forms). New workbooks are written with
   * the panel's own, and with the first of these that shows every column holding something when its own do not.
   */
  readonly variants?: readonly (readonly PanelColumn[])[];
  /** The region stands once for each row of this table (公开12: one block a project). */
  readonly repeatedBy?: TableId;
}

/** One table's columns within a grid; panels stand side by side. */
export interface Panel {
  readonly table: TableId;
  /** Fixed rows (keys) this panel shows from top to bottom; null leaves a sheet row empty. Absent for code rows and lists: all rows. */
  readonly rows?: readonly (RowKey | null)[];
  /** For code tables in several panels: the categories shown in this panel, in order (公开06: 301, 303 | 302, 307 | 310 …). */
  readonly categories?: readonly string[];
  readonly columns: readonly PanelColumn[];
  /** Empty rows left for typing in a new workbook, for code rows and lists. */
  readonly blankRows?: number;
}

/** One column of a panel. */
export interface PanelColumn {
  /**
   * `figure` and `text` columns hold the table's column `column`; `name`, `number` and `code` print the row's own labels;
   * `side` is a label merged down over head and body of the region (绩效指标 in the first form of 公开12).
   */
  readonly role: "name" | "number" | "code" | "figure" | "text" | "side";
  readonly column?: ColumnId;
  /**
   * Head texts from top to bottom; equal neighbours below the same head are merged, and so is a text over equal or missing
   * ones below it. Compared without blanks and width.
   */
  readonly head: readonly string[];
  /** How many sheet columns it spans, 1 when absent (编码 spans three: 类 款 项). */
  readonly span?: number;
  /** What the spanned sheet columns are labelled with beside 栏次, one text each: 类, 款, 项. */
  readonly parts?: readonly string[];
}

/**
 * Labelled values at free places: 项目名称 | … , 主管部门 | … | 实施单位 | … A line with more text than one Excel row can show
 * (409 points) stands over several sheet rows merged, so a value is found right of its label, not by counting rows.
 */
export interface FieldsRegion {
  readonly kind: "fields";
  readonly caption?: string;
  readonly table: TableId;
  /** Sheet lines from top to bottom, each a list of cells from left to right. */
  readonly lines: readonly FieldLine[];
  readonly repeatedBy?: TableId;
}

/** Cells from left to right; sheet columns still covered by a label of a line above are passed over. */
export interface FieldLine {
  readonly cells: readonly FieldCell[];
  /** The least height of the line in points, to leave room for a text; one line of text when absent. */
  readonly height?: number;
}

/** `span` counts sheet columns; `rows` counts lines a label reaches down, 1 when absent. */
export type FieldCell =
  | { readonly kind: "label"; readonly text: string; readonly span: number; readonly rows?: number }
  | {
      readonly kind: "value";
      readonly row?: RowKey;
      readonly column: ColumnId;
      readonly span: number;
      /** Printed in the same cell before the value, such as （自评等级）; a file may leave it out. */
      readonly prefix?: string;
    };

/** A table: rows × columns of one kind of fact, whatever sheet shows it. */
export interface Table {
  readonly id: TableId;
  /** Short name, unique in the pack: the first part of 表.行.栏. */
  readonly name: string;
  /** Further names a reference may use, such as the full title. */
  readonly aliases: readonly string[];
  readonly form: string;
  readonly rows: RowsSpec;
  readonly columns: readonly Column[];
}

/** What rows a table has: printed ones, one for each classification code, or as many as the user adds. */
export type RowsSpec =
  | { readonly kind: "fixed"; readonly rows: readonly FixedRow[] }
  /** Rows of classification codes, in code order; parents are sums of children. */
  | {
      readonly kind: "codes";
      readonly classification: string;
      readonly total?: FixedRow;
      /** Fixed rows below the codes (公开06: 人员经费合计, 公用经费合计). */
      readonly footer: readonly FixedRow[];
      /** Whether the published form always prints every code of the classification (公开06). */
      readonly complete: boolean;
    }
  /** Free rows keyed 1, 2, 3 …; with `parent` keyed p1/1 … below the parent's row; with `fixed` the same named rows below each parent. */
  | {
      readonly kind: "list";
      readonly parent?: TableId;
      readonly fixed?: readonly FixedRow[];
      readonly namedBy?: ColumnId;
    };

/** A row that the form prints by itself. */
export interface FixedRow {
  readonly key: RowKey;
  /** Unique short name in its table for expressions; defaults to `name`. */
  readonly short?: string;
  /** The printed text, without indentation. */
  readonly name: string;
  /** Printed 行次. */
  readonly no?: number;
  /** The classification code this fixed row stands for (公开01 r38 is 208). */
  readonly code?: string;
  readonly level: number;
  /** The columns this row has cells in; absent: all. */
  readonly columns?: readonly ColumnId[];
  /** Columns that print — and take no figure. */
  readonly dashes?: readonly ColumnId[];
  /** Overrides of unit and places (公开09 mixes amounts and counts in one column): places are 2 for amounts and %, else 0. */
  readonly unit?: Unit;
}

/** The units an amount may be printed in; 万元 is 10⁴ 元. */
export type AmountUnit = "元" | "万元";
/** Every unit a cell may have; a text column has none. */
export type Unit = AmountUnit | "%" | "个" | "人" | "辆" | "人次" | "批次" | "分" | "年" | "平方米" | "项";

/** A column of a table: one kind of figure or text for all rows. */
export interface Column {
  readonly id: ColumnId;
  /** Short name, unique in the table: the last part of 表.行.栏. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Printed 栏次. */
  readonly no?: string;
  readonly kind: "amount" | "count" | "percent" | "score" | "text";
  readonly unit?: Unit;
  /** Printed decimal places; 2 for amounts and percentages, 0 for counts. Scores are exact whatever they print. */
  readonly places?: number;
}

/** A list of codes and their names for one fiscal year. */
export interface Classification {
  readonly id: string;
  readonly name: string;
  readonly entries: readonly { readonly code: string; readonly name: string }[];
  /** Former names, for old names typed this year: code → names. */
  readonly former: readonly { readonly code: string; readonly name: string; readonly until: number }[];
}

/** One entry of 说明要素. */
export interface Element {
  readonly id: string;
  /** Where it stands in the narrative, for people. */
  readonly place: string;
  readonly kind: "text" | "amount" | "count";
  readonly unit?: Unit;
  readonly places?: number;
  /** Whether its absence is an `explain` finding, and under which condition (an expression). */
  readonly requiredWhen?: string;
  /** What the person must explain, for the finding's sentence. */
  readonly asks?: string;
}

/** A figure of last year: 引用 is the same reference as this year's cell. */
export interface LastYearFigure {
  readonly reference: string;
  readonly item: string;
}

/** A rule (勾稽关系). The engine compiles it once per workbook. */
export interface Rule {
  readonly id: string;
  /** The Chinese sentence people read. */
  readonly title: string;
  readonly kind: "基本平衡" | "逻辑性" | "核实性";
  /** The document, clause or table note it rests on. */
  readonly basis: string;
  readonly severity: Severity;
  readonly note?: string;
  /** Equations; empty where the rule is about structure alone. */
  readonly formulas: readonly RuleFormula[];
  /** A check of structure, in place of equations or beside them (公开07: empty or balanced). */
  readonly structure?: StructureCheck;
  readonly examples: readonly RuleExample[];
}

/** One equation of a rule, for one cell or for every row and column of a loop. */
export interface RuleFormula {
  /** Loop variables: 行 over a reference with a row set (several are united by code), 栏 over names. */
  readonly each: { readonly 行?: readonly string[]; readonly 栏?: readonly string[] };
  /** The equation, e.g. `收入.@行.本年收入合计 = 收入.@行.财政拨款收入 + …`. */
  readonly require: string;
  /** The formula stands only when this holds (an expression without loop variables). */
  readonly when?: string;
  /** The left cell is derived by this formula: for all loop rows (`true`) or those in a row set reference. */
  readonly derives?: true | string;
  /** Whether a side that prints counts etc. is compared without tolerance; units decide by themselves, this forces it. */
  readonly exact?: boolean;
  /** How grave a miss of this one equation is, where that differs from its rule (机关运行经费 may equal 公用经费, with a reason). */
  readonly severity?: Severity;
}

/** What a rule checks where no equation can say it. */
export type StructureCheck =
  /** Each code stands once in the table and under its name of this year, where the classification knows it. */
  | { readonly check: "unique-codes"; readonly table: TableId; readonly classification?: string }
  /** The form holds no figure other than 0, and says so in its sentence, exactly where all these cells are 0 or blank. */
  | { readonly check: "empty-iff-zero"; readonly form: string; readonly zero: readonly string[] }
  | CodesWithin
  /** A code has one name in all these tables, and the name the classification gives it. */
  | { readonly check: "same-names"; readonly tables: readonly TableId[]; readonly classification: string }
  /** Percentages are written with two places and %, or as a dash. */
  | { readonly check: "percent-format"; readonly table: TableId; readonly columns: readonly ColumnId[] }
  /** Rows of two lists that bear the same name print the same figure; both are references with `@行`. */
  | { readonly check: "same-named-rows"; readonly left: string; readonly right: string };

/** Codes of one table that another must have too, and codes whose 款 and 类 must stand above them. */
export interface CodesWithin {
  readonly check: "codes-within";
  /** A code with a figure other than 0 in `column` of `table` must be a row of the table `within`. */
  readonly pairs: readonly { readonly table: TableId; readonly column: ColumnId; readonly within: TableId }[];
  /** Tables in which a 项 needs its 款 and a 款 needs its 类. */
  readonly parentsExist: readonly TableId[];
}

/** A small workbook as `表.行.栏 → figure` (and `要素.编号 → text`), and what the rule says to it. */
export interface RuleExample {
  readonly given: Readonly<Record<string, string>>;
  /** Printed names of code rows by table id and row key, for rules about names; other rows have none. */
  readonly names?: Readonly<Record<TableId, Readonly<Record<RowKey, string>>>>;
  /** Sentences below empty forms, by form id. */
  readonly emptySentences?: Readonly<Record<string, string>>;
  readonly expect: "holds" | "rounding" | "violated" | "not-checked";
}
