import { editPackage } from "../patching/edit-package.js";
import type { Result } from "../result.js";
import { cleanChart } from "./clean-drawing.js";
import { cleanLooks } from "./clean-looks.js";
import { cleanDocument, cleanSettings } from "./clean-word.js";
import { DOCUMENT_PARTS } from "./kept-relations.js";
import { publishedPackage } from "./published-package.js";

/**
 * A finished narrative for the public: the same document without properties, comments, revisions, attached templates and other traces
 * of persons and places. `title` is the document's name. The same document gives the same bytes.
 */
export function publishWord(docx: Uint8Array, title: string): Result<Uint8Array> {
  return editPackage(docx, (edit, parts) =>
    publishedPackage(edit, parts, {
      kept: DOCUMENT_PARTS,
      title,
      clean: (kind, text, gone) => (CLEANERS[kind] ?? cleanLooks)(text, gone),
    }),
  );
}

const CLEANERS: Readonly<Record<string, (text: string, gone: ReadonlySet<string>) => string>> = {
  officeDocument: cleanDocument,
  header: cleanDocument,
  footer: cleanDocument,
  footnotes: cleanDocument,
  endnotes: cleanDocument,
  settings: cleanSettings,
  chart: cleanChart,
};
