import type { Profile } from "../model/workbook.js";
import type { Result } from "../result.js";
import { openWorkbook, type ReadyPack } from "./open-workbook.js";
import { patchExcel } from "../patching/patch-excel.js";
import { planSave } from "../saving/plan-save.js";
import { saveTarget } from "../saving/save-target.js";

/**
 * A blank workbook from a pack's template workbook, which may be a real one put in place of ours: only the department's name and
 * the fiscal year are filled in, everything else stays as the template has it.
 */
export function newFromTemplate(template: Uint8Array, ready: ReadyPack, profile: Partial<Profile>): Result<Uint8Array> {
  const opened = openWorkbook(template, [ready]);
  if (!opened.ok) return opened;
  const { read, session } = opened.value;
  const named: Profile = { ...session.workbook.profile, ...profile };
  const target = saveTarget({ ...session, workbook: { ...session.workbook, profile: named } });
  return patchExcel(template, planSave(read, target));
}
