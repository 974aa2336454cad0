/**
 * What two texts have in common when they say the same: full-width and half-width signs are one, and blanks, line breaks,
 * punctuation and signs nobody sees (zero width, directions of writing) do not count.
 */
export function essence(text: string): string {
  return text.normalize("NFKC").replaceAll(/[\s\p{P}\p{Cf}]+/gu, "");
}
