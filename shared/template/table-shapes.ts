import type {
  CodesWithin,
  Column,
  Element,
  FixedRow,
  LastYearFigure,
  RowsSpec,
  Rule,
  RuleExample,
  RuleFormula,
  Table,
} from "./pack.js";
import type { StructureCheck } from "./pack.js";
import {
  choice,
  constant,
  dictionary,
  either,
  flag,
  list,
  name,
  object,
  optional,
  text,
  whole,
  word,
} from "./shape.js";
import { RULE_KINDS, SEVERITIES, UNITS } from "./words.js";

const unit = word(...UNITS);

const fixedRow = object<FixedRow>({
  key: name,
  short: optional(name),
  name: text,
  no: optional(whole),
  code: optional(name),
  level: whole,
  columns: optional(list(name)),
  dashes: optional(list(name)),
  unit: optional(unit),
});

const rows = choice<RowsSpec>("kind", {
  fixed: object<Extract<RowsSpec, { kind: "fixed" }>>({ kind: word("fixed"), rows: list(fixedRow) }),
  codes: object<Extract<RowsSpec, { kind: "codes" }>>({
    kind: word("codes"),
    classification: name,
    total: optional(fixedRow),
    footer: list(fixedRow),
    complete: flag,
  }),
  list: object<Extract<RowsSpec, { kind: "list" }>>({
    kind: word("list"),
    parent: optional(name),
    fixed: optional(list(fixedRow)),
    namedBy: optional(name),
  }),
});

const column = object<Column>({
  id: name,
  name,
  aliases: list(name),
  no: optional(name),
  kind: word("amount", "count", "percent", "score", "text"),
  unit: optional(unit),
  places: optional(whole),
});

/** A file of tables/. */
export const tablesShape = list(
  object<Table>({ id: name, name, aliases: list(name), form: name, rows, columns: list(column) }),
);

const structure = choice<StructureCheck>("check", {
  "unique-codes": object<Extract<StructureCheck, { check: "unique-codes" }>>({
    check: word("unique-codes"),
    table: name,
    classification: optional(name),
  }),
  "empty-iff-zero": object<Extract<StructureCheck, { check: "empty-iff-zero" }>>({
    check: word("empty-iff-zero"),
    form: name,
    zero: list(name),
  }),
  "codes-within": object<CodesWithin>({
    check: word("codes-within"),
    pairs: list(object<CodesWithin["pairs"][number]>({ table: name, column: name, within: name })),
    parentsExist: list(name),
  }),
  "same-names": object<Extract<StructureCheck, { check: "same-names" }>>({
    check: word("same-names"),
    tables: list(name),
    classification: name,
  }),
  "percent-format": object<Extract<StructureCheck, { check: "percent-format" }>>({
    check: word("percent-format"),
    table: name,
    columns: list(name),
  }),
  "same-named-rows": object<Extract<StructureCheck, { check: "same-named-rows" }>>({
    check: word("same-named-rows"),
    left: name,
    right: name,
  }),
});

const formula = object<RuleFormula>({
  each: object<RuleFormula["each"]>({ 行: optional(list(name)), 栏: optional(list(name)) }),
  require: name,
  when: optional(name),
  derives: optional(either(constant(true), name)),
  exact: optional(flag),
  severity: optional(word(...SEVERITIES)),
});

/** A file of rules/. */
export const rulesShape = list(
  object<Rule>({
    id: name,
    title: name,
    kind: word(...RULE_KINDS),
    basis: name,
    severity: word(...SEVERITIES),
    note: optional(name),
    formulas: list(formula),
    structure: optional(structure),
    examples: list(
      object<RuleExample>({
        given: dictionary(text),
        names: optional(dictionary(dictionary(text))),
        emptySentences: optional(dictionary(text)),
        expect: word("holds", "rounding", "violated", "not-checked"),
      }),
    ),
  }),
);

/** The file elements.json. */
export const elementsShape = list(
  object<Element>({
    id: name,
    place: name,
    kind: word("text", "amount", "count"),
    unit: optional(unit),
    places: optional(whole),
    requiredWhen: optional(name),
    asks: optional(name),
  }),
);

/** The file last-year.json. */
export const lastYearShape = list(object<LastYearFigure>({ reference: name, item: name }));
