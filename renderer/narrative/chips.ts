/** One piece of a text with tags: words, or a tag by what stands between its braces. */
export type Piece =
  { readonly kind: "words"; readonly text: string } | { readonly kind: "tag"; readonly source: string };

/** Splits a text at its tags. */
export function piecesOf(text: string): readonly Piece[] {
  return [...text.matchAll(/\{([^{}]*)\}|[^{]+|\{/gu)].map(([whole, source]): Piece => {
    return source === undefined ? { kind: "words", text: whole } : { kind: "tag", source };
  });
}

/** The kind of text by which chips are cut and pasted whole. */
export const CHIP_FORMAT = "application/x-narrative";

/** Keeps a caret possible on either side of a chip; it is no part of the text. */
const BESIDE = "\u200B";

/** Makes the content of an editor: words as they are, tags as chips that show what they print and can only be deleted whole. */
export function chipContent(text: string, prints: (source: string) => string): DocumentFragment {
  const content = document.createDocumentFragment();
  for (const piece of piecesOf(text)) {
    if (piece.kind === "words") content.append(piece.text);
    else content.append(BESIDE, chipOf(piece.source, prints(piece.source)), BESIDE);
  }
  return content;
}

function chipOf(source: string, shown: string): HTMLElement {
  const chip = document.createElement("span");
  chip.className = "narrative-chip";
  chip.contentEditable = "false";
  chip.dataset["source"] = source;
  chip.title = `{${source}}`;
  chip.textContent = shown;
  return chip;
}

/** The text with tags that an editor, or a piece cut from one, holds. */
export function textWithTags(node: Node): string {
  return written(node).replaceAll(BESIDE, "").replaceAll("\u00A0", " ");
}

function written(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLElement) {
    const source = node.dataset["source"];
    if (source !== undefined) return `{${source}}`;
    if (node.tagName === "BR") return "\n";
  }
  return [...node.childNodes]
    .map((child) => {
      const isLine = child instanceof HTMLElement && child.tagName === "DIV" && child.previousSibling !== null;
      return (isLine ? "\n" : "") + written(child);
    })
    .join("");
}
