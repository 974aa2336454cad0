import type { CellAddress } from "../model/address.js";
import type {
  CopySettings,
  ExecutionSettings,
  IndicatorSettings,
  PastedAmountSettings,
  PlausibilitySettings,
  ScoreSettings,
  ShareSettings,
  StatedChangeSettings,
  StatedFigureSettings,
  TextAmountSettings,
  TextColumns,
  TextSigns,
  UnitSlipSettings,
  YearSettings,
} from "./plausibility-settings.js";
import { list, name, object, optional, text, whole } from "./shape.js";

const cell = object<CellAddress>({ table: name, row: name, column: name });

const textColumns = object<TextColumns>({ table: name, columns: list(name) });

const unitSlip = object<UnitSlipSettings>({
  table: name,
  columns: list(name),
  spent: list(name),
  within: cell,
  twin: optional(
    object<NonNullable<UnitSlipSettings["twin"]>>({ column: name, row: optional(name), table: name, twinColumn: name }),
  ),
});

const pastedAmount = object<PastedAmountSettings>({
  table: name,
  amounts: list(name),
  weight: name,
  rate: name,
  score: name,
  fullMark: name,
});

const execution = object<ExecutionSettings>({
  table: name,
  row: optional(name),
  budget: name,
  spent: name,
  reasons: list(name),
  reasonsBelow: list(textColumns),
});

const copies = object<CopySettings>({
  minimum: whole,
  pairs: list(object<CopySettings["pairs"][number]>({ table: name, left: name, right: name })),
  across: list(textColumns),
});

const years = object<YearSettings>({
  texts: list(object<YearSettings["texts"][number]>({ table: name, columns: list(name), ahead: whole })),
  deadlines: list(textColumns),
  comparison: list(name),
  before: list(name),
  after: list(name),
  fiscal: list(name),
});

const statedFigures = object<StatedFigureSettings>({
  text: cell,
  figures: list(object<StatedFigureSettings["figures"][number]>({ label: name, cell })),
  links: list(name),
  before: list(name),
  scopes: list(name),
});

const statedChange = object<StatedChangeSettings>({
  text: cell,
  label: name,
  cell,
  against: list(name),
  lastYear: list(name),
  up: list(name),
  down: list(name),
});

/** The file plausibility.json. */
export const plausibilityShape = object<PlausibilitySettings>({
  executionFloor: name,
  leftovers: list(name),
  placeholders: list(object<PlausibilitySettings["placeholders"][number]>({ open: name, close: name })),
  ownNames: list(name),
  unitSlips: list(unitSlip),
  pastedAmounts: list(pastedAmount),
  scores: list(object<ScoreSettings>({ table: name, weight: name, score: name })),
  shares: list(object<ShareSettings>({ table: name, rate: name, base: name })),
  executions: list(execution),
  indicators: list(object<IndicatorSettings>({ table: name, name, targets: list(name), actual: name })),
  copies,
  years,
  statedFigures: list(statedFigures),
  statedChanges: list(statedChange),
  textAmounts: object<TextAmountSettings>({ texts: list(textColumns), prices: list(name) }),
  wanted: list(textColumns),
  signs: object<TextSigns>({
    year: name,
    month: name,
    day: name,
    sentenceEnds: list(text),
    clauseEnds: list(text),
    titleOpen: name,
    titleClose: name,
  }),
});
