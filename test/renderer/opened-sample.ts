import { readFileSync } from "node:fs";
import { compileRules } from "../../shared/calc/compiled-rules.js";
import { computedOf } from "../../shared/calc/computed-session.js";
import { edit } from "../../shared/calc/edit.js";
import type { Session } from "../../shared/calc/session.js";
import { changeOfCell } from "../../shared/calc/typing.js";
import { decimal } from "../../shared/decimal.js";
import { findingsOf, openWorkbook, type ReadyPack } from "../../shared/exchange/open-workbook.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { Transaction } from "../../shared/model/transaction.js";
import type { OpenDocument } from "../../renderer/session/document-store.js";
import { loadFormulas, loadPack } from "../support/seed.js";

/** What views need of an open workbook. */
export type Shown = Pick<OpenDocument, "session" | "computed" | "findings" | "ready">;

const SAMPLE = new URL("../../templates/yunnan-2020/sample.xlsx", import.meta.url);

/** The sample of 2020, opened as the program opens it. */
export function openedSample(): Shown {
  const pack = loadPack("yunnan-2020");
  if (!compileRules(pack).ok) throw new Error("the pack's rules do not compile");
  const ready: ReadyPack = { pack, formulas: loadFormulas(pack) };
  const opened = openWorkbook(readFileSync(SAMPLE), [ready]);
  if (!opened.ok) throw new Error(opened.failure.code);
  return shown(ready, opened.value.session);
}

/** The workbook after a gesture. */
export function after({ ready, session }: Shown, transaction: Transaction): Shown {
  return shown(ready, edit(session, transaction).session);
}

/** The workbook after a figure was typed into a cell; a blank text clears it. */
export function typed(before: Shown, at: CellAddress, text: string): Shown {
  const input = text === "" ? undefined : ({ kind: "amount", value: decimal(text) } as const);
  const change = changeOfCell(before.session, at, input);
  return after(before, { origin: "typing", changes: change === undefined ? [] : [change] });
}

/** A cell by its written reference. */
export function cell({ computed }: Shown, reference: string): CellAddress {
  const at = computed.resolve(reference);
  if (at === undefined) throw new Error(`no cell ${reference}`);
  return at;
}

function shown(ready: ReadyPack, session: Session): Shown {
  return { ready, session, computed: computedOf(session), findings: findingsOf({ session, reading: [] }) };
}
