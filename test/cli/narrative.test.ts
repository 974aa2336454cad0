import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { commandLine, inFolder, PACK_FOLDER, type CommandRun } from "../support/command-line.js";

const SAMPLE = path.join(PACK_FOLDER, "sample.xlsx");
const PUBLISHED = path.join(PACK_FOLDER, "sample-as-published.xlsx");
const TEXT = path.join(import.meta.dirname, "../fixtures/published-narrative.txt");

interface Document {
  readonly files: readonly {
    readonly ok: boolean;
    readonly failure?: { readonly code: string; readonly message: string };
    readonly summary: { readonly errors: number; readonly notChecked: number };
    readonly findings: readonly {
      readonly rule: string;
      readonly kind: string;
      readonly severity: string;
      readonly text?: unknown;
    }[];
  }[];
}

let gongkai: (...args: readonly string[]) => CommandRun;

beforeAll(async () => {
  gongkai = await commandLine();
});

describe("check --narrative", () => {
  it("finds no error in the sample's own exported narrative", async () => {
    await inFolder((folder) => {
      expect(gongkai("export", SAMPLE, "--out", folder).code).toBe(0);
      const name = readdirSync(folder).find((file) => file.endsWith(".docx")) ?? "";
      const run = gongkai("check", SAMPLE, "--narrative", path.join(folder, name), "--json");
      expect(run.code).toBe(0);
      expect((JSON.parse(run.stdout) as Document).files[0]?.summary.errors).toBe(0);
    });
  });

  it("prints quotation, figure, expected and line as the page of the command line promises, for each workbook", () => {
    const run = gongkai("check", SAMPLE, PUBLISHED, "--narrative", TEXT, "--json");
    const { files } = JSON.parse(run.stdout) as Document;
    expect(run.code).toBe(1);
    for (const file of files) {
      const unit = file.findings.find(({ rule }) => rule === "text-unit");
      expect(unit).toMatchObject({
        kind: "narrative",
        severity: "error",
        text: { figure: "0.00 元", expected: "0.00万元", line: 653 },
      });
      expect(
        file.findings.filter(({ rule, severity }) => rule.startsWith("text-") && severity === "error"),
      ).toHaveLength(5);
    }
  });

  it("refuses a document it cannot read, for every workbook, and never reports zero findings", async () => {
    await inFolder((folder) => {
      const scan = path.join(folder, "扫描件.pdf");
      writeFileSync(scan, "%PDF-1.4\nnothing");
      const run = gongkai("check", SAMPLE, "--narrative", scan, "--json");
      const { files } = JSON.parse(run.stdout) as Document;
      expect(run.code).toBe(2);
      expect(files[0]).toMatchObject({ ok: false, failure: { code: "document-damaged" } });
      expect(run.stderr).toContain("要核对的说明");
    });
  });
});
