/** The text of a field written in place; blank lines at its end are none. */
export function fieldText(field: HTMLElement): string {
  return field.innerText.replaceAll("\u00A0", " ").replace(/\s+$/u, "");
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
