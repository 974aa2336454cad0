import { copyFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright/test";
import { chooses, clickMenu, expect, test } from "./support/launch.js";

/** Rows of code tables and project blocks, added and removed as a person does it. */

const LIST_TITLE = "一般公共预算财政拨款收入支出决算表";
const PROJECTS_TITLE = "项目支出绩效自评表";

test.beforeEach(async ({ page }) => {
  await page.getByRole("button", { name: /示例/ }).first().click();
  await page.getByRole("grid").first().waitFor();
});

test("a code row is added by its code, its name and the initials of its pinyin; parents appear by themselves", async ({
  app,
  page,
}) => {
  await show(page, LIST_TITLE);
  await clickMenu(app, "add-row");
  const search = page.getByRole("combobox", { name: "科目编码、名称或拼音首字母" });
  await search.fill("xzyx");
  await expect(page.getByRole("option", { name: /2080101 行政运行 本表已有/ })).toBeVisible();
  await page.keyboard.press("Escape");

  for (const [typed, code, name] of [
    ["229", "229", "其他支出"],
    ["外交", "202", "外交支出"],
    ["gfzc", "203", "国防支出"],
  ] as const) {
    await clickMenu(app, "add-row");
    await search.fill(typed);
    await page.getByRole("option", { name: new RegExp(`^${code}`) }).click();
    await expect(search).toBeHidden();
    await expect(cellWith(page, code)).toBeVisible();
    await expect(cellWith(page, name)).toBeVisible();
  }
});

test("a code of no list is added with its name, its missing 款 and 类 with it, and one undo takes all of it back", async ({
  app,
  page,
}) => {
  await show(page, LIST_TITLE);
  const before = await rowNumbers(page);
  await clickMenu(app, "add-row");
  await page.getByRole("combobox", { name: "科目编码、名称或拼音首字母" }).fill("2019901");
  await page.getByRole("textbox", { name: "科目名称" }).fill("国家赔偿费用支出");
  await page.getByRole("button", { name: "增加", exact: true }).click();
  for (const code of ["201", "20199", "2019901"]) await expect(cellWith(page, code)).toBeVisible();
  await expect(cellWith(page, "国家赔偿费用支出")).toBeVisible();
  await expect(page.getByText("未保存")).toBeVisible();

  await clickMenu(app, "undo");
  await expect(cellWith(page, "2019901")).toBeHidden();
  expect(await rowNumbers(page)).toBe(before);
});

test("a parent is removed only together with the rows below it, after a question", async ({ app, page }) => {
  await show(page, LIST_TITLE);
  await cellWith(page, "20805").click();
  await clickMenu(app, "remove-row");
  const question = page.getByRole("alertdialog", { name: "删除科目行" });
  await expect(question).toContainText("20805 行政事业单位养老支出下面还有 4 行");
  await question.getByRole("button", { name: "取消" }).click();
  await expect(cellWith(page, "2080501")).toBeVisible();

  await clickMenu(app, "remove-row");
  await question.getByRole("button", { name: "连同下级删除" }).click();
  await expect(cellWith(page, "2080501")).toBeHidden();
  await expect(cellWith(page, "20805")).toBeHidden();
  await clickMenu(app, "undo");
  await expect(cellWith(page, "2080501")).toBeVisible();
});

test("a project block is added with its funds and removed again, and undo brings it back", async ({ app, page }) => {
  await show(page, PROJECTS_TITLE);
  const grid = page.getByRole("grid", { name: PROJECTS_TITLE });
  const projects = grid.getByText("项目名称", { exact: true });
  const count = await projects.count();
  await clickMenu(app, "add-project");
  await expect(projects).toHaveCount(count + 1);
  await expect(grid.getByText("年度资金总额", { exact: true })).toHaveCount(count + 1);

  await clickMenu(app, "remove-project");
  await page.getByRole("alertdialog", { name: "删除项目" }).getByRole("button", { name: "删除", exact: true }).click();
  await expect(projects).toHaveCount(count);
  await clickMenu(app, "undo");
  await expect(projects).toHaveCount(count + 1);
  await clickMenu(app, "undo");
  await expect(projects).toHaveCount(count);
});

test("merged cells are typed into by the same keys, and a row is inserted below the one selected", async ({
  app,
  page,
}) => {
  await show(page, PROJECTS_TITLE);
  const grid = page.getByRole("grid", { name: PROJECTS_TITLE });
  const rows = grid.getByRole("row");
  const count = await rows.count();
  await grid.getByText("质量指标", { exact: true }).first().click();
  await page.keyboard.type("时效指标");
  await page.keyboard.press("Enter");
  await expect(grid.getByText("时效指标", { exact: true }).first()).toBeVisible();
  await grid.getByText("时效指标", { exact: true }).first().click();
  await clickMenu(app, "add-row");
  await expect(rows).not.toHaveCount(count);
  await clickMenu(app, "undo");
  await expect(rows).toHaveCount(count);
  await clickMenu(app, "undo");
  await expect(grid.getByText("质量指标", { exact: true }).first()).toBeVisible();
});

test("a code typed into the blank line adds its row, and a figure typed there first asks for the code", async ({
  page,
}) => {
  await show(page, LIST_TITLE);
  await cellWith(page, "208").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  await page.keyboard.type("229");
  await page.keyboard.press("Enter");
  await expect(cellWith(page, "其他支出")).toBeVisible();

  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  // Past the name and the sum, to the first figure people fill.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.type("12.50");
  await page.keyboard.press("Enter");
  const search = page.getByRole("combobox", { name: "科目编码、名称或拼音首字母" });
  await search.fill("202");
  await page.getByRole("option", { name: /^202/ }).click();
  await expect(cellWith(page, "外交支出")).toBeVisible();
  await expect(cellWith(page, "12.50")).toBeVisible();
});

test("long texts are a form: a text is one step of undo, with its signs counted", async ({ page }) => {
  await show(page, "部门整体支出绩效自评情况");
  const text = page.getByRole("textbox", { name: "七、其他需说明的情况" });
  const before = await text.inputValue();
  await text.fill("第一段。\n第二段。");
  await expect(page.getByRole("region", { name: "七、其他需说明的情况" })).toContainText("8 字");
  await text.blur();
  await expect(page.getByText("未保存")).toBeVisible();
  await text.focus();
  await page.keyboard.press("Control+z");
  await expect(text).toHaveValue(before);
  await page.keyboard.press("Control+y");
  await expect(text).toHaveValue("第一段。\n第二段。");
});

test("the long texts of a form with grids can be written as a form, and the table shows them", async ({ page }) => {
  await show(page, "部门整体支出绩效自评表");
  await page.getByRole("button", { name: "长文字" }).click();
  const text = page.getByRole("textbox", { name: "总体绩效目标", exact: true });
  await text.fill("完成年度目标。");
  await page.getByRole("button", { name: "表格", exact: true }).click();
  await expect(cellWith(page, "完成年度目标。")).toBeVisible();
});

test("a list of codes is read from Excel after a look at it", async ({ app, page, folder }) => {
  const file = path.join(folder, "科目表.xlsx");
  // Any workbook with codes left of names is such a list: here the sample itself.
  copyFileSync(path.join(import.meta.dirname, "..", "..", "templates", "yunnan-2020", "sample.xlsx"), file);
  await chooses.open(app, file);
  await clickMenu(app, "import-codes");
  const dialog = page.getByRole("dialog", { name: "导入科目表" });
  await expect(dialog).toContainText("支出功能分类");
  await expect(dialog.getByRole("cell", { name: "2080101" })).toBeVisible();
  await dialog.getByRole("button", { name: "导入" }).click();
  await expect(page.getByText(/已导入 \d+ 个科目名称/)).toBeVisible();
});

async function show(page: Page, title: string): Promise<void> {
  await page
    .getByRole("navigation")
    .getByRole("button", { name: new RegExp(title) })
    .first()
    .click();
  await expect(page.locator("[data-front] [role='grid'], .text-form").first()).toBeVisible();
}

/** A cell of the sheet in front by its whole text. */
function cellWith(page: Page, text: string): ReturnType<Page["locator"]> {
  return page.locator("[data-front]").getByRole("gridcell", { name: text, exact: true }).first();
}

/** How many rows the sheet in front has. */
async function rowNumbers(page: Page): Promise<string | null> {
  return page.locator("[data-front] [role='grid']").first().getAttribute("aria-rowcount");
}

test("Alt+Enter breaks the line of a text that is being changed, and nothing of it is lost", async ({ page }) => {
  await page.getByRole("navigation").getByRole("button", { name: "公开12表" }).click();
  const cell = page
    .getByRole("grid")
    .getByText(/^资金按规定用于/)
    .first();
  const id = await cell.getAttribute("id");
  const before = await cell.textContent();
  await cell.click();
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Alt+Enter");
  await page.keyboard.type("第二行");
  await page.keyboard.press("Enter");
  await expect(page.locator(`[id="${id}"]`)).toHaveText(`${before}\n第二行`, { useInnerText: true });
});
