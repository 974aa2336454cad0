import { type Zippable, zipSync } from "fflate";
import { richParts } from "./rich-parts.js";

/** The bytes of the rich workbook, zipped as its fixture is. */
export function richWorkbook(): Uint8Array {
  const zip: Zippable = {};
  for (const [name, content] of richParts()) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    zip[name] = name.endsWith(".png") ? [bytes, { level: 0 }] : bytes;
  }
  return zipSync(zip, { level: 9, mtime: new Date(2021, 2, 1, 12, 30, 2) });
}
