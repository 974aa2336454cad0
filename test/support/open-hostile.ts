import { readFileSync } from "node:fs";
import { openPackage } from "../../shared/sheets/package.js";
import { readSheet } from "../../shared/sheets/sheet-cells.js";

/**
 * Run as a process of its own: opens the workbook named by its argument, reads every sheet, and prints the outcome and
 * the most memory that it ever took.
 */
function openAll(bytes: Uint8Array): { code: string; facts: Readonly<Record<string, string>> } {
  const workbook = openPackage(bytes);
  if (!workbook.ok) return workbook.failure;
  for (const sheet of workbook.value.sheets) {
    const content = readSheet(workbook.value, sheet);
    if (!content.ok) return content.failure;
  }
  return { code: "ok", facts: {} };
}

const { code, facts } = openAll(readFileSync(process.argv[2] ?? ""));
const polluted = Object.keys(Object.prototype).length > 0 || "polluted" in {};
console.log(JSON.stringify({ code, facts, polluted, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
