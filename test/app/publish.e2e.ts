import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ElectronApplication, Locator, Page } from "playwright/test";
import { partsOf } from "../support/patching.js";
import { convertDocument, toolPath } from "../support/tools.js";
import { chooses, clickMenu, expect, test } from "./support/launch.js";
import { turnTo } from "./support/sheet-hand.js";

const PACK = path.join(import.meta.dirname, "..", "..", "templates", "yunnan-2020");
const NAME = "楚雄彝族自治州人力资源和社会保障局2020年度部门决算公开";
const FILES = [`${NAME}情况说明.docx`, `${NAME}情况说明.pdf`, `${NAME}表.pdf`, `${NAME}表.xlsx`].toSorted();
const RECORD = `${NAME}-公开记录（内部）.txt`;

test.beforeEach(async ({ app, page, folder }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  const file = path.join(folder, "某局公开表.xlsx");
  copyFileSync(path.join(PACK, "sample.xlsx"), file);
  await chooses.open(app, file);
  await clickMenu(app, "open");
  await expect(page.getByRole("grid")).toBeVisible();
});

test("publishes the sample once everything is confirmed, and what goes out says the figures and nobody's name", async ({
  app,
  page,
  folder,
}) => {
  test.slow();
  const out = newFolder(folder);
  const dialog = await asked(app, page);
  for (const name of [NAME, ...FILES]) await expect(dialog.getByText(name, { exact: true })).toBeVisible();
  await expect(dialog.getByText("已具备：公开表齐全")).toBeVisible();

  await dialog.getByRole("button", { name: "生成公开文件夹……" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("还有 2 项没有打勾确认。");
  await confirmAll(dialog);
  await chooses.open(app, out);
  await dialog.getByRole("button", { name: "生成公开文件夹……" }).click();
  const done = page.getByRole("dialog", { name: "公开文件夹已生成" });
  await expect(done.getByText(path.join(out, NAME), { exact: true })).toBeVisible({ timeout: 90_000 });
  await expect(done.getByRole("listitem")).toHaveText([
    `${NAME}表.xlsx`,
    `${NAME}表.pdf`,
    `${NAME}情况说明.docx`,
    `${NAME}情况说明.pdf`,
  ]);
  await done.getByRole("button", { name: "关闭" }).last().click();

  expect(readdirSync(out).toSorted()).toEqual([NAME, RECORD].toSorted());
  expect(readdirSync(path.join(out, NAME)).toSorted()).toEqual(FILES);
  const record = readFileSync(path.join(out, RECORD), "utf8");
  expect(record).toContain("工作簿：某局公开表.xlsx");
  expect(record).toMatch(/已确认：全部表格和说明已经过保密审查/u);
  expect(record).not.toContain("请确认");
  const tables = pdfText(path.join(out, NAME, `${NAME}表.pdf`));
  expect(tables).toContain("8,300.02");
  expect(tables).not.toMatch(/指纹|签章|草稿/u);
  expect(pdfText(path.join(out, NAME, `${NAME}情况说明.pdf`))).toContain("8,300.02");
  const office = convertDocument(path.join(out, NAME, `${NAME}表.xlsx`), "pdf", folder);
  expect(pdfText(office)).toContain("8,300.02");
});

test("what the window publishes is byte for byte what the command line publishes", async ({ app, page, folder }) => {
  test.slow();
  const out = newFolder(folder);
  await publish(app, page, out);
  const byCommand = path.join(folder, NAME);
  const gongkai = path.join(import.meta.dirname, "..", "..", "build", "gongkai.mjs");
  execFileSync(process.execPath, [gongkai, "publish", path.join(folder, "某局公开表.xlsx"), "--out", byCommand], {
    stdio: "pipe",
  });
  for (const name of FILES.filter((one) => !one.endsWith(".pdf"))) {
    const [ours, theirs] = [out, folder].map((parent) => readFileSync(path.join(parent, NAME, name)));
    expect(theirs !== undefined && ours?.equals(theirs), name).toBe(true);
  }
});

test("errors stand: it goes out only with a reason, which stays at home", async ({ app, page, folder }) => {
  test.slow();
  const out = newFolder(folder);
  const sheet = await turnTo(page, "支出决算表");
  await sheet.cell(3, 5).click();
  await sheet.type("5.00");
  await sheet.press("Enter");
  await sheet.shows(3, 5, "5.00");
  const dialog = await asked(app, page);
  await expect(dialog.getByText(/^还有 \d+ 条错误没有改正/u)).toBeVisible();
  await confirmAll(dialog);
  await dialog.getByRole("button", { name: "生成公开文件夹……" }).click();
  await expect(dialog.getByText("请写明理由，或者先回去改正错误")).toBeVisible();
  expect(readdirSync(out)).toEqual([]);

  const reason = "州财政局要求先行公开，更正稿随后重发";
  await dialog.getByLabel("有错误仍然公开的理由").fill(`  ${reason} `);
  await chooses.open(app, out);
  await dialog.getByRole("button", { name: "生成公开文件夹……" }).click();
  await expect(page.getByRole("dialog", { name: "公开文件夹已生成" })).toBeVisible({ timeout: 90_000 });
  const record = readFileSync(path.join(out, RECORD), "utf8");
  expect(record).toContain(`有错误仍然公开的理由：${reason}\r\n`);
  expect(record).toContain("  [错误] ");
  const parts = partsOf(readFileSync(path.join(out, NAME, `${NAME}表.xlsx`)));
  for (const name of parts.names) expect(parts.text(name)).not.toContain(reason);
});

test("a folder with files of somebody else is left alone and says which; an earlier publication is replaced after a question", async ({
  app,
  page,
  folder,
}) => {
  test.slow();
  const out = newFolder(folder);
  mkdirSync(path.join(out, NAME));
  writeFileSync(path.join(out, NAME, "工资表.xlsx"), "别动");
  const dialog = await asked(app, page);
  await confirmAll(dialog);
  await chooses.open(app, out);
  await dialog.getByRole("button", { name: "生成公开文件夹……" }).click();
  const refused = page.getByRole("alertdialog", { name: "没有生成公开文件夹" });
  await expect(refused.getByText("工资表.xlsx")).toBeVisible({ timeout: 90_000 });
  expect(readdirSync(out)).toEqual([NAME]);
  expect(readdirSync(path.join(out, NAME))).toEqual(["工资表.xlsx"]);

  // Whoever points at the folder of the earlier publication itself means its place.
  const other = newFolder(folder, "另一处");
  mkdirSync(path.join(other, NAME));
  writeFileSync(path.join(other, NAME, `${NAME}表.pdf`), "上一稿");
  await chooses.open(app, path.join(other, NAME));
  const asksToReplace = await declines(app);
  await refused.getByRole("button", { name: "重试" }).click();
  await expect.poll(asksToReplace).toBe(1);
  expect(readFileSync(path.join(other, NAME, `${NAME}表.pdf`), "utf8")).toBe("上一稿");
  await chooses.button(app, 0);
  await publish(app, page, path.join(other, NAME));
  expect(readdirSync(path.join(other, NAME)).toSorted()).toEqual(FILES);
  expect(readdirSync(other).toSorted()).toEqual([NAME, RECORD].toSorted());
});

test("a place that cannot be written says so, and retrying elsewhere needs no second making", async ({
  app,
  page,
  folder,
}) => {
  test.slow();
  const dialog = await asked(app, page);
  await confirmAll(dialog);
  await chooses.open(app, path.join(folder, "没有了"));
  await dialog.getByRole("button", { name: "生成公开文件夹……" }).click();
  const refused = page.getByRole("alertdialog", { name: "没有生成公开文件夹" });
  await expect(refused.getByText(/文件夹不在了/u)).toBeVisible({ timeout: 90_000 });
  const out = newFolder(folder);
  await chooses.open(app, out);
  await refused.getByRole("button", { name: "重试" }).click();
  await expect(page.getByRole("dialog", { name: "公开文件夹已生成" })).toBeVisible();
  expect(existsSync(path.join(out, NAME))).toBe(true);
});

function newFolder(folder: string, name = "公开到这里"): string {
  const out = path.join(folder, name);
  mkdirSync(out);
  return out;
}

/** 文件 → 公开发布, with what it asks on the screen. */
async function asked(app: ElectronApplication, page: Page): Promise<Locator> {
  await clickMenu(app, "publish");
  const dialog = page.getByRole("dialog", { name: "公开发布" });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Has the next message boxes answered with cancel, the second button; gives how many there were. */
async function declines(app: ElectronApplication): Promise<() => Promise<number>> {
  const asked = await app.evaluateHandle(({ dialog }) => {
    const count = { times: 0 };
    dialog.showMessageBox = () => {
      count.times += 1;
      return Promise.resolve({ response: 1, checkboxChecked: false });
    };
    return count;
  });
  return () => asked.evaluate(({ times }) => times);
}

async function confirmAll(dialog: Locator): Promise<void> {
  for (const box of await dialog.getByRole("checkbox").all()) await box.click();
}

async function publish(app: ElectronApplication, page: Page, place: string): Promise<void> {
  const dialog = await asked(app, page);
  await confirmAll(dialog);
  await chooses.open(app, place);
  await dialog.getByRole("button", { name: "生成公开文件夹……" }).click();
  const done = page.getByRole("dialog", { name: "公开文件夹已生成" });
  await expect(done).toBeVisible({ timeout: 90_000 });
  await page.keyboard.press("Escape");
  await expect(done).toBeHidden();
}

function pdfText(file: string): string {
  return execFileSync(toolPath("pdftotext"), ["-layout", file, "-"], { encoding: "utf8", maxBuffer: 1e8 });
}
