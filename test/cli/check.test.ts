import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { commandLine, PACK_FOLDER, type CommandRun } from "../support/command-line.js";

interface CellRecord {
  readonly table: string;
  readonly sheet: string;
  readonly address: string;
  readonly row: string;
  readonly column: string;
}

interface FindingRecord {
  readonly rule: string;
  readonly severity: string;
  readonly kind: string;
  readonly message: string;
  readonly cells: readonly CellRecord[];
  readonly left?: string;
  readonly right?: string;
  readonly difference?: string;
  readonly tolerance?: string;
}

interface FileRecord {
  readonly file: string;
  readonly ok: boolean;
  readonly pack: string;
  readonly department: string;
  readonly year: number;
  readonly unit: string;
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly FindingRecord[];
}

const SAMPLE = path.join(PACK_FOLDER, "sample.xlsx");
const PUBLISHED = path.join(PACK_FOLDER, "sample-as-published.xlsx");

let gongkai: (...args: readonly string[]) => CommandRun;

beforeAll(async () => {
  gongkai = await commandLine();
});

function check(...files: readonly string[]): {
  readonly code: number | null;
  readonly files: readonly FileRecord[];
  readonly stdout: string;
} {
  const { code, stdout } = gongkai("check", ...files, "--json");
  return { code, stdout, files: (JSON.parse(stdout) as { files: readonly FileRecord[] }).files };
}

describe("check on the published document", () => {
  it("finds in 01–09 and 国有资产 no error but the doubled 30399, and 32 尾差, none of them an error", () => {
    const { code, files } = check(PUBLISHED);
    const findings = (files[0]?.findings ?? []).filter(({ cells }) =>
      /^(公开0\d表|国有资产)$/.test(cells[0]?.sheet ?? ""),
    );
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ rule, cells }) => [rule, cells.map(({ row }) => row)])).toEqual([
      ["06-04", ["30399", "30399"]],
    ]);
    const roundings = findings.filter(({ kind }) => kind === "rounding");
    expect(roundings.length).toBe(32);
    expect(new Set(roundings.map(({ severity }) => severity))).toEqual(new Set(["hint"]));
    expect(code).toBe(1);
  });

  it.each([
    ["元 in a 万元 column", "unit-slip", "公开12表", "50000.00"],
    ["元 in a 万元 column", "unit-slip", "公开12表", "11600.00"],
    ["元 in a 万元 column", "unit-slip", "公开12表", "350000.00"],
    ["one source listed twice", "12-01", "公开12表", "89.92"],
    ["an amount that disagrees with 公开11", "12-09", "公开12表", "8112.64"],
    ["indicators that make 90", "12-04", "公开12表", "100"],
    ["an amount pasted across score cells", "pasted-amount", "公开12表", "350000"],
    ["a rate typed as a ratio", "12-02", "公开12表", "1.00"],
  ])("finds %s (%s)", (_, rule, sheet, left) => {
    const found = check(PUBLISHED).files[0]?.findings.find(
      (one) => one.rule === rule && one.left?.replace(/\.00$/, "") === left.replace(/\.00$/, ""),
    );
    expect(found?.severity).toBe("error");
    expect(found?.cells[0]?.sheet).toBe(sheet);
    expect(found?.cells[0]?.address).toMatch(/^[A-Z]+\d+$/);
    expect(found?.message).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe("check on the corrected sample", () => {
  it("finds no error and ends with 0", () => {
    const { code, files } = check(SAMPLE);
    expect(files[0]?.summary).toMatchObject({ errors: 0, notChecked: 0 });
    expect(code).toBe(0);
  });

  it("prints the contract's fields, with decimal strings for figures, and the same bytes twice", () => {
    const { files, stdout } = check(SAMPLE);
    const [file] = files;
    expect(Object.keys(file ?? {})).toEqual([
      "file",
      "ok",
      "pack",
      "department",
      "year",
      "unit",
      "summary",
      "findings",
    ]);
    expect(file).toMatchObject({ ok: true, pack: "yunnan-2020", year: 2020, unit: "万元" });
    const rounding = file?.findings.find(({ rule, cells }) => rule === "03-02c" && cells[0]?.row === "20801");
    expect(rounding).toMatchObject({
      severity: "hint",
      kind: "rounding",
      left: "2485.10",
      right: "2485.11",
      difference: "-0.01",
      tolerance: "0.02",
    });
    expect(rounding?.cells[0]).toEqual({
      table: "支出决算表",
      sheet: "公开03表",
      address: expect.stringMatching(/^[A-Z]+\d+$/) as string,
      row: "20801",
      column: "1",
    });
    expect(check(SAMPLE).stdout).toBe(stdout);
  });
});
