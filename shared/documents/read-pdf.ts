import { failure } from "../failure.js";
import type { Prose } from "../prose/prose.js";
import { refusal, type Result } from "../result.js";

/** Reads the text layer of a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<Result<Prose>> {
  await Promise.resolve(bytes);
  return refusal(failure("document-unknown"));
}
