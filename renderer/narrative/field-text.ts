/** The text of a field written in place, on the page or taken off it already; blanks at its end are none. */
export function fieldText(field: Node): string {
  return linesIn(field).replaceAll("\u00A0", " ").replace(/\s+$/u, "");
}

/** Every block after the first begins a line. A lone line break keeps an empty block open and is no line of its own. */
function linesIn(node: Node): string {
  return [...node.childNodes]
    .map((child) => {
      if (child instanceof Text) return child.data;
      if (!(child instanceof HTMLElement)) return "";
      if (child.tagName === "BR") return child.previousSibling === null && child.nextSibling === null ? "" : "\n";
      const isLine = child.tagName === "DIV" && child.previousSibling !== null;
      return (isLine ? "\n" : "") + linesIn(child);
    })
    .join("");
}

/** Puts a text into a field: the lines of a block as paragraphs of their own, so that each is indented. */
export function fillField(field: HTMLElement, text: string, block: boolean): void {
  if (!block || text === "") {
    field.textContent = text;
    return;
  }
  field.replaceChildren(
    ...text.split("\n").map((line) => {
      const paragraph = document.createElement("div");
      if (line === "") paragraph.append(document.createElement("br"));
      else paragraph.textContent = line;
      return paragraph;
    }),
  );
}
