import type {
  FactSettings,
  LoopSettings,
  NarrativeCheckSettings,
  NarrativeWords,
  RequiredSettings,
} from "./narrative-check-settings.js";
import { flag, list, name, object, optional, text, type Fields, type Shape } from "./shape.js";

const words = object<NarrativeWords>({
  up: list(name),
  down: list(name),
  same: list(name),
  greater: list(name),
  less: list(name),
  equal: list(name),
  share: list(name),
  execution: list(name),
  budget: list(name),
  actual: list(name),
  lastYear: list(name),
  reason: list(name),
  leftovers: list(name),
  links: list(name),
  against: list(name),
  offices: list(name),
  behindOffice: list(name),
  common: list(name),
});

const fact: Fields<FactSettings> = {
  names: list(name),
  figure: name,
  budget: optional(name),
  wholes: optional(list(object<NonNullable<FactSettings["wholes"]>[number]>({ names: list(name), figure: name }))),
  below: optional(list(name)),
  reason: optional(flag),
};

/** The shape of narrative-check.json. */
export const narrativeCheckShape: Shape<NarrativeCheckSettings> = object<NarrativeCheckSettings>({
  words,
  facts: list(object<FactSettings>(fact)),
  loops: list(object<LoopSettings>({ ...fact, rows: name })),
  oldNames: list(object<NarrativeCheckSettings["oldNames"][number]>({ old: name, now: name })),
  sameFacts: list(object<NarrativeCheckSettings["sameFacts"][number]>({ table: name, columns: list(name) })),
  required: list(object<RequiredSettings>({ item: name, names: list(name), units: list(text), among: name })),
});
