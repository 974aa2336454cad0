import type { Session } from "../calc/session.js";
import { fixed, type Decimal } from "../decimal.js";
import { addressKey } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import { isRounding, lastYearMisfits } from "../narrative/last-year.js";
import type { CheckedProse } from "./checked-prose.js";
import { statedChanges, type StatedChange } from "./learn.js";
import { textFinding } from "./text-finding.js";

/** A figure of last year that follows from this year's and a change was rounded twice. */
const TWICE = 2;

/**
 * Finds changes that cannot all be true (domain, section 3): 资产总额 up by 180.49 with 固定资产 down by 91.93 makes last year's fixed assets
 * larger than all assets. A paragraph that says word for word what the workbook's own narrative says is passed over: there the
 * sheet 上年数 is at fault, and a finding of its own names it.
 */
export function checkChanges(checked: CheckedProse, session: Session): readonly Finding[] {
  const changes = new Map<string, StatedChange>();
  for (const change of statedChanges(checked)) changes.set(addressKey(change.cell), change);
  const lastYear = new Map<string, Decimal>([...changes].map(([key, change]) => [key, change.lastYear]));
  const own = new Set(
    checked.slots.filter(({ stands }) => stands).flatMap(({ wordings }) => wordings.map(({ text }) => text)),
  );
  return lastYearMisfits({ ...session, lastYear }).flatMap((misfit) => {
    const told = misfit.cells.flatMap((cell) => changes.get(addressKey(cell)) ?? []);
    const last = told.at(-1)?.link;
    if (last === undefined || told.every(({ link }) => own.has(link.sentence.of.normal.text))) return [];
    const rounding = isRounding(misfit, TWICE);
    const figures = { whole: fixed(misfit.whole, 2), sum: fixed(misfit.sum, 2) };
    return [
      textFinding({
        code: rounding ? "text-changes-rounding" : "text-impossible",
        severity: rounding ? "hint" : "error",
        ...(rounding ? { kind: "rounding" } : {}),
        in: last.sentence.of,
        sentence: last.sentence,
        start: last.mention.start,
        end: last.mention.kind === "figure" ? last.mention.figure.unitEnd : last.mention.end,
        cells: misfit.cells,
        facts: { ...figures, complete: misfit.complete ? "yes" : "" },
      }),
    ];
  });
}
