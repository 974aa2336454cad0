import { FACES } from "./words.js";

/**
 * The narrative on paper as GB/T 9704—2012 has it: 22 lines of 28 characters, 三号 仿宋, a centred title in 二号, headings in their
 * faces, paragraphs indented by two characters. Classes are the styles of the pack's template.
 */
export function narrativeStyle(faces: (wanted: readonly string[], end?: "serif" | "sans") => string): string {
  return `
section.narrative { page: narrative; font: 16pt/28.95pt ${faces(FACES.body)}; }
section.narrative p, section.narrative h1, section.narrative h2, section.narrative h3 { margin: 0; font: inherit; text-align: justify; text-indent: 2em; white-space: pre-line; }
section.narrative h1 { margin-bottom: 28.95pt; font: 22pt/36pt ${faces(FACES.title)}; text-align: center; text-indent: 0; }
section.narrative h2.part { font-family: ${faces(FACES.bold, "sans")}; text-align: center; text-indent: 0; margin: 28.95pt 0; break-after: avoid; }
section.narrative h2.heading1 { font-family: ${faces(FACES.bold, "sans")}; break-after: avoid; }
section.narrative h3 { font-family: ${faces(FACES.script)}; break-after: avoid; }
section.narrative p.caption { text-align: center; text-indent: 0; break-after: avoid; }
section.narrative p.unit { text-align: right; font-size: 12pt; break-after: avoid; }
section.narrative p.note { margin: 0; font-size: 10.5pt; line-height: 16pt; text-indent: 0; break-before: avoid; break-inside: avoid; }
/* Columns as wide as their longest figure: none is torn. */
section.narrative table { font-size: 9pt; table-layout: auto; break-inside: avoid; }
section.narrative td, section.narrative th { min-width: 2em; padding-right: 0.2em; padding-left: 0.2em; overflow-wrap: normal; }
section.narrative td p, section.narrative th p { font-size: 9pt; line-height: 12pt; text-align: center; text-indent: 0; }
`;
}
