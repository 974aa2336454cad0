import { failure } from "../failure.js";
import type { TemplateParagraph } from "../narrative/outline.js";
import { refusal, success, type Result } from "../result.js";
import { wordParts, type WordPart } from "./word-parts.js";
import { BrokenXml } from "../archive/xml-scan.js";
import { openZip } from "../archive/zip-gate.js";

/**
 * The paragraphs of a narrative's template in document order (body, then headers and footers), each with its text over all
 * runs, for rendering and checking. A file that is no Word document is refused as `broken-template`; the fact `reason`
 * says why, with the gate's own code where the gate refused it.
 */
export function readWordTemplate(bytes: Uint8Array): Result<readonly TemplateParagraph[]> {
  const parts = openWordTemplate(bytes);
  if (!parts.ok) return parts;
  return success(
    parts.value.flatMap((part) => {
      return part.paragraphs.map(({ text, style, container }) => ({
        text,
        container,
        ...(style === undefined ? {} : { style }),
      }));
    }),
  );
}

/** The template's parts with their paragraphs, behind the gate. */
export function openWordTemplate(bytes: Uint8Array): Result<readonly WordPart[]> {
  const opened = openZip(bytes);
  if (!opened.ok) return refusal(failure("broken-template", { ...opened.failure.facts, reason: opened.failure.code }));
  try {
    const parts = wordParts(opened.value);
    return parts === undefined ? refusal(failure("broken-template", { reason: "not-a-document" })) : success(parts);
  } catch (thrown) {
    if (thrown instanceof BrokenXml) return refusal(failure("broken-template", { reason: "workbook-broken-xml" }));
    throw thrown;
  }
}
