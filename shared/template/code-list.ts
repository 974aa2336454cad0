import type { Classification } from "./pack.js";
import type { Report } from "./shape.js";

type Entry = Classification["entries"][number];
type FormerName = Classification["former"][number];

const CODE = /^\d{3}(\d\d){0,2}$/;

/**
 * Reads a list of codes: a head line `code,name`, then one code a line. Codes have 3, 5 or 7 digits (类 款 项; the economic
 * classification stops at 5) and stand once. A name with a comma stands in double quotes.
 */
export function readCodeList(source: string, report: Report): readonly Entry[] {
  const entries: Entry[] = [];
  const first = new Map<string, string>();
  for (const [place, [code = "", name = "", ...rest]] of dataLines(source, report, "code,name")) {
    if (!CODE.test(code) || name === "" || rest.length > 0) report(place, "bad-line", { line: [code, name].join() });
    else if (first.has(code)) report(place, "duplicate", { value: code, first: first.get(code) ?? "" });
    else {
      first.set(code, place);
      entries.push({ code, name });
    }
  }
  return entries;
}

/**
 * Reads the names that codes had in earlier years, of all classifications: a head line `classification,code,name,until`,
 * where `until` is the last fiscal year of the name.
 */
export function readFormerNames(source: string, report: Report): ReadonlyMap<string, readonly FormerName[]> {
  const byClassification = new Map<string, FormerName[]>();
  for (const [place, fields] of dataLines(source, report, "classification,code,name,until")) {
    const [classification = "", code = "", name = "", until = "", ...rest] = fields;
    if (!CODE.test(code) || name === "" || !/^\d{4}$/.test(until) || rest.length > 0) {
      report(place, "bad-line", { line: fields.join() });
      continue;
    }
    const names = byClassification.get(classification) ?? [];
    names.push({ code, name, until: Number.parseInt(until, 10) });
    byClassification.set(classification, names);
  }
  return byClassification;
}

/** The lines below the head with their places (`line 2` …); blank lines and a byte order mark are passed over. */
function dataLines(source: string, report: Report, head: string): readonly (readonly [string, readonly string[]])[] {
  const lines = source.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (lines[0]?.trim() !== head) report("line 1", "bad-line", { line: lines[0] ?? "", expected: head });
  return lines.flatMap((line, index) =>
    index === 0 || line.trim() === "" ? [] : [[`line ${index + 1}`, fieldsOf(line)] as const],
  );
}

function fieldsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(",").map((field) => field.trim());
  const fields = line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g);
  return Array.from(fields, ([, field = ""]) =>
    field
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .replaceAll('""', '"'),
  ).slice(0, line.endsWith(",") ? undefined : -1);
}
