import { type Failure, failure } from "../failure.js";
import { BrokenXml } from "../archive/xml-scan.js";

/**
 * What the accountant's file cannot have done to it. Thrown deep inside an edit and turned into a failed result at the
 * one door of the writer; it never leaves `shared/patching`.
 */
export class PatchRefused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** Runs an edit of one part; XML in it that is broken becomes the refusal that names the part. */
export function editingPart<Value>(part: string, edit: () => Value): Value {
  try {
    return edit();
  } catch (error) {
    if (error instanceof BrokenXml) throw new PatchRefused(failure("workbook-broken-xml", { part }));
    throw error;
  }
}
