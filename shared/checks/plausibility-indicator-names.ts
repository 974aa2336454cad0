import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { IndicatorSettings } from "../template/plausibility-settings.js";
import { findingOf } from "./suspicion.js";
import { essence } from "../essence.js";

/**
 * An indicator's own name typed as its actual value: nobody can see what was reached. An error where a target says something
 * else; where the target is the same words or there is none (完成…), the name may be an answer, so a reason is asked for.
 */
export function checkIndicatorNames(computed: Computed): readonly Finding[] {
  return computed.pack.plausibility.indicators.flatMap((settings) =>
    computed.rows(settings.table).flatMap((row) => nameFinding(computed, settings, row)),
  );
}

function nameFinding(computed: Computed, settings: IndicatorSettings, row: string): readonly Finding[] {
  const cell = (column: string): CellAddress => ({ table: settings.table, row, column });
  const actual = computed.text(cell(settings.actual));
  const name = computed.text(cell(settings.name));
  if (actual === undefined || name === undefined || essence(actual) === "") return [];
  if (essence(actual) !== essence(name)) return [];
  const targets = settings.targets.flatMap((column) => computed.text(cell(column)) ?? []);
  const differs = targets.length > 0 && targets.every((text) => essence(text) !== essence(actual));
  return [
    findingOf(computed, {
      check: "name-as-actual",
      severity: differs ? "error" : "explain",
      cells: [cell(settings.actual), cell(settings.name)],
      facts: { name, actual, target: targets[0] ?? "" },
    }),
  ];
}
