import { computedOf } from "../../shared/calc/computed-session.js";
import type { Session } from "../../shared/calc/session.js";
import { significant, type Decimal } from "../../shared/decimal.js";
import { addressKey, type CellAddress } from "../../shared/model/address.js";

/**
 * Where two sessions differ first, as an address key, or undefined where they hold the same: rows, figures, texts, last year's
 * figures, remarks and profile. A stated figure within tolerance and a residual count as the same (architecture, “Identical
 * session”): what matters is the figure that stands.
 */
export function sameSession(a: Session, b: Session): string | undefined {
  const [first, second] = [computedOf(a), computedOf(b)];
  for (const table of first.pack.tables) {
    const rows = first.rows(table.id);
    if (rows.join("\n") !== second.rows(table.id).join("\n")) return table.id;
    for (const row of rows) {
      for (const column of table.columns) {
        const at: CellAddress = { table: table.id, row, column: column.id };
        if (!sameFigure(first.figure(at), second.figure(at)) || !sameText(first.text(at), second.text(at)))
          return addressKey(at);
      }
    }
  }
  const { profile } = a.workbook;
  if (profile.department !== b.workbook.profile.department || profile.year !== b.workbook.profile.year)
    return "profile";
  return differingEntry(a.workbook.remarks, b.workbook.remarks) ?? differingFigure(a.lastYear, b.lastYear);
}

function sameFigure(a: Decimal | undefined, b: Decimal | undefined): boolean {
  if (a === undefined || b === undefined) return (a ?? b)?.isZero() ?? true;
  // What a spreadsheet keeps of a figure; we never hold more of one that came out of a file.
  return significant(a, 15).equals(significant(b, 15));
}

/** Line ends differ between programs and say nothing. */
function sameText(a: string | undefined, b: string | undefined): boolean {
  return (a ?? "").replaceAll(/\r\n?/g, "\n").trim() === (b ?? "").replaceAll(/\r\n?/g, "\n").trim();
}

function differingEntry(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string | undefined {
  return [...new Set([...a.keys(), ...b.keys()])].find((key) => !sameText(a.get(key), b.get(key)));
}

function differingFigure(a: Session["lastYear"], b: Session["lastYear"]): string | undefined {
  return [...new Set([...a.keys(), ...b.keys()])].find((key) => !sameFigure(a.get(key), b.get(key)));
}
