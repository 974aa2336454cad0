import { cellNumber } from "../calc/layout.js";
import { markAt } from "../calc/edit.js";
import type { Session } from "../calc/session.js";
import { addressKey, type CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { cellText } from "../model/transaction-text.js";
import type { CellInput } from "../model/workbook.js";

/** What reading a file found, and the session that stood in the file then. */
export interface ReadingBasis {
  readonly session: Session;
  readonly reading: readonly Finding[];
}

/** Findings about what a cell of the file holds: they end when the cell holds something else. */
const ABOUT_CONTENT: readonly string[] = ["unreadable-figure", "formula-without-value", "formula", "stored-as-text"];

/**
 * The findings of reading that still hold after edits: not those about cells that were filled anew or whose rows are gone, and with
 * the answers given since. A finding nothing happened to is the very same object.
 */
export function standingReading(basis: ReadingBasis, session: Session): readonly Finding[] {
  if (basis.session === session) return basis.reading;
  return basis.reading.flatMap((finding) => standing(finding, basis.session, session));
}

function standing(finding: Finding, before: Session, now: Session): readonly Finding[] {
  if (finding.code === "previous-differs") {
    const cells = finding.cells.filter((at) => sameLastYear(at, before, now));
    return cells.length === finding.cells.length ? [answered(finding, now)] : [];
  }
  const cells = finding.cells.filter((at) => stillThere(at, before, now) && stillSo(finding, at, before, now));
  if (cells.length === finding.cells.length) return [answered(finding, now)];
  if (cells.length === 0) return [];
  const facts =
    finding.facts["count"] === undefined ? finding.facts : { ...finding.facts, count: String(cells.length) };
  return [answered({ ...finding, cells, facts }, now)];
}

function stillThere(at: CellAddress, before: Session, now: Session): boolean {
  return cellNumber(now.plan.layout, at) !== undefined || cellNumber(before.plan.layout, at) === undefined;
}

function stillSo({ code }: Finding, at: CellAddress, before: Session, now: Session): boolean {
  if (code === "cell-blank") {
    const cell = cellNumber(now.plan.layout, at);
    return cell !== undefined && now.blanks.at(cell) === true;
  }
  return !ABOUT_CONTENT.includes(code) || sameContent(at, before, now);
}

function sameContent(at: CellAddress, before: Session, now: Session): boolean {
  const [was, is] = [inputAt(at, before), inputAt(at, now)];
  const [wasMarked, isMarked] = [markOf(at, before), markOf(at, now)];
  return (
    textOf(was) === textOf(is) &&
    wasMarked?.kind === isMarked?.kind &&
    (wasMarked === undefined || (isMarked !== undefined && wasMarked.value.equals(isMarked.value)))
  );
}

function inputAt({ table, row, column }: CellAddress, session: Session): CellInput | undefined {
  const index = session.plan.layout.byId.get(table)?.indexOf.get(row) ?? -1;
  return session.workbook.tables.get(table)?.rows[index]?.inputs.get(column);
}

function markOf(at: CellAddress, session: Session): ReturnType<typeof markAt> {
  const cell = cellNumber(session.plan.layout, at);
  return cell === undefined ? undefined : markAt(session, cell);
}

function textOf(input: CellInput | undefined): string {
  return input === undefined ? "" : cellText(input);
}

function sameLastYear(at: CellAddress, before: Session, now: Session): boolean {
  const [was, is] = [before, now].map((session) => session.lastYear.get(addressKey(at)));
  return was === undefined || is === undefined ? was === is : was.equals(is);
}

function answered(finding: Finding, { workbook }: Session): Finding {
  if (finding.remarkId === undefined) return finding;
  const text = workbook.remarks.get(finding.remarkId)?.trim();
  const remark = text === "" ? undefined : text;
  if (remark === finding.remark) return finding;
  const { remark: former, ...open } = finding;
  if (remark === undefined) return former === undefined ? finding : open;
  return { ...open, remark };
}
