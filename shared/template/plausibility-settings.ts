import type { CellAddress, ColumnId, RowKey, TableId } from "../model/address.js";

/**
 * What the checks of plausibility look at in one set of forms, and the words they know. Every check has its own part; an
 * empty list switches it off. Read from plausibility.json.
 */
export interface PlausibilitySettings {
  /** Execution rate in percent under which a reason is asked for. */
  readonly executionFloor: string;
  /** Words that count as template leftovers, and pairs of signs around a placeholder such as `{` and `}`. */
  readonly leftovers: readonly string[];
  readonly placeholders: readonly { readonly open: string; readonly close: string }[];
  /** How names begin by which a publisher calls itself: 我 as in 我局, 本 as in 本单位. */
  readonly ownNames: readonly string[];
  readonly unitSlips: readonly UnitSlipSettings[];
  readonly pastedAmounts: readonly PastedAmountSettings[];
  readonly scores: readonly ScoreSettings[];
  readonly shares: readonly ShareSettings[];
  readonly executions: readonly ExecutionSettings[];
  readonly indicators: readonly IndicatorSettings[];
  readonly copies: CopySettings;
  readonly years: YearSettings;
  readonly statedFigures: readonly StatedFigureSettings[];
  readonly statedChanges: readonly StatedChangeSettings[];
  readonly textAmounts: TextAmountSettings;
  readonly wanted: readonly TextColumns[];
  readonly signs: TextSigns;
}

/** How texts are written: the words of dates, and the signs by which sentences and titles are told apart. */
export interface TextSigns {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** Every sign that ends a sentence or an item of a list. */
  readonly sentenceEnds: readonly string[];
  /** Every further sign that ends a clause. */
  readonly clauseEnds: readonly string[];
  /** The signs around the title of a law or document: 《 and 》. */
  readonly titleOpen: string;
  readonly titleClose: string;
}

/** Columns of a table whose texts a check reads. */
export interface TextColumns {
  readonly table: TableId;
  readonly columns: readonly ColumnId[];
}

/** Amounts that may have been typed in 元 under a head that says 万元. */
export interface UnitSlipSettings {
  readonly table: TableId;
  readonly columns: readonly ColumnId[];
  /** Columns of what was really spent; a budget may be larger than everything that was spent in the year. */
  readonly spent: readonly ColumnId[];
  /** Nothing spent can be larger than this amount, such as the department's whole expenditure. */
  readonly within: CellAddress;
  /** The same fact in another table, in the row of the same name. */
  readonly twin?: {
    readonly column: ColumnId;
    /** The row below its parent that holds the fact, where the table has fixed rows below each parent. */
    readonly row?: RowKey;
    readonly table: TableId;
    readonly twinColumn: ColumnId;
  };
}

/** Amounts that may have been pasted across the weight, rate and score of their row. */
export interface PastedAmountSettings {
  readonly table: TableId;
  readonly amounts: readonly ColumnId[];
  readonly weight: ColumnId;
  readonly rate: ColumnId;
  readonly score: ColumnId;
  /** No weight or score is larger. */
  readonly fullMark: string;
}

/** A score and the weight it cannot exceed, where no rule compares the two. */
export interface ScoreSettings {
  readonly table: TableId;
  readonly weight: ColumnId;
  readonly score: ColumnId;
}

/** A percentage and what it is a percentage of. */
export interface ShareSettings {
  readonly table: TableId;
  readonly rate: ColumnId;
  readonly base: ColumnId;
}

/** Budget and spending whose rate needs a reason when it is low. */
export interface ExecutionSettings {
  readonly table: TableId;
  /** The row below each parent that holds the whole, where the table has fixed rows below each parent. */
  readonly row?: RowKey;
  readonly budget: ColumnId;
  readonly spent: ColumnId;
  /** Where a reason may stand: columns of the row itself or of the parent's row. */
  readonly reasons: readonly ColumnId[];
  /** Tables of rows below the same parent, any of which may give the reason. */
  readonly reasonsBelow: readonly TextColumns[];
}

/** An indicator, what was wanted and what was reached. */
export interface IndicatorSettings {
  readonly table: TableId;
  readonly name: ColumnId;
  readonly targets: readonly ColumnId[];
  readonly actual: ColumnId;
}

/** Texts that should not be equal. */
export interface CopySettings {
  /** Texts with fewer signs than this may be equal by themselves. */
  readonly minimum: number;
  /** Two columns of one row: what was wanted and what was reached. */
  readonly pairs: readonly { readonly table: TableId; readonly left: ColumnId; readonly right: ColumnId }[];
  /** One column in all rows of a table. */
  readonly across: readonly TextColumns[];
}

/** Which years may stand in texts. */
export interface YearSettings {
  /** `ahead` is how many years after the fiscal year these texts may speak of. */
  readonly texts: readonly (TextColumns & { readonly ahead: number })[];
  /** Texts in which a date after the fiscal year is a late deadline. */
  readonly deadlines: readonly TextColumns[];
  /** Words that make another year right when one of them stands in the same sentence: 比上, 同期, 增加 … */
  readonly comparison: readonly string[];
  /** Words right in front of a year that make it right: 自, 从 … */
  readonly before: readonly string[];
  /** What may follow 年 where another year is right by itself: 第 (2019年第二批), 以来 … */
  readonly after: readonly string[];
  /** What follows 年 where the year must be the fiscal year even inside a title: 度部门预算, 度部门决算. */
  readonly fiscal: readonly string[];
}

/** Amounts that a text states under a label and a table holds. */
export interface StatedFigureSettings {
  readonly text: CellAddress;
  readonly figures: readonly { readonly label: string; readonly cell: CellAddress }[];
  /** Words that may stand between the label and the amount: 合计, 为, ： … */
  readonly links: readonly string[];
  /** Words that may stand right in front of the label, besides punctuation and the fiscal year: 我局 … */
  readonly before: readonly string[];
  /** Words that narrow what the rest of their sentence speaks of, so that the labels mean other figures: 财政拨款 … */
  readonly scopes: readonly string[];
}

/** A change against last year that a text states of a figure. */
export interface StatedChangeSettings {
  readonly text: CellAddress;
  /** The words that name the figure in front of the comparison. */
  readonly label: string;
  readonly cell: CellAddress;
  /** What leads to last year: 比, 较, 与 … */
  readonly against: readonly string[];
  /** Last year in words, besides its number: 上年, 去年 … */
  readonly lastYear: readonly string[];
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/** Amounts in sentences, where one in 元 stands among several in 万元. */
export interface TextAmountSettings {
  readonly texts: readonly TextColumns[];
  /** Words of a clause whose amount is a price and rightly in 元: 每, 人均, 标准 … */
  readonly prices: readonly string[];
}
