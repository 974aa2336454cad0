import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ElectronApplication, Page } from "playwright/test";
import { chooses, clickMenu, expect, launch, shownPage, test } from "./support/launch.js";
import { turnTo } from "./support/sheet-hand.js";

const SAMPLE = path.join(import.meta.dirname, "..", "..", "templates", "yunnan-2020", "sample.xlsx");

/** A file of the sample's content for the test alone. */
function sampleIn(folder: string): string {
  const file = path.join(folder, "某局公开表.xlsx");
  copyFileSync(SAMPLE, file);
  return file;
}

/** Opens a file as a person does: 文件 → 打开. */
async function open(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await chooses.open(app, file);
  await clickMenu(app, "open");
  await expect(page.getByRole("grid")).toBeVisible();
}

const SPENDING = "支出决算表";

/** Where 基本支出 of the first 项 of 公开03表 stands. */
const [ROW, BASIC] = [3, 5] as const;

/** Types a figure into 基本支出 of the first 项 of 公开03表. */
async function typeBasic(page: Page, figure: string): Promise<void> {
  const sheet = await turnTo(page, SPENDING);
  await sheet.cell(ROW, BASIC).click();
  await sheet.type(figure);
  await sheet.press("Enter");
  await sheet.shows(ROW, BASIC, figure);
}

async function expectSaved(page: Page, words: "已保存" | "未保存"): Promise<void> {
  await expect(page.getByRole("contentinfo").getByText(words)).toBeVisible();
}

test("a figure typed, saved and opened again is there; undone, the file is the identical one", async ({
  app,
  page,
  folder,
}) => {
  const file = sampleIn(folder);
  await open(app, page, file);
  await expectSaved(page, "已保存");
  await typeBasic(page, "123.45");
  await expectSaved(page, "未保存");
  await clickMenu(app, "save");
  await expectSaved(page, "已保存");
  expect(Buffer.compare(readFileSync(file), readFileSync(SAMPLE))).not.toBe(0);

  await clickMenu(app, "undo");
  await expectSaved(page, "未保存");
  await clickMenu(app, "save");
  await expectSaved(page, "已保存");
  expect(Buffer.compare(readFileSync(file), readFileSync(SAMPLE))).toBe(0);

  await clickMenu(app, "redo");
  await expectSaved(page, "未保存");
  await clickMenu(app, "save");
  await expectSaved(page, "已保存");
  await clickMenu(app, "close-document");
  await expect(page.getByRole("grid")).toBeHidden();
  await open(app, page, file);
  await (await turnTo(page, SPENDING)).shows(ROW, BASIC, "123.45");
});

test("closing with unsaved changes asks in the window: cancelled, it stays; discarded, it goes and the file is as it was", async ({
  userData,
  folder,
}) => {
  const app = await launch(userData);
  const page = await shownPage(app);
  const file = sampleIn(folder);
  await open(app, page, file);
  await typeBasic(page, "66.60");
  await clickMenu(app, "quit");
  const question = page.getByRole("alertdialog", { name: "是否保存修改？" });
  await expect(question).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expectSaved(page, "未保存");
  await clickMenu(app, "quit");
  const gone = app.waitForEvent("close");
  await question.getByRole("button", { name: "不保存" }).click();
  await gone;
  expect(Buffer.compare(readFileSync(file), readFileSync(SAMPLE))).toBe(0);
});

test("after kill -9 the next start shows the change and has it back", async ({ userData, folder }) => {
  const file = sampleIn(folder);
  const app = await launch(userData);
  const page = await shownPage(app);
  await open(app, page, file);
  await typeBasic(page, "77.70");
  const killed = app.waitForEvent("close");
  app.process().kill("SIGKILL");
  await killed;

  const next = await launch(userData);
  const again = await shownPage(next);
  const offer = again.getByRole("dialog", { name: "恢复“某局公开表.xlsx”" });
  await expect(offer).toBeVisible();
  await expect(offer.getByRole("row").filter({ hasText: "2080101" })).toContainText("77.70");
  await offer.getByRole("button", { name: "恢复" }).click();
  await expect(again.getByRole("grid")).toBeVisible();
  await expectSaved(again, "未保存");
  await clickMenu(next, "save");
  await expectSaved(again, "已保存");
  await next.close();
  expect(Buffer.compare(readFileSync(file), readFileSync(SAMPLE))).not.toBe(0);
  const journals = path.join(userData, "journals");
  expect(existsSync(journals) ? readdirSync(journals).filter((name) => name.endsWith(".journal")) : []).toEqual([]);
});

test("a file that another program changed is overwritten only when the person says so", async ({
  app,
  page,
  folder,
}) => {
  const file = sampleIn(folder);
  await open(app, page, file);
  await typeBasic(page, "88.80");
  writeFileSync(file, "another program was here");
  await clickMenu(app, "save");
  const question = page.getByRole("alertdialog", { name: "文件在别处被改过" });
  await question.getByRole("button", { name: "取消" }).click();
  expect(readFileSync(file, "utf8")).toBe("another program was here");
  await expectSaved(page, "未保存");
  const other = path.join(folder, "另一个.xlsx");
  await chooses.save(app, other);
  await clickMenu(app, "save");
  await question.getByRole("button", { name: "另存为……" }).click();
  await expectSaved(page, "已保存");
  expect(readFileSync(file, "utf8")).toBe("another program was here");
  expect(existsSync(other)).toBe(true);
});

test("exporting writes three files, and asks first while an error stands", async ({ app, page, folder }) => {
  await open(app, page, sampleIn(folder));
  await chooses.open(app, folder);
  await clickMenu(app, "export");
  await page.getByRole("dialog", { name: "导出" }).getByRole("button", { name: "选择文件夹……" }).click();
  await expect
    .poll(
      () =>
        readdirSync(folder).filter((name) => /2020公开表\.xlsx$|决算说明\.docx$|^校验报告\.xlsx$/.test(name)).length,
      {
        timeout: 40_000,
      },
    )
    .toBe(3);

  await typeBasic(page, "5.00");
  await clickMenu(app, "export");
  await page.getByRole("dialog", { name: "导出" }).getByRole("button", { name: "选择文件夹……" }).click();
  const question = page.getByRole("alertdialog", { name: "还有错误没有改正" });
  await expect(question.getByRole("listitem").first()).toBeVisible();
  await question.getByRole("button", { name: "回去改正" }).click();
  await expect(question).toBeHidden();
});

test("a new workbook is made for a department and saved where the person says", async ({ app, page, folder }) => {
  await clickMenu(app, "new");
  const dialog = page.getByRole("dialog", { name: "新建公开表工作簿" });
  await dialog.getByLabel("部门（单位）名称").fill("某县财政局");
  await dialog.getByRole("button", { name: "新建" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  const file = path.join(folder, "新.xlsx");
  await chooses.save(app, file);
  await clickMenu(app, "save");
  await expectSaved(page, "已保存");
  expect(existsSync(file)).toBe(true);
});
