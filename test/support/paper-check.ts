import path from "node:path";
import { computedOf } from "../../shared/calc/computed-session.js";
import { coverageOf } from "../../shared/checks/coverage.js";
import { findingsOf, openWorkbook } from "../../shared/exchange/open-workbook.js";
import { findingRecord, type FindingRecord } from "../../shared/messages/finding-record.js";
import { summarize, type Summary } from "../../shared/messages/summary.js";
import { paperBook, type PaperBook } from "./paper-book.js";
import { paperFile } from "./paper-file.js";
import { loadFormulas, loadPack } from "./seed.js";

const FOLDER = path.join(import.meta.dirname, "..", "..", "templates", "yunnan-2020");
const pack = loadPack("yunnan-2020");
const packs = [{ pack, formulas: loadFormulas(pack) }];

/** What checking a workbook gave. */
export interface Checked {
  readonly department: string;
  readonly year: number;
  readonly unit: string;
  readonly summary: Summary;
  readonly findings: readonly FindingRecord[];
}

/** The pack's files on paper. */
export function readSample(name: "sample" | "sample-as-published" | "workbook"): Promise<PaperBook> {
  return paperBook(path.join(FOLDER, `${name}.xlsx`));
}

/** Checks a workbook as the command line does; gives the code of the failure where it cannot be opened. */
export function checkBytes(bytes: Uint8Array): Checked | string {
  const opened = openWorkbook(bytes, packs);
  if (!opened.ok) return opened.failure.code;
  const { session, read } = opened.value;
  const computed = computedOf(session);
  const findings = findingsOf(opened.value);
  const placeOf: Parameters<typeof findingRecord>[2] = (at) => {
    const place = read.places.cell(at);
    return place === undefined ? undefined : { sheet: place.sheet, address: place.ref };
  };
  return {
    ...session.workbook.profile,
    unit: read.unit,
    summary: summarize(findings, coverageOf(session)),
    findings: findings.map((finding) => findingRecord(computed, finding, placeOf)),
  };
}

/** Checks a workbook on paper. */
export function checkBook(book: PaperBook): Checked {
  const checked = checkBytes(paperFile(book));
  if (typeof checked === "string") throw new Error(`refused: ${checked}`);
  return checked;
}

/** A finding in one line: rule, severity, kind, places and both figures. */
export function findingLine(finding: FindingRecord): string {
  const { rule, severity, kind, cells, left, right } = finding;
  const places = cells.map((cell) => `${cell.sheet}!${cell.address}`).slice(0, 4);
  const figures = left === undefined ? [] : [`${left} ~ ${right ?? ""}`];
  return [rule, severity, kind, ...places, ...figures].join(" ");
}

/**
 * What differs between the findings of a workbook and those of a rearranged copy of it: `+` lines are new, `-` lines are gone.
 * Places are compared by the cell that stands there, wherever it stands now, so a wrong address is a difference.
 */
export function changes(before: Checked, book: PaperBook, after: Checked): readonly string[] {
  const gone = before.findings.map(comparable);
  const fresh: string[] = [];
  for (const finding of after.findings) {
    const line = comparable({ ...finding, cells: finding.cells.map((cell) => movedBack(cell, book)) });
    const index = gone.indexOf(line);
    if (index < 0) fresh.push(`+ ${finding.severity} ${finding.message} @ ${findingLine(finding)}`);
    else gone.splice(index, 1);
  }
  return [...fresh, ...gone.map((line) => `- ${line}`)];
}

function movedBack(cell: FindingRecord["cells"][number], book: PaperBook): FindingRecord["cells"][number] {
  if (cell.address === "") return cell;
  const origin = book.sheet(cell.sheet).get(cell.address).origin;
  if (origin === undefined) return cell;
  const [sheet = "", address = ""] = origin.split("!");
  return { ...cell, sheet, address };
}

function comparable({ rule, severity, kind, cells, left, right, difference, tolerance }: FindingRecord): string {
  const places = cells.map(({ sheet, address, row, column }) => `${sheet}!${address}(${row}/${column})`);
  return [rule, severity, kind, ...places, left, right, difference, tolerance].join(" ");
}
