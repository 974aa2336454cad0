import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  correctedTables,
  corrections,
  publishedEmptySentences,
  publishedTables,
  type SeedTable,
} from "../../build/templates/seed-tables.js";
import { decimal, plain, ZERO } from "../../shared/decimal.js";

/** All texts of a table in printed order, without blanks and line breaks. */
function texts(tables: readonly SeedTable[], id: string): string {
  const rows = tables.find((table) => table.table === id)?.rows ?? [];
  return rows
    .flatMap((row) => [...Object.values(row.cells), ...(row.beside ?? [])])
    .join("")
    .replaceAll(/\s/g, "");
}

function digest(text: string): string {
  return `${text.length} ${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}

describe("the published texts of 公开10–12", () => {
  const published = publishedTables();

  test.each([
    ["10", "3705 76dfcb8d4f903958"],
    ["11-profile", "2521 e00991498b160ffb"],
    ["11-goals", "2215 2dd7f904736fffc2"],
    ["11-tasks", "1788 4bc347d8b1b1a626"],
    ["11-indicators", "2258 cca06a237f310faf"],
    ["12-projects", "3497 ceb88a4d134c6925"],
    ["12-funds", "1126 49e96d53579a4661"],
    ["12-indicators", "3381 8ac17cb5a2d57ccf"],
  ])("%s stands as it was compared with the printed document, sign by sign", (table, expected) => {
    expect(digest(texts(published, table))).toBe(expected);
  });

  test("14 projects with four sources of funds each, 4 tasks, 68 department indicators", () => {
    const size = (id: string): number => published.find((table) => table.table === id)?.rows.length ?? 0;
    expect([size("12-projects"), size("12-funds"), size("11-tasks"), size("11-indicators")]).toEqual([14, 56, 4, 68]);
  });

  test("tables 01–09 and 国有资产 hold every printed figure", () => {
    const figures = published
      .filter((table) => !/^1[012]/.test(table.table))
      .map((table) => `${table.table} ${table.rows.flatMap((row) => Object.values(row.cells)).length}`);
    expect(figures).toEqual([
      ...["01 42", "02 248", "03 186", "04 125", "05 403", "06 90", "07 0", "08 0", "09 46"],
      "assets 7",
    ]);
  });

  test("the two empty forms keep their sentence", () => {
    expect(Object.keys(publishedEmptySentences())).toEqual(["07", "08"]);
  });
});

describe("the corrected sample", () => {
  const corrected = correctedTables();
  const rowsOf = (id: string): SeedTable["rows"] => corrected.find((table) => table.table === id)?.rows ?? [];
  const part = (text = ""): string => (text === "" || text === "—" ? "0" : text.replaceAll(",", ""));
  const sum = (parts: readonly (string | undefined)[]): string =>
    plain(parts.reduce((total, text) => total.plus(decimal(part(text))), ZERO));

  test("every correction names what stood there and why it changed", () => {
    for (const correction of corrections()) {
      expect(correction.from).not.toBe(correction.to);
      expect(correction.reason).toMatch(/。$/);
    }
  });

  test("30399 stands once, 代缴社会保险费 is 30311", () => {
    const codes = rowsOf("06").filter((row) => row.key.startsWith("303"));
    expect(codes.filter((row) => row.key === "30399").map((row) => row.name)).toEqual(["其他个人和家庭的补助支出"]);
    expect(codes.find((row) => row.key === "30311")?.name).toBe("代缴社会保险费");
  });

  test.each(rowsOf("12-projects").map((row) => [row.key, row] as const))(
    "%s: weights make 100 and scores make the total score",
    (project, row) => {
      const execution = rowsOf("12-funds").find((funds) => funds.key === `${project}/total`)?.cells ?? {};
      const indicators = rowsOf("12-indicators").filter((indicator) => indicator.key.startsWith(`${project}/`));
      const whole = (column: string): string => plain(decimal(part(row.cells[column])));
      // 100 beside the execution rate is the other way of writing it and is not counted.
      const counted = decimal(part(execution["weight"])).lt(100) ? execution : {};
      const parts = (column: string): string =>
        sum([...indicators.map((indicator) => indicator.cells[column]), counted[column]]);
      expect(parts("weight")).toBe(whole("totalWeight"));
      expect(parts("score")).toBe(whole("totalScore"));
    },
  );

  test("all projects together stay within the department's project expenditure", () => {
    const executed = rowsOf("12-funds")
      .filter((row) => row.key.endsWith("/total"))
      .map((row) => row.cells["executed"]);
    expect(sum(executed)).toBe("5175.99");
  });
});
