import { refusal, type Result, success } from "../result.js";
import { openZip, type ZipParts } from "../archive/zip-gate.js";
import { PackageEdit } from "./package-edit.js";
import { PatchRefused } from "./patch-refused.js";

/**
 * Opens an office package behind the gate and lets `use` edit its parts. What the file itself forbids becomes a refusal; what `use`
 * makes of the edited parts is given back, and nothing is written.
 */
export function editPackage<Value>(
  bytes: Uint8Array,
  use: (edit: PackageEdit, parts: ZipParts) => Value,
): Result<Value> {
  const opened = openZip(bytes);
  if (!opened.ok) return opened;
  try {
    return success(use(new PackageEdit(opened.value), opened.value));
  } catch (error) {
    if (error instanceof PatchRefused) return refusal(error.failure);
    throw error;
  }
}
