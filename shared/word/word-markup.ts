import mammoth from "mammoth";

/** How the paragraph styles of the packs' templates are marked; other styles become plain paragraphs. */
const STYLE_MAP: readonly string[] = [
  "p.narrative-title => h1:fresh",
  "p.narrative-part => h2.part:fresh",
  "p.narrative-heading1 => h2.heading1:fresh",
  "p.narrative-heading2 => h3:fresh",
  "p.narrative-body => p.body:fresh",
  "p.narrative-caption => p.caption:fresh",
  "p.narrative-unit => p.unit:fresh",
  "p.narrative-note => p.note:fresh",
  "p.narrative-ending => p.ending:fresh",
  "p.narrative-cell => p.cell:fresh",
];

/**
 * A narrative written by {@link writeWord} as HTML for pages: its paragraphs with their styles as classes, its tables with their merges;
 * no images, scripts or styles of its own. Texts are escaped.
 */
export async function wordMarkup(docx: Uint8Array): Promise<string> {
  const bytes = docx.slice();
  const options = {
    styleMap: [...STYLE_MAP],
    includeDefaultStyleMap: false,
    ignoreEmptyParagraphs: true,
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
  };
  const { value } = await mammoth.convertToHtml({ buffer: bytes as never, arrayBuffer: bytes.buffer }, options);
  return value;
}
