import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { ElectronApplication, Locator, Page } from "playwright/test";
import { chooses, expect, test } from "./support/launch.js";
import { turnTo } from "./support/sheet-hand.js";

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole("button", { name: /示例/ }).first().click();
  await expect(page.getByRole("navigation", { name: "表目录" })).toBeVisible();
});

test("shows the table in front as it will come out, and Escape leads back to it", async ({ page }) => {
  await openPrint(page);
  await expect(page.getByRole("img", { name: "第 1 页，共 1 页" }).locator("canvas")).toBeVisible();
  expect(await isDrawn(page.getByRole("img", { name: "第 1 页，共 1 页" }).locator("canvas"))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "打印" })).toBeHidden();
  await expect(page.getByRole("main", { name: "表格" })).toBeVisible();
});

test("prints chosen tables into a PDF that says their figures", async ({ app, page, folder }) => {
  await openPrint(page);
  await page.getByRole("radio", { name: "选定的表" }).click();
  await page.getByRole("button", { name: "全不选" }).click();
  await expect(page.getByText("还没有选要打印的表。")).toBeVisible();
  await expect(page.getByRole("button", { name: "另存为 PDF…" })).toBeDisabled();
  await page.getByRole("checkbox", { name: "收入支出决算总表" }).click();
  await page.getByRole("checkbox", { name: "收入决算表" }).first().click();
  await finished(page);
  const text = await savedText(app, page, path.join(folder, "两张表.pdf"));
  expect(text).toContain("收入支出决算总表");
  expect(text).toContain("8,300.02");
  expect(text).toContain("8,133.60");
  expect(text).not.toContain("指纹");
});

test("a sign-off copy carries the fingerprint on every page, which follows the figures", async ({
  app,
  page,
  folder,
}) => {
  test.slow();
  await openPrint(page);
  await page.getByRole("radio", { name: "全部表和决算说明" }).click();
  await page.getByRole("checkbox", { name: "签批稿" }).click();
  await finished(page);
  const before = await savedText(app, page, path.join(folder, "a.pdf"));
  const pages = before.split("\f").filter((one) => one.trim() !== "");
  expect(pages.length).toBeGreaterThan(15);
  const stamp = /指纹 ([0-9A-Z]{4}-[0-9A-Z]{4})/u;
  const stamps = new Set(pages.map((one) => stamp.exec(one)?.[1] ?? "none"));
  expect(stamps.size).toBe(1);
  const [first = ""] = stamps;
  await expect(page.getByText(`指纹 ${first}`)).toBeVisible();
  expect(before).toContain("校验结果");
  expect(before).toContain("单位负责人");

  await page.keyboard.press("Escape");
  // 公开05表, 2080101 行政运行, 本年收入 基本支出.
  const sheet = await turnTo(page, "一般公共预算财政拨款收入支出决算表");
  await sheet.cell(3, 8).click();
  await sheet.type("2000.5");
  await sheet.press("Enter");
  await sheet.shows(3, 8, "2,000.50");
  await openPrint(page);
  await page.getByRole("checkbox", { name: "签批稿" }).click();
  await finished(page);
  const now = await page.getByText(stamp).first().textContent();
  expect(now).toMatch(stamp);
  expect(now).not.toContain(first);
  await expect(page.getByRole("status").filter({ hasText: "草稿" })).toBeVisible();
});

test("turns pages by keys, and says which typefaces will be used", async ({ page }) => {
  await openPrint(page);
  await page.getByRole("radio", { name: "全部表", exact: true }).click();
  await finished(page);
  await page.getByRole("group", { name: "打印预览" }).focus();
  await expect(page.getByText(/^1 \/ \d+$/u)).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(page.getByText(/^2 \/ \d+$/u)).toBeVisible();
  await page.keyboard.press("End");
  await expect(page.getByText(/^(\d+) \/ \1$/u)).toBeVisible();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.keyboard.press("Home");
  await page.waitForTimeout(1500);
  const faces = page.getByRole("region", { name: "实际使用的字体" });
  // 宋体 is not there on the machines of these tests, or it is; either is said.
  await expect(faces).toContainText(/表的正文(宋体|.*缺宋体，用 .+ 代替)/u);
});

test("where there is no printer, a sentence says what to do", async ({ page }) => {
  await openPrint(page);
  await page.keyboard.press("Control+p");
  await expect(page.getByRole("dialog").or(page.getByRole("alertdialog"))).toContainText("没有安装打印机");
});

/** Saves what is shown as PDF, and gives its text; pages are parted by form feeds. */
async function savedText(app: ElectronApplication, page: Page, file: string): Promise<string> {
  await chooses.save(app, file);
  await page.getByRole("button", { name: "另存为 PDF…" }).click();
  await expect(page.getByText(/^已保存“/u).last()).toBeVisible();
  await expect.poll(() => existsSync(file)).toBe(true);
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8", maxBuffer: 1e8 });
}

/** Opens the print page and waits until its pages are finished. */
async function openPrint(page: Page): Promise<void> {
  await page.keyboard.press("Control+p");
  await finished(page);
}

/** The pages on the screen are those of the choice on the left. */
async function finished(page: Page): Promise<void> {
  await expect(page.getByRole("group", { name: "打印预览" })).toHaveAttribute("aria-busy", "false", {
    timeout: 40_000,
  });
  await expect(page.getByRole("button", { name: "另存为 PDF…" })).toBeEnabled();
}

/** Whether something was drawn on a canvas. */
function isDrawn(canvas: Locator): Promise<boolean> {
  return canvas.evaluate((element) => {
    const one = element as HTMLCanvasElement;
    const data = one.getContext("2d")?.getImageData(0, 0, one.width, one.height).data ?? [];
    return data.some((value, index) => index % 4 < 3 && value < 128);
  });
}
