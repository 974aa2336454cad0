import type { Computed } from "../calc/computed.js";
import type { CellAddress } from "../model/address.js";
import type { Finding } from "../model/finding.js";
import type { TextSigns } from "../template/plausibility-settings.js";
import { findingOf } from "./suspicion.js";
import { literally } from "./text-cells.js";

/** A date after the fiscal year among what the year was to reach, such as 2021年12月31日 in the accounts of 2020; one finding a row. */
export function checkDeadlines(computed: Computed): readonly Finding[] {
  const { years, signs } = computed.pack.plausibility;
  const fiscal = computed.workbook.profile.year;
  const pattern = datePattern(signs);
  return years.deadlines.flatMap(({ table, columns }) =>
    computed.rows(table).flatMap((row) => {
      const late = columns.flatMap((column) => {
        const cell: CellAddress = { table, row, column };
        const date = lateDate(computed.text(cell) ?? "", pattern, fiscal);
        return date === undefined ? [] : [{ cell, date }];
      });
      const [first] = late;
      if (first === undefined) return [];
      const facts = { date: first.date, fiscal: String(fiscal) };
      const cells = late.map(({ cell }) => cell);
      return [findingOf(computed, { check: "late-deadline", severity: "explain", cells, facts })];
    }),
  );
}

/** 2021年12月31日, 2021年12月, 2021-12-31, 2021.12.31, 2021/12/31. */
function datePattern({ year, month, day }: TextSigns): RegExp {
  const written = `${literally(year)}\\s*\\d{1,2}\\s*${literally(month)}(?:\\s*\\d{1,2}\\s*${literally(day)})?`;
  return new RegExp(`(?<!\\d)((?:19|20)\\d{2})(?:${written}|([-./])\\d{1,2}\\2\\d{1,2})(?!\\d)`, "gu");
}

function lateDate(text: string, pattern: RegExp, fiscal: number): string | undefined {
  return [...text.matchAll(pattern)].find(([, year = ""]) => Number.parseInt(year, 10) > fiscal)?.[0];
}
