import { readFileSync } from "node:fs";
import { NATIVE_UNPACKING } from "../../electron/cli/native-unpacking.js";
import { edit } from "../../shared/calc/edit.js";
import type { Session } from "../../shared/calc/session.js";
import { changeOfCell } from "../../shared/calc/typing.js";
import { decimal } from "../../shared/decimal.js";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import { patchExcel } from "../../shared/patching/patch-excel.js";
import { planSave } from "../../shared/saving/plan-save.js";
import { saveTarget } from "../../shared/saving/save-target.js";
import type { CellAddress } from "../../shared/model/address.js";
import { installedPacks } from "./packs.js";
import { timed, type Sample } from "./sample.js";

/** Saving after one edit: which cells of the file have to change, and the file with only these changed. */
export function measure(argument: string): Sample {
  const [file = "", table = "", row = "", column = ""] = argument.split("|");
  const bytes = readFileSync(file);
  const opened = openWorkbook(bytes, installedPacks(), undefined, NATIVE_UNPACKING);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const { read, session } = opened.value;
  const edited = typeInto(session, { table, row, column });
  const saved = timed(() => {
    const plan = planSave(read, saveTarget(edited));
    return { sheets: plan.sheets.length, written: patchExcel(bytes, plan) };
  });
  if (!saved.result.written.ok) throw new Error(JSON.stringify(saved.result.written.failure));
  if (saved.result.sheets === 0) throw new Error(`the edit of ${argument} changed nothing`);
  return { workMs: saved.ms, bytes: saved.result.written.value.length };
}

function typeInto(session: Session, at: CellAddress): Session {
  const change = changeOfCell(session, at, { kind: "amount", value: decimal("12345.67") });
  return edit(session, { origin: "typing", changes: change === undefined ? [] : [change] }).session;
}
