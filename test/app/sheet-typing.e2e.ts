import { clickMenu, expect, test } from "./support/launch.js";
import { openSampleForm } from "./support/sheet-hand.js";

/** 公开05表: columns from 0 are 类, 款, 项, 科目名称, then the thirteen figures. */
const TITLE = "一般公共预算财政拨款收入支出决算表";
const ADMINISTRATION = 3; // 2080101 行政运行
const REVENUE_TOTAL = 7;
const REVENUE_BASIC = 8;
const REVENUE_PROJECT = 9;

test("a typed figure replaces the cell's, its totals follow, and undo takes all of it back in one step", async ({
  app,
  page,
}) => {
  const sheet = await openSampleForm(page, TITLE);
  await sheet.cell(ADMINISTRATION, REVENUE_BASIC).click();
  await sheet.type("2000.5");
  await sheet.press("Enter");
  await sheet.shows(ADMINISTRATION, REVENUE_BASIC, "2,000.50");
  await sheet.shows(ADMINISTRATION, REVENUE_TOTAL, "2,000.50");
  await sheet.shows(0, REVENUE_BASIC, "2,592.19");
  await sheet.isAt(/2080102/);
  await sheet.press("Control+z");
  await sheet.shows(ADMINISTRATION, REVENUE_BASIC, "1,784.30");
  await sheet.shows(0, REVENUE_BASIC, "2,375.99");
  await sheet.isAt(/2080101.*1,784\.30/);
  await sheet.press("Control+y");
  await sheet.shows(ADMINISTRATION, REVENUE_BASIC, "2,000.50");
  await clickMenu(app, "undo");
  await sheet.shows(ADMINISTRATION, REVENUE_BASIC, "1,784.30");
});

test("F2, double click, Esc, Tab and Enter work as in WPS", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  await sheet.cell(4, REVENUE_BASIC).click();
  await sheet.press("F2");
  await sheet.type("9");
  await expect(sheet.field()).toHaveValue("09");
  await sheet.press("Escape");
  await sheet.shows(4, REVENUE_BASIC, "0.00");
  await sheet.type("7");
  await sheet.press("Tab");
  await sheet.shows(4, REVENUE_BASIC, "7.00");
  await sheet.type("8");
  await sheet.press("Enter");
  await sheet.shows(4, REVENUE_PROJECT, "8.00");
  await sheet.isAt(/2080108.*收入基本/);
  await sheet.press("Control+z", "Control+z");
  await sheet.shows(4, REVENUE_BASIC, "0.00");
  await sheet.shows(4, REVENUE_PROJECT, "375.84");
  await sheet.cell(4, REVENUE_PROJECT).dblclick();
  await expect(sheet.field()).toHaveValue("375.84");
  await sheet.press("Home");
  await sheet.type("1");
  await sheet.press("Control+z");
  await expect(sheet.field()).toHaveValue("375.84");
  await sheet.press("Escape");
  await sheet.shows(4, REVENUE_PROJECT, "375.84");
});

test("figures are read however people write them, sums are worked out, and what is none keeps the editor open", async ({
  page,
}) => {
  const sheet = await openSampleForm(page, TITLE);
  const writings = [
    ["1,234.56", "1,234.56"],
    ["１，２３４．５６", "1,234.56"],
    ["1。5", "1.50"],
    ["。5", "0.50"],
    ["(12.3)", "-12.30"],
    ["￥ 88", "88.00"],
    ["12300元", "1.23"],
    ["—", "—"],
    ["=12.3+4.5", "16.80"],
    ["=(1+2)×3÷4", "2.25"],
    ["=100/3", "33.33"],
  ] as const;
  for (const [typed, shown] of writings) {
    await sheet.cell(7, REVENUE_BASIC).click();
    await sheet.type(typed);
    await sheet.press("Enter");
    await sheet.shows(7, REVENUE_BASIC, shown);
  }
  await sheet.cell(7, REVENUE_BASIC).click();
  await sheet.type("abc");
  await sheet.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "不是数字" })).toBeVisible();
  await sheet.cell(9, REVENUE_BASIC).click();
  await expect(sheet.field()).toHaveValue("abc");
  await sheet.press("Escape");
  await sheet.shows(7, REVENUE_BASIC, "33.33");
});

test("what the form prints refuses typing and says so", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  await sheet.cell(0, 3).click();
  await sheet.type("1");
  await sheet.says(/不能修改/);
  await expect(sheet.field()).toHaveValue("");
  await sheet.shows(0, 3, "合计");
});

test("a code says what can be done with it, and the menu offers nothing that printed contents refuse", async ({
  page,
}) => {
  const sheet = await openSampleForm(page, TITLE);
  const bar = page.getByRole("region", { name: "编辑栏" });
  const item = (name: string) => page.getByRole("menuitem", { name, exact: true });
  await sheet.cell(ADMINISTRATION, 0).click({ button: "right" });
  for (const name of ["复制", "粘贴", "编辑", "删除行"]) await expect(item(name)).toBeEnabled();
  for (const name of ["剪切", "清除内容", "向下填充"]) await expect(item(name)).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(bar).toContainText("科目编码 2080101");
  await expect(bar).toContainText("删除行");
  await expect(bar).not.toContainText("表头");
  await sheet.cell(0, 3).click({ button: "right" });
  for (const name of ["剪切", "编辑", "清除内容", "向下填充", "删除行"]) await expect(item(name)).toBeDisabled();
  await page.keyboard.press("Escape");
  await sheet.cell(ADMINISTRATION, REVENUE_BASIC).click({ button: "right" });
  for (const name of ["剪切", "编辑", "清除内容", "向下填充", "删除行"]) await expect(item(name)).toBeEnabled();
});

test("Chinese is composed from the first key on, and Esc among the candidates leaves the cell as it was", async ({
  page,
}) => {
  const sheet = await openSampleForm(page, TITLE);
  const input = await page.context().newCDPSession(page);
  const compose = async (text: string): Promise<void> => {
    await input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  };
  await sheet.cell(ADMINISTRATION, 3).click();
  for (const pinyin of ["r", "re", "ren", "ren'y"]) await compose(pinyin);
  await expect(sheet.field()).toHaveValue("ren'y");
  await input.send("Input.insertText", { text: "人员" });
  await expect(sheet.field()).toHaveValue("人员");
  await sheet.press("Enter");
  await sheet.shows(ADMINISTRATION, 3, "人员");
  await sheet.press("Control+z");
  await sheet.shows(ADMINISTRATION, 3, "行政运行");
  await compose("w");
  await compose("");
  await sheet.press("Enter");
  await sheet.shows(ADMINISTRATION, 3, "行政运行");
});
