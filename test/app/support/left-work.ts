import { readFileSync } from "node:fs";
import path from "node:path";
import { Journals } from "../../../electron/journals.js";
import { changeOfCell } from "../../../shared/calc/typing.js";
import { decimal } from "../../../shared/decimal.js";
import { transactionText } from "../../../shared/model/transaction-text.js";
import { openedSample } from "../../renderer/opened-sample.js";

const SAMPLE = path.join(import.meta.dirname, "..", "..", "..", "templates", "yunnan-2020", "sample.xlsx");

/** Leaves a journal behind for each name, the last one newest, as windows do that were killed: the sample with one figure typed. */
export async function leaveWork(userData: string, names: readonly string[]): Promise<void> {
  const journals = new Journals(path.join(userData, "journals"), () => Promise.resolve(undefined));
  const { session, computed } = openedSample();
  const { department, year } = session.workbook.profile;
  const at = computed.resolve("支出.2080101.基本支出");
  const change = at && changeOfCell(session, at, { kind: "amount", value: decimal("1.25") });
  if (change === undefined) throw new Error("no such cell");
  for (const name of names) {
    const begun = await journals.begin({ name, department, year }, new Uint8Array(readFileSync(SAMPLE)));
    if (!begun.ok) throw new Error(begun.failure.code);
    await journals.append(begun.value, transactionText({ origin: "typing", changes: [change] }));
  }
  await journals.letGo();
}
