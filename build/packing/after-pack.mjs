import { rmSync } from "node:fs";
import path from "node:path";

/**
 * Takes out what Electron's own download holds beside the program: its example, and the file with its version.
 *
 * @type {(packed: { readonly appOutDir: string }) => void}
 */
export default function afterPack({ appOutDir }) {
  for (const name of ["resources/default_app.asar", "version"]) rmSync(path.join(appOutDir, name), { force: true });
}
