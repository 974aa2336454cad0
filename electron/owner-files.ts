import { existsSync } from "node:fs";
import path from "node:path";

/**
 * The file by which another office program says that it has a workbook open, when it lies beside the workbook. Not every system
 * locks open files: without this look, the one who saves last would silently win.
 */
export function ownerFileOf(file: string): string | undefined {
  const folder = path.dirname(file);
  const name = path.basename(file);
  return [`~$${name}`, `.~${name}`, `.~lock.${name}#`].find((owner) => existsSync(path.join(folder, owner)));
}
