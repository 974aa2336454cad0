import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readAsar } from "../packing/asar.mjs";

/**
 * A packed program lies beside the binary, in one archive. Node cannot look into one, so it is unpacked for as long as the program runs; an
 * archive that was changed is refused.
 */
export function packedApp(binaryFolder: string): string | undefined {
  const archive = path.join(binaryFolder, "resources", "app.asar");
  if (!existsSync(archive)) return undefined;
  const files = readAsar(archive);
  const folder = mkdtempSync(path.join(tmpdir(), "electron-standin-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}
