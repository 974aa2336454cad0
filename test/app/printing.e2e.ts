import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Host } from "../../shared/host/contract.js";
import { expect, test } from "./support/launch.js";

const PAGES = `<!doctype html><meta charset="utf-8"><title>试印</title>
<style>@page { size: A4 landscape } section + section { break-before: page }</style>
<section><h1>第一页</h1>8,300.02</section><section><h1>第二页</h1><script>document.body.textContent = "不该运行"</script></section>`;

test("makes a PDF of pages in a window nobody sees: their own size, real text, no scripts", async ({
  page,
  folder,
  app,
}) => {
  const bytes = await page.evaluate(async (pages) => {
    const made = await (globalThis as unknown as { host: Host }).host.makePdf(pages);
    return made.ok ? [...made.value] : JSON.stringify(made.failure);
  }, PAGES);
  if (typeof bytes === "string") throw new Error(bytes);
  const file = path.join(folder, "a.pdf");
  writeFileSync(file, new Uint8Array(bytes));
  const text = execFileSync("pdftotext", [file, "-"], { encoding: "utf8" });
  expect(text).toContain("8,300.02");
  expect(text).toContain("第二页");
  expect(text).not.toContain("不该运行");
  expect(execFileSync("pdfinfo", [file], { encoding: "utf8" })).toMatch(/Pages: +2[^]*Page size: +84\d\.\d+ x 59/u);
  await expect.poll(() => app.windows().length).toBe(1);
});

test("says by name that there is no printer", async ({ page }) => {
  const answer = await page.evaluate(
    (pages) => (globalThis as unknown as { host: Host }).host.printPages(pages),
    PAGES,
  );
  expect(answer).toMatchObject({ ok: false, failure: { code: "no-printer" } });
});
