import { SaxesParser } from "saxes";

/**
 * How two XML texts differ as a parser sees them: the start tags with their attributes, texts and end tags between the
 * first and the last difference, of the one and of the other.
 */
export function xmlDifference(before: string, after: string): { readonly before: string[]; readonly after: string[] } {
  const [old, now] = [xmlEvents(before), xmlEvents(after)];
  let first = 0;
  while (first < old.length && old[first] === now[first]) first++;
  let last = 0;
  while (last < Math.min(old.length, now.length) - first && old.at(-1 - last) === now.at(-1 - last)) last++;
  return { before: old.slice(first, old.length - last), after: now.slice(first, now.length - last) };
}

/** What a parser sees of an XML text, one line each; attributes in the order of their names. */
export function xmlEvents(xml: string): string[] {
  const events: string[] = [];
  const parser = new SaxesParser({ fragment: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const pairs = Object.entries(attributes as Record<string, string>).map(([key, value]) => ` ${key}="${value}"`);
    events.push(`<${name}${pairs.sort().join("")}>`);
  });
  parser.on("closetag", ({ name }) => events.push(`</${name}>`));
  parser.on("text", (text) => events.push(text));
  parser.on("cdata", (text) => events.push(text));
  parser.on("comment", (text) => events.push(`<!--${text}-->`));
  parser.write(xml).close();
  return events;
}
