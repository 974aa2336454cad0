import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { writeReport } from "../../shared/drawing/report.js";
import { placeIn, prepareDelivery } from "../../shared/delivery/delivery.js";
import { reportContent } from "../../shared/messages/report-content.js";
import { templateFile } from "../support/narrative.js";
import { openedSample } from "../support/opened-sample.js";
import { partsOf } from "../support/patching.js";
import { convertDocument, toolPath } from "../support/tools.js";

const folder = mkdtempSync(path.join(tmpdir(), "gongkai-report-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const { bytes, opened } = openedSample("sample-as-published.xlsx");
const delivery = prepareDelivery({ bytes, opened, template: { bytes: templateFile() } });
if (!delivery.ok) throw new Error(delivery.failure.code);
const { findings, summary } = delivery.value;
const content = reportContent(computedOf(opened.session), findings, summary, placeIn(opened));

const squeezed = (text: string): string => text.replaceAll(/\s/gu, "");

test("the report prints on A4 across, its head on every page, and no sentence is cut", async () => {
  const file = path.join(folder, "校验报告.xlsx");
  writeFileSync(file, await writeReport(content));
  const pdf = convertDocument(file, "pdf", folder);
  const pages = execFileSync(toolPath("pdftotext"), ["-raw", pdf, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  expect(execFileSync(toolPath("pdfinfo"), [pdf], { encoding: "utf8" })).toMatch(
    /Page size: +841\.\d+ x 595\.\d+ pts/u,
  );
  expect(pages.length).toBeGreaterThan(3);
  for (const [index, page] of pages.map(squeezed).entries()) {
    expect(page).toContain(squeezed(content.heads.join("")));
    expect(page).toContain(`第${index + 1}页共${pages.length}页`);
  }
  const text = pages.map(squeezed).join("");
  expect(content.rows.length).toBeGreaterThan(100);
  for (const { cells } of content.rows) {
    for (const cell of cells.filter(({ kind }) => kind === "text")) expect(text).toContain(squeezed(cell.text));
  }
  // A text with more lines than its row has room for runs into the rows above and below it.
  expect(closeLines(pdf)).toEqual([]);
});

/** Lines of the sentences' column that stand nearer to each other than lines of one text do, with their page. */
function closeLines(pdf: string): readonly string[] {
  const layout = execFileSync(toolPath("pdftotext"), ["-bbox", pdf, "-"], { encoding: "utf8" });
  return layout.split("<page ").flatMap((page, number) => {
    const words = [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</gu)].map(([, x, y, word]) => ({
      x: Number.parseInt(x ?? "", 10),
      y: Number.parseInt(y ?? "", 10),
      word,
    }));
    const [left, right] = ["相差", "规则"].map((head) => words.find(({ word }) => word === head)?.x ?? 0);
    const tops = words.filter(({ x }) => x > (left ?? 0) + 20 && x < (right ?? 0) - 20).map(({ y }) => y);
    const sorted = [...new Set(tops)].toSorted((a, b) => a - b);
    const gaps = sorted.map((top, index) => top - (sorted[index - 1] ?? 0));
    return gaps.flatMap((gap, index) =>
      gap > SAME_LINE && gap < NEXT_LINE ? [`page ${number}: ${sorted[index]}`] : [],
    );
  });
}

/** In points: letters of one line differ by less, lines of one text by more. */
const SAME_LINE = 3;
const NEXT_LINE = 8;

test("what must be corrected is told by word and colour, and the head stays in view", async () => {
  const parts = partsOf(await writeReport(content));
  const sheet = parts.text("xl/worksheets/sheet1.xml") ?? "";
  const row = content.lines.length + 2;
  expect(sheet).toContain(`ySplit="${row}"`);
  const styles = new Map<string, Set<string>>();
  for (const [index, { severity }] of content.rows.entries()) {
    const style = new RegExp(`<c r="B${row + 1 + index}" s="(\\d+)"`).exec(sheet)?.[1] ?? "";
    styles.set(severity, (styles.get(severity) ?? new Set()).add(style));
  }
  const used = [...styles.values()].map((one) => [...one].join());
  expect([...styles.keys()]).toEqual(["error", "explain", "hint"]);
  expect(new Set(used).size).toBe(3);
});
