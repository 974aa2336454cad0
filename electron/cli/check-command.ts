import { computedOf } from "../../shared/calc/computed-session.js";
import type { Session } from "../../shared/calc/session.js";
import { placeIn } from "../../shared/delivery/delivery.js";
import { coverageOf } from "../../shared/checks/coverage.js";
import { findingsOf, openWorkbook } from "../../shared/exchange/open-workbook.js";
import type { Failure } from "../../shared/failure.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { findingRecord, type FindingRecord } from "../../shared/messages/finding-record.js";
import { summarize, type Summary } from "../../shared/messages/summary.js";
import { refusal, success, type Result } from "../../shared/result.js";
import type { Command } from "./arguments.js";
import { readNarrative, type NarrativeCheck } from "./narrative-file.js";
import { asSideFile } from "./input-file.js";
import { NATIVE_UNPACKING } from "./native-unpacking.js";
import { readInstalledPacks, type InstalledPack } from "./pack-folder.js";
import { say, type ExitCode } from "./say.js";
import { readWorkbookFile } from "./workbook-file.js";

/** One file's part of the JSON document. */
type FileRecord =
  | {
      readonly file: string;
      readonly ok: true;
      readonly pack: string;
      readonly department: string;
      readonly year: number;
      readonly unit: string;
      readonly summary: Summary;
      readonly findings: readonly FindingRecord[];
    }
  | {
      readonly file: string;
      readonly ok: false;
      readonly failure: { readonly code: string; readonly message: string };
    };

/** `check`: opens, computes and checks each workbook; one bad file never stops the others, and the worst code wins. */
export async function runCheck(command: Extract<Command, { name: "check" }>): Promise<ExitCode> {
  const packs = readInstalledPacks();
  const narrative = await readNarrative(command.narrative);
  const check = async (file: string): Promise<FileRecord> => {
    if (!packs.ok) return failed(file, packs.failure);
    if (!narrative.ok) return failed(file, narrative.failure);
    const previous = await openPrevious(command.previous, packs.value);
    if (!previous.ok) return failed(file, previous.failure);
    return checkFile(file, packs.value, { previous: previous.value, narrative: narrative.value });
  };
  const records: FileRecord[] = [];
  for (const file of command.files) records.push(await check(file));
  for (const record of records) tell(record);
  if (command.json) say.json({ files: records });
  return Math.max(...records.map(codeOf)) as ExitCode;
}

/** Last year's workbook as a session, or undefined when none was given. */
export async function openPrevious(
  file: string | undefined,
  packs: readonly InstalledPack[],
): Promise<Result<Session | undefined>> {
  if (file === undefined) return success(undefined);
  const bytes = await readWorkbookFile(file, "previous");
  if (!bytes.ok) return bytes;
  const opened = openWorkbook(bytes.value, packs, undefined, NATIVE_UNPACKING);
  return opened.ok ? success(opened.value.session) : refusal(asSideFile("previous", file, opened.failure));
}

/** What a workbook is checked against besides itself. */
interface Against {
  readonly previous: Session | undefined;
  readonly narrative: NarrativeCheck | undefined;
}

async function checkFile(
  file: string,
  packs: readonly InstalledPack[],
  { previous, narrative }: Against,
): Promise<FileRecord> {
  const bytes = await readWorkbookFile(file);
  if (!bytes.ok) return failed(file, bytes.failure);
  const opened = openWorkbook(bytes.value, packs, previous, NATIVE_UNPACKING);
  if (!opened.ok) return failed(file, opened.failure);
  const { session, read } = opened.value;
  const computed = computedOf(session);
  const aboutNarrative = narrative === undefined ? success([]) : narrative(session, packs);
  if (!aboutNarrative.ok) return failed(file, aboutNarrative.failure);
  const findings = findingsOf(opened.value, aboutNarrative.value);
  return {
    file,
    ok: true,
    pack: read.pack.id,
    department: session.workbook.profile.department,
    year: session.workbook.profile.year,
    unit: read.unit,
    summary: summarize(findings, coverageOf(session)),
    findings: findings.map((finding) => findingRecord(computed, finding, placeIn(opened.value))),
  };
}

function failed(file: string, failure: Failure): FileRecord {
  return { file, ok: false, failure: { code: failure.code, message: failureText(failure) } };
}

function codeOf(record: FileRecord): ExitCode {
  if (!record.ok) return 2;
  return record.summary.errors > 0 ? 1 : 0;
}

const LABELS = { error: "错误", explain: "需说明", hint: "提示" } as const;

/** Tells people what was found, in the order of the findings. */
function tell(record: FileRecord): void {
  if (!record.ok) {
    say.problem(`${record.file}：${record.failure.message}`);
    return;
  }
  const { summary } = record;
  say.problem(`${record.file}：${record.department} ${record.year}年度`);
  for (const finding of record.findings) {
    const label = finding.kind === "rounding" ? "尾差" : LABELS[finding.severity];
    say.problem(`  [${label}] ${finding.message}`);
  }
  say.problem(
    `  错误 ${summary.errors} 条，需说明 ${summary.explanations} 条，提示 ${summary.hints} 条；检查规则 ${summary.rulesChecked} 条，比对 ${summary.comparisons} 处，未能核对 ${summary.notChecked} 处。`,
  );
}
