import type { Session } from "../calc/session.js";
import { fixed, plain } from "../decimal.js";
import type { NewContent } from "../drawing/new-content.js";
import type { CellInput } from "../model/workbook.js";
import { success, type Result } from "../result.js";
import type { Pack } from "../template/pack.js";
import { patchExcel } from "../patching/patch-excel.js";
import { planSave } from "../saving/plan-save.js";
import { saveTarget, type SaveTarget } from "../saving/save-target.js";
import { verifySave } from "../saving/verify-save.js";
import { openWorkbook, type ReadyPack } from "./open-workbook.js";

/**
 * A new workbook that says what a session says: for workbooks whose own file can not be written, such as an old .xls. It is the pack's
 * template workbook, filled; where the template has no place for something, such as the other heads of a form that has two, a workbook
 * drawn from the pack itself. Read back and compared like any save.
 */
export async function newFromSession(
  template: Uint8Array,
  ready: ReadyPack,
  session: Session,
): Promise<Result<Uint8Array>> {
  const target = saveTarget(session);
  const filled = filledTemplate(template, ready, target);
  if (filled.ok || filled.failure.code !== "export-mismatch") return filled;
  const { newExcel } = await import("../drawing/new-excel.js");
  const drawn = await newExcel(ready.pack, contentOf(target, session));
  const verified = verifySave(drawn, target, ready.pack);
  return verified.ok ? success(drawn) : verified;
}

function filledTemplate(template: Uint8Array, ready: ReadyPack, target: SaveTarget): Result<Uint8Array> {
  const opened = openWorkbook(template, [ready]);
  if (!opened.ok) return opened;
  const written = patchExcel(template, planSave(opened.value.read, target));
  if (!written.ok) return written;
  const verified = verifySave(written.value, target, ready.pack);
  return verified.ok ? success(written.value) : verified;
}

function contentOf({ profile, tables, lastYear, remarks }: SaveTarget, { workbook, plan }: Session): NewContent {
  const percents = percentColumns(plan.layout.pack);
  return {
    department: profile.department,
    year: profile.year,
    tables: new Map(
      Array.from(tables, ([id, rows]) => [
        id,
        rows.map(({ key, code, name, cells }) => ({
          key,
          ...(code === undefined ? {} : { code, name }),
          cells: Object.fromEntries(
            Array.from(cells, ([column, input]) => [column, printed(input, percents.get(`${id}.${column}`))]),
          ),
        })),
      ]),
    ),
    lastYear: new Map(Array.from(lastYear, ([reference, figure]) => [reference, plain(figure)])),
    remarks,
    emptySentences: workbook.emptySentences,
  };
}

/** Decimal places of the columns of percentages, by table and column. */
function percentColumns(pack: Pack): ReadonlyMap<string, number> {
  return new Map(
    pack.tables.flatMap(({ id, columns }) =>
      columns.flatMap((column): readonly (readonly [string, number])[] =>
        column.kind === "percent" ? [[`${id}.${column.id}`, column.places ?? PERCENT_PLACES]] : [],
      ),
    ),
  );
}

const PERCENT_PLACES = 2;

/** A figure with every digit it has; a percentage with its sign and at least the places of its column. */
function printed(input: CellInput, percentPlaces: number | undefined): string {
  if (input.kind === "text") return input.text;
  if (percentPlaces === undefined) return plain(input.value);
  return `${fixed(input.value, Math.max(percentPlaces, input.value.decimalPlaces()))}%`;
}
