import type { Finding } from "../model/finding.js";
import { success, type Result } from "../result.js";
import type { OpenedWorkbook } from "./open-workbook.js";
import { patchExcel } from "../patching/patch-excel.js";
import { planSave } from "../saving/plan-save.js";
import { saveTarget } from "../saving/save-target.js";
import { withSignOff } from "../saving/sign-off.js";
import { verifySave } from "../saving/verify-save.js";

/** What an export may carry besides the workbook itself. */
export interface ExportOptions {
  /** Whether every form gets the foot row for signatures. */
  readonly signOff: boolean;
}

/** The finished workbook, and what writing it had to change besides figures: formulas that gave way to values. */
export interface ExportedExcel {
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}

/** What writing the finished workbook would have to change besides figures, without writing it. */
export function findingsOfExport({ read, session }: OpenedWorkbook): readonly Finding[] {
  return planSave(read, saveTarget(session)).findings;
}

/**
 * The finished workbook: the opened file with only what changed written into it. Our own bytes are read back and compared with the
 * session before anybody gets them; a difference is the failure `export-mismatch` and means a defect of the program.
 */
export function exportExcel(
  bytes: Uint8Array,
  { read, session }: OpenedWorkbook,
  { signOff }: ExportOptions,
): Result<ExportedExcel> {
  const target = saveTarget(session);
  const { findings, ...request } = planSave(read, target);
  const sheets = signOff ? withSignOff(read, request.sheets) : request.sheets;
  const written = patchExcel(bytes, { ...request, sheets });
  if (!written.ok) return written;
  const verified = verifySave(written.value, target, read.pack);
  return verified.ok ? success({ bytes: written.value, findings }) : verified;
}
