/**
 * How existing narratives of one set of forms are read: the words they use for directions and comparisons, what they call the
 * figures of the tables, and which names are no longer used. Read from narrative-check.json.
 */
export interface NarrativeCheckSettings {
  readonly words: NarrativeWords;
  /** Figures by the names texts give them, for sentences that are not the template's. */
  readonly facts: readonly FactSettings[];
  /** The same for every row of a set. */
  readonly loops: readonly LoopSettings[];
  /** Names that were replaced: what to write instead. */
  readonly oldNames: readonly { readonly old: string; readonly now: string }[];
  /** Text columns that may tell the same facts as the narrative. */
  readonly sameFacts: readonly { readonly table: string; readonly columns: readonly string[] }[];
  /** What must be said somewhere, with the words of which one must stand in a sentence with a figure of this unit. */
  readonly required: readonly RequiredSettings[];
}

/** The words that carry meaning around a figure. */
export interface NarrativeWords {
  readonly up: readonly string[];
  readonly down: readonly string[];
  readonly same: readonly string[];
  readonly greater: readonly string[];
  readonly less: readonly string[];
  readonly equal: readonly string[];
  /** In front of a share: 占. */
  readonly share: readonly string[];
  /** In front of a rate of execution: 完成, 执行. */
  readonly execution: readonly string[];
  readonly budget: readonly string[];
  readonly actual: readonly string[];
  readonly lastYear: readonly string[];
  /** Where somebody gives a reason: 主要原因. */
  readonly reason: readonly string[];
  /** Placeholders of sentence patterns, besides the pack's leftovers. */
  readonly leftovers: readonly string[];
  /** Words that carry no meaning of their own between a name and its figure; nothing else may stand there. */
  readonly links: readonly string[];
  /** What leads to the figure that another is compared with: 比, 较, 与. */
  readonly against: readonly string[];
  /** The last characters of a department's name, and what stands behind such a name. */
  readonly offices: readonly string[];
  readonly behindOffice: readonly string[];
  /** Words that say nothing of which fact a figure tells: 完成年度目标任务的. */
  readonly common: readonly string[];
}

/** One figure of the tables by its names in texts. */
export interface FactSettings {
  readonly names: readonly string[];
  /** The figure, as an expression of the pack's language. */
  readonly figure: string;
  /** Its budget, where the tables hold one. */
  readonly budget?: string;
  /** What it is a part of, by the words behind 占; the first is meant where the text does not say. */
  readonly wholes?: readonly { readonly names: readonly string[]; readonly figure: string }[];
  /** Whether a change of it against last year needs a reason. */
  readonly reason?: boolean;
  /** Words of the headings above, one of which must stand for the names to mean this figure. */
  readonly below?: readonly string[];
}

/** The figure of each row of a set. `{名称}` in a name is the row's printed name, `{类}` the class's without its number and 支出. */
export interface LoopSettings extends FactSettings {
  readonly rows: string;
}

/** Something inspectors look for. */
export interface RequiredSettings {
  /** What it is called in a finding. */
  readonly item: string;
  /** A sentence that holds one of these … */
  readonly names: readonly string[];
  /** … must hold a figure of one of these units; without units, a text behind the name is enough. */
  readonly units: readonly string[];
  /** Only in a text that speaks of this at all. */
  readonly among: string;
}

/** What a pack without the file checks: nothing but its template's sentences. */
export const NO_NARRATIVE_CHECK: NarrativeCheckSettings = {
  words: {
    up: [],
    down: [],
    same: [],
    greater: [],
    less: [],
    equal: [],
    share: [],
    execution: [],
    budget: [],
    actual: [],
    lastYear: [],
    reason: [],
    leftovers: [],
    links: [],
    against: [],
    offices: [],
    behindOffice: [],
    common: [],
  },
  facts: [],
  loops: [],
  oldNames: [],
  sameFacts: [],
  required: [],
};
