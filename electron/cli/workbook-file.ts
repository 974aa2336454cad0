import { isLegacyWorkbook } from "../../shared/archive/file-kind.js";
import { newFromSession } from "../../shared/exchange/new-from-session.js";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import { modernWorkbook } from "../../shared/legacy/modern-workbook.js";
import { success, type Result } from "../../shared/result.js";
import { asSideFile, readInputFile } from "./input-file.js";
import { NATIVE_UNPACKING } from "./native-unpacking.js";
import { readPackFile, type InstalledPack } from "./pack-folder.js";

/** A workbook's bytes as .xlsx; an old .xls or .et as the plain .xlsx that says the same, good for reading only. */
export async function readWorkbookFile(file: string, role?: "previous"): Promise<Result<Uint8Array>> {
  const bytes = readInputFile(file);
  const modern = bytes.ok ? await modernWorkbook(bytes.value) : bytes;
  if (modern.ok || role === undefined) return modern;
  return { ok: false, failure: asSideFile(role, file, modern.failure) };
}

/** A workbook that is going to be written: an old one becomes a new workbook made from the template of the pack it belongs to. */
export async function readWritableWorkbook(file: string, packs: readonly InstalledPack[]): Promise<Result<Uint8Array>> {
  const bytes = readInputFile(file);
  if (!bytes.ok || !isLegacyWorkbook(bytes.value)) return bytes;
  const modern = await modernWorkbook(bytes.value);
  if (!modern.ok) return modern;
  const opened = openWorkbook(modern.value, packs, undefined, NATIVE_UNPACKING);
  if (!opened.ok) return opened;
  const { read, session } = opened.value;
  const installed = packs.find(({ pack }) => pack === read.pack);
  if (installed === undefined) throw new Error(`no pack ${read.pack.id}`);
  const made = await newFromSession(readPackFile(installed, "workbook.xlsx"), installed, session);
  return made.ok ? success(made.value) : made;
}
