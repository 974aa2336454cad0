import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isLegacyWorkbook } from "../../shared/archive/file-kind.js";
import { commandLine, PACK_FOLDER, type CommandRun } from "../support/command-line.js";
import { convertDocument } from "../support/tools.js";

const PUBLISHED = path.join(PACK_FOLDER, "sample-as-published.xlsx");

interface Checked {
  readonly files: readonly {
    readonly ok: boolean;
    readonly department: string;
    readonly summary: { readonly errors: number };
    readonly findings: readonly { readonly kind: string }[];
  }[];
}

/** How many figures are written oddly, percentages above all: an export must never add one. */
function oddWritings(stdout: string): number {
  const { files } = JSON.parse(stdout) as Checked;
  return (files[0]?.findings ?? []).filter(({ kind }) => kind === "format").length;
}

describe("an old .xls on the command line", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-old-"));
  let gongkai: (...args: readonly string[]) => CommandRun;
  let old = "";

  beforeAll(async () => {
    gongkai = await commandLine();
    old = convertDocument(PUBLISHED, "xls", folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is checked like the .xlsx it was", () => {
    const [was, is] = [PUBLISHED, old].map((file) => JSON.parse(gongkai("check", file, "--json").stdout) as Checked);
    expect(is?.files[0]?.ok).toBe(true);
    expect(is?.files[0]?.department).toBe(was?.files[0]?.department);
    expect(is?.files[0]?.summary.errors).toBe(was?.files[0]?.summary.errors);
  });

  it("is exported as a new .xlsx, and itself left as it was", () => {
    const before = readFileSync(old);
    const out = path.join(folder, "导出");
    expect(gongkai("export", old, "--out", out, "--force").code).toBe(1);
    const workbook = readdirSync(out).find((name) => name.endsWith("公开表.xlsx")) ?? "";
    expect(isLegacyWorkbook(readFileSync(path.join(out, workbook)))).toBe(false);
    const [was = 0, is = Infinity] = [old, path.join(out, workbook)].map((file) =>
      oddWritings(gongkai("check", file, "--json").stdout),
    );
    expect(is).toBeLessThanOrEqual(was);
    expect(readFileSync(old).equals(before)).toBe(true);
  });

  it("serves as last year's workbook", () => {
    const found = (previous: string): string => gongkai("check", PUBLISHED, "--previous", previous, "--json").stdout;
    expect(found(old)).toBe(found(PUBLISHED));
  });
});
