/** Markup that is complete and safe to put between other markup: every text in it has been escaped. */
export type Markup = string & { readonly markup: unique symbol };

/** A text as markup: nothing in it can open a tag, close an attribute or start an entity. */
export function escaped(text: string): Markup {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;") as Markup;
}

/** A text of several lines as markup: its line breaks stay line breaks. */
export function escapedLines(text: string): Markup {
  return text
    .split(/\r\n|\r|\n/u)
    .map(escaped)
    .join("<br>") as Markup;
}

/** An element around markup. Attributes that are undefined are left out; their values are escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly Markup[] = [],
): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${written.join("")}>${content.join("")}</${name}>` as Markup;
}

/** An element that has no content, such as `col`. */
export function emptyElement(name: string, attributes: Readonly<Record<string, string>>): Markup {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join("")}>` as Markup;
}

/** Markup one after the other. */
export function joined(parts: readonly Markup[]): Markup {
  return parts.join("") as Markup;
}
