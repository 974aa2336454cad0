import type { Unpacking } from "../archive/unpacking.js";
import type { CompiledFormula } from "../calc/compiled-rules.js";
import { computedOf } from "../calc/computed-session.js";
import { addressOf } from "../calc/layout.js";
import { openSession } from "../calc/open.js";
import type { Session } from "../calc/session.js";
import { recheckRules, type CheckedRules } from "../checks/check.js";
import { figureChecks } from "../checks/plausibility.js";
import { checkSheetUnits } from "../checks/sheet-units.js";
import { checkStructures } from "../checks/structure.js";
import { textFindings, type TextFindings } from "../checks/text-findings.js";
import { addressKey, type CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { checkNarrative } from "../narrative/check.js";
import { success, type Result } from "../result.js";
import type { Pack } from "../template/pack.js";
import { inOrder } from "./finding-order.js";
import { weighMissingRows } from "./missing-rows.js";
import { percentWritings } from "./percent-writing.js";
import { takePrevious } from "./previous-year.js";
import { printedUnitsOf } from "../reading/printed-units.js";
import { readWorkbook, type ReadWorkbook } from "../reading/read-excel.js";
import { readingFinding } from "../reading/reading-findings.js";

/** A pack with its formulas parsed, ready to open workbooks with. */
export interface ReadyPack {
  readonly pack: Pack;
  readonly formulas: readonly CompiledFormula[];
}

/** A workbook opened from a file: what was read, and the session made of it. */
export interface OpenedWorkbook {
  readonly read: ReadWorkbook;
  readonly session: Session;
  /** What reading alone can see: unreadable cells, formulas, blanks that will be filled, differences to last year's workbook. */
  readonly reading: readonly Finding[];
}

/**
 * Opens a workbook's bytes with whichever pack it belongs to; `previous` is last year's workbook, already opened;
 * `unpacking` the process's own way of inflating, where it has a faster one.
 */
export function openWorkbook(
  bytes: Uint8Array,
  packs: readonly ReadyPack[],
  previous?: Session,
  unpacking?: Unpacking,
): Result<OpenedWorkbook> {
  const read = readWorkbook(
    bytes,
    packs.map(({ pack }) => pack),
    unpacking,
  );
  if (!read.ok) return read;
  const ready = packs.find(({ pack }) => pack.id === read.value.pack.id);
  if (ready === undefined) throw new Error(`recognised a pack that was not offered: ${read.value.pack.id}`);
  const printedUnits = printedUnitsOf(read.value);
  const opened = openSession(ready.pack, ready.formulas, { ...read.value, printedUnits });
  const { session, findings } =
    previous === undefined ? { session: opened, findings: [] } : takePrevious(opened, previous);
  const reading = [
    ...weighMissingRows(read.value.findings, session),
    ...filledBlanks(read.value, session),
    ...inputFormulas(read.value, session),
    ...percentWritings(computedOf(session), read.value.places),
    ...findings,
  ];
  return success({ read: read.value, session, reading });
}

/** All findings of a workbook, with what the check after the next gesture keeps of them. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly rules: CheckedRules;
  readonly texts: TextFindings;
}

/**
 * All findings of a workbook in their fixed order: errors first, then what is to be explained, then hints; each in printed order.
 * `aboutTemplate`: what the narrative's template shows besides, where one is about to be filled.
 */
export function findingsOf(
  opened: Pick<OpenedWorkbook, "session" | "reading">,
  aboutTemplate: readonly Finding[] = [],
): readonly Finding[] {
  return checkWorkbook(opened, aboutTemplate).findings;
}

/** The same findings; of those `before`, checked last, all are kept that the gestures since cannot have touched. */
export function checkWorkbook(
  { session, reading }: Pick<OpenedWorkbook, "session" | "reading">,
  aboutTemplate: readonly Finding[] = [],
  before?: Pick<Checked, "rules" | "texts">,
): Checked {
  const computed = computedOf(session);
  const rules = recheckRules(session, before?.rules);
  const ofRules = withoutMissingForms(rules.findings.items(), computed.pack, reading);
  const texts = textFindings(session, computed, before?.texts);
  const findings = inOrder(computed.pack, [
    ...reading,
    ...checkSheetUnits(computed, ofRules),
    ...ofRules,
    ...checkStructures(computed, texts.structures),
    ...figureChecks.flatMap((check) => check(computed)),
    ...texts.findings,
    ...checkNarrative(session),
    ...aboutTemplate,
  ]);
  return { findings, rules, texts };
}

/**
 * Rules are not violated within a form the workbook does not have: what was computed there from other forms is nobody's figure, and
 * that the form is missing is said.
 */
function withoutMissingForms(found: readonly Finding[], pack: Pack, reading: readonly Finding[]): readonly Finding[] {
  const titles = new Set(reading.filter(({ code }) => code === "form-missing").map(({ facts }) => facts["form"]));
  if (titles.size === 0) return found;
  const forms = new Set(pack.forms.filter(({ title }) => titles.has(title)).map(({ id }) => id));
  const tables = new Set(pack.tables.filter(({ form }) => forms.has(form)).map(({ id }) => id));
  return found.filter(({ code, cells }) => code !== "rule-violated" || !cells.every(({ table }) => tables.has(table)));
}

/**
 * Derived cells that the file left blank although their parts are filled: save and export write them. Cells whose content could
 * not be read are no blanks, and rows the file does not have are spoken of as rows.
 */
function filledBlanks(read: ReadWorkbook, session: Session): readonly Finding[] {
  const unread = new Set(read.findings.filter(isUnread).flatMap(({ cells }) => cells.map(addressKey)));
  const absent = new Set(read.findings.filter(isAbsent).flatMap(({ cells }) => cells.map(rowKeyOf)));
  return session.blanks
    .indexes()
    .map((cell) => addressOf(session.plan.layout, cell))
    .filter((at) => !unread.has(addressKey(at)) && !absent.has(rowKeyOf(at)))
    .map((at) => readingFinding("cell-blank", {}, { cells: [at] }));
}

function isAbsent({ code }: Finding): boolean {
  return code === "row-missing";
}

function rowKeyOf({ table, row }: CellAddress): string {
  return `${table}!${row}`;
}

function isUnread({ code }: Finding): boolean {
  return code === "unreadable-figure" || code === "formula-without-value";
}

/** Formulas in cells people type into. A total's formula needs no word: its result is compared like any other figure. */
function inputFormulas(read: ReadWorkbook, session: Session): readonly Finding[] {
  const computed = computedOf(session);
  return read.pack.tables.flatMap((table) =>
    computed.rows(table.id).flatMap((row) =>
      table.columns.flatMap((column) => {
        const at = { table: table.id, row, column: column.id };
        const formula = column.kind === "text" ? undefined : read.formulas.get(addressKey(at));
        if (formula === undefined || computed.derived(at) !== undefined || computed.figure(at) === undefined) return [];
        const place = read.places.cell(at);
        const standing = place === undefined ? {} : { place: { sheet: place.sheet, address: place.ref } };
        return [readingFinding("formula", { formula }, { cells: [at], ...standing })];
      }),
    ),
  );
}
