import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { ElectronApplication, Page } from "playwright/test";
import { toolPath } from "../support/tools.js";
import { expect, test } from "./support/launch.js";

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole("button", { name: /示例/ }).first().click();
  await page.getByRole("navigation", { name: "表目录" }).getByRole("button", { name: "概览" }).click();
  await expect(page.getByRole("button", { name: "打印概览" })).toBeVisible();
});

test("the overview is printed as it stands: its charts with their figures, and nothing of the screen", async ({
  app,
  page,
  folder,
}) => {
  const printed = await printerOf(app);
  await page.getByRole("button", { name: "打印概览" }).click();
  await expect(page.getByText("已交给打印机")).toBeVisible({ timeout: 30_000 });
  const file = path.join(folder, "概览.pdf");
  writeFileSync(file, Buffer.from(await printed(), "base64"));
  const text = execFileSync(toolPath("pdftotext"), ["-layout", file, "-"], { encoding: "utf8" });
  expect(text).toContain("决算概览");
  // What came in and what went out, as 公开01表 has them.
  expect(text).toContain("8,133.60");
  expect(text).toContain("8,078.45");
  expect(text).not.toContain("打印概览");
  expect(text).not.toContain("表目录");
  const info = execFileSync(toolPath("pdfinfo"), [file], { encoding: "utf8" });
  expect(info).toMatch(/Pages: +1\n[^]*Page size: +59\d\.\d+ x 84\d/u);
});

test("while the overview is in front, the print key prints it; without a printer a sentence says what to do", async ({
  page,
}) => {
  await page.keyboard.press("Control+p");
  const told = page.getByRole("alertdialog");
  await expect(told).toContainText("没有安装打印机");
  await closed(page);
  await expect(page.getByRole("button", { name: "打印概览" })).toBeVisible();
});

/** Leaves the sentence that is in front. */
async function closed(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alertdialog")).toBeHidden();
}

/** A printer that takes everything and keeps it as PDF; gives the last one, in base64. */
async function printerOf(app: ElectronApplication): Promise<() => Promise<string>> {
  const kept = await app.evaluateHandle(({ BrowserWindow }) => {
    const paper = { pdf: "" };
    const contents: unknown = Object.getPrototypeOf(BrowserWindow.getAllWindows()[0]?.webContents);
    Object.assign(contents as object, {
      getPrintersAsync: () => Promise.resolve([{ name: "试印" }]),
      print(this: Electron.WebContents, _options: unknown, done: (printed: boolean, reason: string) => void): void {
        void this.printToPDF({ preferCSSPageSize: true, printBackground: true }).then((pdf) => {
          paper.pdf = Buffer.from(pdf).toString("base64");
          done(true, "");
        });
      },
    });
    return paper;
  });
  return () => kept.evaluate(({ pdf }) => pdf);
}
