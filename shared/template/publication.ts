/**
 * How a set is published: what folder and files are called, and what must be in order before. Names may hold `{部门}` and `{年度}`.
 */
export interface Publication {
  readonly folder: string;
  /** The tables as .xlsx without the working sheets. */
  readonly workbook: string;
  /** The narrative as .docx. */
  readonly narrative: string;
  readonly narrativePdf: string;
  readonly tablesPdf: string;
  /** What the rules of publication demand, in the order in which it is gone through. */
  readonly checklist: readonly Demand[];
}

/** One thing that the rules of publication demand; it is met when nothing of what it names is missing. */
export interface Demand {
  readonly id: string;
  /** What is demanded, as people say it: `“三公”经费的各项统计数和增减原因`. */
  readonly title: string;
  /** The law or notice it rests on. */
  readonly basis?: string;
  /** Forms that must be there; `allForms` for every form of the set. */
  readonly forms?: readonly string[];
  readonly allForms?: boolean;
  /** Every form without figures carries its sentence. */
  readonly emptySentences?: boolean;
  /** Cells `表.行.栏` that must hold a figure, be it 0. */
  readonly cells?: readonly string[];
  /** Elements that must be answered wherever their own condition asks for them. */
  readonly elements?: readonly string[];
  /** Words of headings in the narrative below which something must stand. */
  readonly headings?: readonly string[];
  /** No mark of something missing is left in the narrative. */
  readonly complete?: boolean;
  /** Only a person can say so. */
  readonly confirm?: boolean;
}
