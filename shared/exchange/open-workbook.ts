import type { CompiledFormula } from "../calc/compiled-rules.js";
import { computedOf } from "../calc/computed-session.js";
import { addressOf } from "../calc/layout.js";
import { openSession } from "../calc/open.js";
import { resolveReference, type Session } from "../calc/session.js";
import { checkRules } from "../checks/check.js";
import { checkPlausibility } from "../checks/plausibility.js";
import { checkStructures } from "../checks/structure.js";
import type { Finding } from "../model/finding.js";
import { LAST_YEAR_TABLE } from "../model/workbook.js";
import { checkNarrative } from "../narrative/check.js";
import { success, type Result } from "../result.js";
import type { Pack } from "../template/pack.js";
import { inOrder } from "./finding-order.js";
import { takePrevious } from "./previous-year.js";
import { readWorkbook, type ReadWorkbook } from "./read-excel.js";
import { readingFinding } from "./reading-findings.js";

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

/** Opens a workbook's bytes with whichever pack it belongs to; `previous` is last year's workbook, already opened. */
export function openWorkbook(
  bytes: Uint8Array,
  packs: readonly ReadyPack[],
  previous?: Session,
): Result<OpenedWorkbook> {
  const read = readWorkbook(
    bytes,
    packs.map(({ pack }) => pack),
  );
  if (!read.ok) return read;
  const ready = packs.find(({ pack }) => pack.id === read.value.pack.id);
  if (ready === undefined) throw new Error(`recognised a pack that was not offered: ${read.value.pack.id}`);
  const opened = openSession(ready.pack, ready.formulas, read.value);
  const { session, findings } =
    previous === undefined ? { session: opened, findings: [] } : takePrevious(opened, previous);
  const reading = [...read.value.findings, ...filledBlanks(session), ...unknownReferences(session), ...findings];
  return success({ read: read.value, session, reading });
}

/** All findings of a workbook in their fixed order: errors first, then what is to be explained, then hints; each in printed order. */
export function findingsOf(opened: Pick<OpenedWorkbook, "session" | "reading">): readonly Finding[] {
  const { session, reading } = opened;
  const computed = computedOf(session);
  return inOrder(computed.pack, [
    ...reading,
    ...checkRules(session),
    ...checkStructures(computed),
    ...checkPlausibility(computed),
    ...checkNarrative(session),
  ]);
}

/** Derived cells that the file left blank although their parts are filled: save and export write them. */
function filledBlanks(session: Session): readonly Finding[] {
  return session.blanks.map((cell) => {
    return {
      ...readingFinding("cell-blank", {}, { cells: [addressOf(session.plan.layout, cell)] }),
    };
  });
}

/** References of 上年数 that name no cell of this pack. */
function unknownReferences(session: Session): readonly Finding[] {
  const rows = session.workbook.tables.get(LAST_YEAR_TABLE)?.rows ?? [];
  return rows
    .filter((row) => resolveReference(session.plan.layout, row.key) === undefined)
    .map((row) => readingFinding("unknown-reference", { reference: row.key }));
}
