import { markAt } from "../calc/edit.js";
import { cellNumber } from "../calc/layout.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { Change } from "../model/transaction.js";
import type { Profile, RemarkId } from "../model/workbook.js";
import { gesture, refuse, type Editing, type Gesture } from "./gesture.js";

/** Lets the computed figure stand in cells: a stated figure goes, and so does a residual (尾差). */
export function takeComputed({ session }: Editing, cells: readonly CellAddress[]): Gesture {
  const changes = cells.flatMap((at): readonly Change[] => {
    const cell = cellNumber(session.plan.layout, at);
    const before = cell === undefined ? undefined : markAt(session, cell);
    return before === undefined ? [] : [{ kind: "set-mark", at, before }];
  });
  return changes.length === 0 ? refuse("nothing-stated") : gesture("typing", changes);
}

/** Answers a finding with a reason; a blank reason takes the answer back. */
export function answerFinding(editing: Editing, { remarkId }: Finding, reason: string): Gesture {
  if (remarkId === undefined) return refuse("not-answerable");
  const change = remarkChange(editing, remarkId, reason);
  return gesture("answer", change === undefined ? [] : [change]);
}

/** The change that writes an entry of 说明要素; undefined when it says the same already. Blank ones are not kept. */
export function remarkChange({ session }: Editing, id: RemarkId, text: string): Change | undefined {
  const before = session.workbook.remarks.get(id);
  const after = text.trim() === "" ? undefined : text;
  if (before === after) return undefined;
  return {
    kind: "set-remark",
    id,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** Changes who publishes and for which year. */
export function changeProfile({ session }: Editing, profile: Profile): Gesture {
  const before = session.workbook.profile;
  const after = { ...profile, department: profile.department.trim() };
  if (!Number.isSafeInteger(after.year) || after.year < FIRST_YEAR || after.year > LAST_YEAR) {
    return refuse("year-malformed", { year: String(profile.year) });
  }
  const isSame = before.department === after.department && before.year === after.year;
  return gesture("profile", isSame ? [] : [{ kind: "set-profile", before, after }]);
}

/** Years a fiscal year can be, as the reader takes them out of titles. */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2199;
