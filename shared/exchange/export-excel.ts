import { failure } from "../failure.js";
import { refusal, success, type Result } from "../result.js";
import { openWorkbook, type OpenedWorkbook, type ReadyPack } from "./open-workbook.js";
import { patchExcel } from "./patch-excel.js";
import { planSave } from "./plan-save.js";
import { saveTarget } from "./save-target.js";
import { sameSession } from "./same-session.js";
import { withSignOff } from "./sign-off.js";

/** What an export may carry besides the workbook itself. */
export interface ExportOptions {
  /** Whether every form gets the foot row for signatures. */
  readonly signOff: boolean;
}

/**
 * The finished workbook: the opened file with only what changed written into it. Our own bytes are opened again and compared with
 * the session before anybody gets them; a difference is the failure `export-mismatch` and means a defect of the program.
 */
export function exportExcel(
  bytes: Uint8Array,
  opened: OpenedWorkbook,
  ready: ReadyPack,
  { signOff }: ExportOptions,
): Result<Uint8Array> {
  const request = planSave(opened.read, saveTarget(opened.session));
  const sheets = signOff ? withSignOff(opened.read, request.sheets) : request.sheets;
  const written = patchExcel(bytes, { ...request, sheets });
  if (!written.ok) return written;
  const again = openWorkbook(written.value, [ready]);
  if (!again.ok) return refusal(failure("export-mismatch", { reason: again.failure.code }));
  const at = sameSession(opened.session, again.value.session);
  return at === undefined ? success(written.value) : refusal(failure("export-mismatch", { at }));
}
