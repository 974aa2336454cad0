import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ElectronApplication, Locator, Page } from "playwright/test";
import { chooses, expect, test } from "./support/launch.js";

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole("button", { name: /示例/ }).first().click();
  await expect(page.getByRole("navigation", { name: "表目录" })).toBeVisible();
  await page.keyboard.press("Control+p");
  await expect(page.getByRole("button", { name: "另存为 PDF…" })).toBeEnabled({ timeout: 40_000 });
});

test("a PDF that is open in another program is left as it is, and written once it is closed there", async ({
  app,
  page,
  folder,
}) => {
  const file = path.join(folder, "总表.pdf");
  writeFileSync(file, "上一稿");
  const owner = path.join(folder, "~$总表.pdf");
  writeFileSync(owner, "");
  await chooses.save(app, file);
  const told = await refused(page);
  await expect(told).toContainText(/“总表\.pdf”正被 WPS、Excel 或别的程序打开，写不进去/u);
  expect(readFileSync(file, "utf8")).toBe("上一稿");
  rmSync(owner);
  await told.getByRole("button", { name: "重试" }).click();
  await saved(page, file);
});

test("on a full disk nothing is half-written, and the earlier PDF stays", async ({ app, page, folder }) => {
  const file = path.join(folder, "总表.pdf");
  writeFileSync(file, "上一稿");
  await chooses.save(app, file);
  await fillDisk(app, true);
  const told = await refused(page);
  await expect(told).toContainText("磁盘已满");
  expect(readdirSync(folder)).toEqual(["总表.pdf"]);
  expect(readFileSync(file, "utf8")).toBe("上一稿");
  await fillDisk(app, false);
  await told.getByRole("button", { name: "重试" }).click();
  await saved(page, file);
  expect(readdirSync(folder)).toEqual(["总表.pdf"]);
});

test("a place without permission, and a folder that is gone, are said as such", async ({ app, page, folder }) => {
  // A file system nobody may put files into, an administrator neither.
  await chooses.save(app, "/sys/总表.pdf");
  const told = await refused(page);
  await expect(told).toContainText("没有权限写入");
  await chooses.save(app, path.join(folder, "拔掉的盘", "总表.pdf"));
  await told.getByRole("button", { name: "重试" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("文件夹不在了");
  expect(readdirSync(folder)).toEqual([]);
});

/** 另存为 PDF, and the sentence that says why not. */
async function refused(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "另存为 PDF…" }).click();
  const told = page.getByRole("alertdialog");
  await expect(told).toBeVisible();
  return told;
}

async function saved(page: Page, file: string): Promise<void> {
  await expect(page.getByText(/^已保存“/u).last()).toBeVisible();
  expect(readFileSync(file).subarray(0, 5).toString("latin1")).toBe("%PDF-");
}

/** Has the program's drafts refused as by a full disk, after their first bytes. */
async function fillDisk(app: ElectronApplication, full: boolean): Promise<void> {
  await app.evaluate((_electron, isFull) => {
    const files = process.getBuiltinModule("node:fs/promises");
    const kept = globalThis as { realOpen?: typeof files.open };
    const open = (kept.realOpen ??= files.open);
    const opened: typeof files.open = async (...place) => {
      const handle = await open(...place);
      if (place[1] !== "wx") return handle;
      const [write] = [handle.writeFile.bind(handle)];
      handle.writeFile = async (data) => {
        await write(Buffer.from(data as Uint8Array).subarray(0, 100));
        throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" });
      };
      return handle;
    };
    files.open = isFull ? opened : open;
  }, full);
}
