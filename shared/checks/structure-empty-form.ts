import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { Rule, StructureCheck } from "../template/pack.js";
import { firstCell } from "./form-cells.js";
import { structureFinding, type StructureFault } from "./structure-finding.js";

type EmptyForm = Extract<StructureCheck, { check: "empty-iff-zero" }>;

/**
 * A form holds figures exactly where the cells that sum it up elsewhere do, and an empty form says why it is empty, because
 * forms without data are published too (domain 1). Codes: `form-has-figures`, `form-lacks-figures`,
 * `empty-sentence-left` (figures and the sentence), `empty-sentence-missing` (neither; to be explained, not an error; its first cell is the form's own).
 * Fact `form`. A workbook in which the other tables are blank too is not asked for anything.
 */
export function checkEmptyForm(rule: Rule, check: EmptyForm, computed: Computed): readonly Finding[] {
  const figures = figuresOf(check.form, computed);
  const elsewhere = check.zero.flatMap((reference) => computed.resolve(reference) ?? []);
  const amounts = elsewhere.filter((address) => isAmount(computed, address));
  const hasSentence = (computed.workbook.emptySentences.get(check.form)?.trim() ?? "") !== "";
  const facts = { form: check.form };
  const fault = (
    code: string,
    cells: readonly CellAddress[],
    more: Partial<StructureFault> = {},
  ): readonly Finding[] => [structureFinding(rule, computed, { code, cells, facts, ...more })];
  const left = figures.length > 0 && hasSentence ? fault("empty-sentence-left", figures.slice(0, 1)) : [];
  if (figures.length > 0 && amounts.length === 0) {
    return isFilled(computed, elsewhere) ? [...left, ...fault("form-has-figures", [...figures, ...elsewhere])] : left;
  }
  if (figures.length > 0) return left;
  if (amounts.length > 0) return fault("form-lacks-figures", amounts);
  if (hasSentence || !isFilled(computed, elsewhere)) return [];
  const cells = [...firstCell(check.form, computed), ...elsewhere.slice(0, 1)];
  return fault("empty-sentence-missing", cells, { kind: "missing", severity: "explain" });
}

/** All cells of the form's tables that print something other than 0. */
function figuresOf(form: string, computed: Computed): readonly CellAddress[] {
  return computed.pack.tables
    .filter((table) => table.form === form)
    .flatMap(({ id, columns }) =>
      computed.rows(id).flatMap((row) =>
        columns
          .filter(({ kind }) => kind !== "text")
          .map((column) => ({ table: id, row, column: column.id }))
          .filter((address) => isAmount(computed, address)),
      ),
    );
}

function isAmount(computed: Computed, address: CellAddress): boolean {
  return computed.printed(address)?.isZero() === false;
}

/** Whether the tables of these cells hold any figure at all. */
function isFilled(computed: Computed, addresses: readonly CellAddress[]): boolean {
  return [...new Set(addresses.map(({ table }) => table))].some((table) =>
    computed
      .rows(table)
      .some((row) =>
        computed.table(table).columns.some(({ id }) => computed.figure({ table, row, column: id }) !== undefined),
      ),
  );
}
