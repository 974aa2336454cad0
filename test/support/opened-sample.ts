import { readFileSync } from "node:fs";
import path from "node:path";
import { openWorkbook, type OpenedWorkbook } from "../../shared/exchange/open-workbook.js";
import { PACK_FOLDER } from "./command-line.js";
import { loadFormulas, loadPack } from "./seed.js";

/** A sample workbook's bytes, perhaps changed on the way, and what opening them gives. */
export function openedSample(
  name = "sample.xlsx",
  change: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes,
): { readonly bytes: Uint8Array; readonly opened: OpenedWorkbook } {
  const pack = loadPack("yunnan-2020");
  const bytes = change(new Uint8Array(readFileSync(path.join(PACK_FOLDER, name))));
  const opened = openWorkbook(bytes, [{ pack, formulas: loadFormulas(pack) }]);
  if (!opened.ok) throw new Error(opened.failure.code);
  return { bytes, opened: opened.value };
}
