import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { madeFiles, PACK_FOLDER } from "../../build/templates/make.js";
import { loadPack } from "../../build/templates/pack-files.js";
import { correctedSample, publishedSample } from "../../build/templates/samples.js";
import { plain } from "../../shared/decimal.js";
import type { NewContent } from "../../shared/drawing/new-content.js";
import { readWorkbook, type ReadWorkbook } from "../../shared/reading/read-excel.js";
import type { CellInput } from "../../shared/model/workbook.js";

const pack = loadPack(PACK_FOLDER);

function readFile(name: string): ReadWorkbook {
  const read = readWorkbook(new Uint8Array(readFileSync(join(PACK_FOLDER, name))), [pack]);
  if (!read.ok) throw new Error(`${name}: ${read.failure.code}`);
  return read.value;
}

test("the made files are those that the data make: after a change run npm run make:templates", async () => {
  const made = await madeFiles(pack);
  const different = [...made].filter(([name, bytes]) => !readFileSync(join(PACK_FOLDER, name)).equals(bytes));
  expect(different.map(([name]) => name)).toEqual([]);
});

/** A printed figure without separators, sign of percent and trailing zeros; any other text as it is. */
function bare(text: string): string {
  return /^-?[\d,]+(\.\d+)?%?$/.test(text)
    ? text
        .replace(/[,%]/g, "")
        .replace(/(\.\d*?)0+$/, "$1")
        .replace(/\.$/, "")
    : text;
}

function shown(input: CellInput | undefined): string {
  if (input === undefined) return "";
  return input.kind === "text" ? bare(input.text) : plain(input.value);
}

/** Every cell that a workbook reads otherwise than the content it was made from. */
function misread(
  read: ReadWorkbook,
  content: NewContent,
): { readonly cells: number; readonly wrong: readonly string[] } {
  let cells = 0;
  const wrong: string[] = [];
  for (const [table, rows] of content.tables) {
    const columns = pack.tables.find(({ id }) => id === table)?.columns ?? [];
    for (const row of rows) {
      const found = read.tables.get(table)?.rows.find(({ key }) => key === row.key);
      for (const { id } of columns) {
        const printed = row.cells[id] ?? "";
        if (printed !== "") cells += 1;
        // A dash stands for no figure; where it is a text it must be read as one.
        const is = shown(found?.cells.get(id));
        if (is !== bare(printed) && !(printed === pack.frame.dash && is === "")) {
          wrong.push(`${table}.${row.key}.${id}: ${printed} ≠ ${is}`);
        }
      }
    }
  }
  return { cells, wrong };
}

describe.each([
  ["sample-as-published.xlsx", publishedSample(pack)],
  ["sample.xlsx", correctedSample()],
] as const)("%s", (name, content) => {
  const read = readFile(name);

  test("is read cell by cell as the document it was made from", () => {
    const { cells, wrong } = misread(read, content);
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(2700);
  });

  test("is read row by row in the same order, with the same names", () => {
    for (const [table, rows] of content.tables) {
      const keys = read.tables.get(table)?.rows.map(({ key }) => key) ?? [];
      const wanted = rows.map(({ key }) => key);
      // 公开06 prints its codes in three panels side by side.
      if (table === "06") expect([...keys].sort()).toEqual([...wanted].sort());
      else expect(keys).toEqual(wanted);
      for (const row of rows.filter(({ name }) => name !== undefined)) {
        expect(read.tables.get(table)?.rows.find(({ key }) => key === row.key)?.name).toBe(row.name);
      }
    }
  });

  test("is read with publisher, year, last year's figures and elements", () => {
    expect(read.profile).toEqual({ department: content.department, year: content.year });
    expect(Object.fromEntries([...read.lastYear].map(([reference, value]) => [reference, plain(value)]))).toEqual(
      Object.fromEntries([...content.lastYear].map(([reference, text]) => [reference, bare(text)])),
    );
    for (const [id, text] of read.remarks) expect(text).toBe(content.remarks.get(id));
    expect(read.remarks.size).toBeGreaterThan(40);
  });
});

test("the blank template is read as all forms without a figure", () => {
  const read = readFile("workbook.xlsx");
  expect([...read.forms.keys()]).toEqual(pack.forms.map(({ id }) => id));
  expect(read.findings.map(({ code }) => code)).toEqual(["department-missing"]);
  const figures = [...read.tables.values()].flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()]));
  expect(figures).toEqual([]);
});
