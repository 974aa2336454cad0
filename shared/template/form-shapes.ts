import type {
  FieldCell,
  FieldLine,
  FieldsRegion,
  Form,
  Frame,
  GridRegion,
  PackHead,
  Panel,
  PanelColumn,
} from "./pack.js";
import type { Region, WorkingSheet } from "./pack.js";
import { choice, constant, either, flag, list, measure, name, object, optional, text, whole, word } from "./shape.js";
import { AMOUNT_UNITS } from "./words.js";

const panelColumn = object<PanelColumn>({
  role: word("name", "number", "code", "figure", "text", "side"),
  column: optional(name),
  head: list(text),
  span: optional(whole),
  parts: optional(list(name)),
});

const panel = object<Panel>({
  table: name,
  rows: optional(list(either(name, constant(null)))),
  categories: optional(list(name)),
  columns: list(panelColumn),
  blankRows: optional(whole),
});

const fieldCell = choice<FieldCell>("kind", {
  label: object<Extract<FieldCell, { kind: "label" }>>({
    kind: word("label"),
    text,
    span: whole,
    rows: optional(whole),
  }),
  value: object<Extract<FieldCell, { kind: "value" }>>({
    kind: word("value"),
    row: optional(name),
    column: name,
    span: whole,
    prefix: optional(name),
  }),
});

const region = choice<Region>("kind", {
  grid: object<GridRegion>({
    kind: word("grid"),
    caption: optional(name),
    panels: list(panel),
    officialNumbers: flag,
    variants: optional(list(list(panelColumn))),
    repeatedBy: optional(name),
  }),
  fields: object<FieldsRegion>({
    kind: word("fields"),
    caption: optional(name),
    table: name,
    lines: list(object<FieldLine>({ cells: list(fieldCell), height: optional(measure) })),
    repeatedBy: optional(name),
  }),
});

/** A file of forms/. */
export const formShape = object<Form>({
  id: name,
  no: name,
  sheet: name,
  title: name,
  titleAliases: list(name),
  lines: object<Form["lines"]>({
    department: flag,
    number: flag,
    unit: optional(word(...AMOUNT_UNITS)),
    unitText: optional(name),
  }),
  regions: list(region),
  notes: list(name),
  emptySentence: optional(name),
  print: object<Form["print"]>({
    orientation: word("portrait", "landscape"),
    widths: list(measure),
    fontSize: measure,
    repeatHead: flag,
  }),
});

const workingSheet = object<WorkingSheet>({
  sheet: name,
  title: optional(name),
  heads: list(name),
  widths: list(measure),
});

/** The file pack.json. */
export const packShape = object<PackHead>({
  id: name,
  title: name,
  place: name,
  years: list(whole),
  forms: list(name),
  classifications: list(object<PackHead["classifications"][number]>({ id: name, name })),
  frame: object<Frame>({
    department: name,
    unnamedDepartment: name,
    unit: name,
    officialNumbers: name,
    dash: name,
    footer: name,
    signOff: list(name),
    fonts: object<Frame["fonts"]>({ title: name, body: name }),
    lastYear: workingSheet,
    elements: workingSheet,
  }),
});
