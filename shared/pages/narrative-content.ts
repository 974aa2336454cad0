import type { Markup } from "./markup.js";

/** A finished narrative as content for pages. `html` comes from `shared/word`, which escapes every text it marks up. */
export function narrativeContent(html: string): Markup {
  return html as Markup;
}
