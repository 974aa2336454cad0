import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { richParts } from "./rich-parts.js";

/** Makes test/fixtures/rich.xlsx anew: `npx tsx test/support/build-rich-workbook.ts`. */
const zip: Zippable = {};
for (const [name, content] of richParts()) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  zip[name] = name.endsWith(".png") ? [bytes, { level: 0 }] : bytes;
}
const bytes = zipSync(zip, { level: 9, mtime: new Date(2021, 2, 1, 12, 30, 2) });
writeFileSync(join(import.meta.dirname, "../fixtures/rich.xlsx"), bytes);
