/** A text on the length a sentence can bear, with … for what is left out. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${Array.from(text).slice(0, length).join("")}…`;
}
