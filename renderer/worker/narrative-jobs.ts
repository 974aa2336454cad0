import type { Session } from "../../shared/calc/session.js";
import { outlineOf } from "../../shared/narrative/outline.js";
import { success, type Result } from "../../shared/result.js";
import type { Answer, Ask } from "./protocol.js";

/** Reads a narrative written elsewhere and checks it; what reads documents is loaded only now. */
export async function checkNarrativeFile(
  session: Session,
  { document, template }: Ask<"check-narrative">,
): Promise<Result<Answer<"check-narrative">>> {
  const [{ documentKind, readDocument }, { checkProse }, { readWordTemplate }] = await Promise.all([
    import("../../shared/documents/read-document.js"),
    import("../../shared/comparing/check-prose.js"),
    import("../../shared/word/read-word-template.js"),
  ]);
  const prose = await readDocument(document);
  if (!prose.ok) return prose;
  const sentences = readWordTemplate(template);
  if (!sentences.ok) return sentences;
  const kind = documentKind(document);
  if (typeof kind !== "string") throw new Error("a document was read that is of no kind");
  const paragraphs = prose.value.paragraphs.map(({ text, lines }) => ({ text, line: lines[0]?.line ?? 1 }));
  return success({ kind, paragraphs, findings: checkProse(prose.value, outlineOf(sentences.value), session) });
}

/** Puts comments into a copy of a Word document. */
export async function markNarrativeFile({
  document,
  comments,
  author,
}: Ask<"mark-narrative">): Promise<Result<Answer<"mark-narrative">>> {
  const { markWord } = await import("../../shared/documents/mark-word.js");
  return markWord(document, comments, author);
}
