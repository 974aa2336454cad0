import { readFileSync } from "node:fs";
import { NATIVE_UNPACKING } from "../../electron/cli/native-unpacking.js";
import { findingsOf, openWorkbook } from "../../shared/exchange/open-workbook.js";
import { installedPacks } from "./packs.js";
import { timed, type Sample } from "./sample.js";

/** Opening a workbook as `check` does: the packs, the file, every figure computed, every finding. */
export function measure(file: string): Sample {
  const bytes = readFileSync(file);
  const packs = timed(installedPacks);
  const opened = timed(() => openWorkbook(bytes, packs.result, undefined, NATIVE_UNPACKING));
  if (!opened.result.ok) throw new Error(JSON.stringify(opened.result.failure));
  const { value } = opened.result;
  const checked = timed(() => findingsOf(value));
  const { cells } = value.session.plan.layout;
  return {
    packMs: packs.ms,
    openMs: opened.ms,
    checkMs: checked.ms,
    workMs: packs.ms + opened.ms + checked.ms,
    findings: checked.result.length,
    cells,
  };
}
