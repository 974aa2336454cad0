import { readdirSync } from "node:fs";
import type { Page } from "playwright/test";
import { MENUS } from "../../shared/host/menu.js";
import { expect, test } from "./support/launch.js";

/** The frame of the window: start screen, navigator, findings, menus, keys. */

async function openSample(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^打开示例/ }).click();
  await expect(page.getByRole("navigation", { name: "表目录" })).toBeVisible();
  await expect(page.getByRole("grid")).toBeVisible();
  await sheetHasKeyboard(page);
}

/** The sheet has the keyboard: it takes it a moment after it is drawn. */
async function sheetHasKeyboard(page: Page): Promise<void> {
  await expect(page.locator("[data-focus-home]:focus")).toHaveCount(1);
}

const forms = (page: Page) => page.getByRole("navigation", { name: "表目录" });
const showRounding = (page: Page) =>
  page.getByRole("contentinfo", { name: "状态栏" }).getByRole("button", { name: /^尾差/ }).click();
const findings = (page: Page) => page.getByRole("complementary", { name: "检查结果" });

test("the navigator lists the forms in printed order, each with its mark in words", async ({ page }) => {
  await openSample(page);
  const names = await forms(page)
    .getByRole("button", { name: /^公开\d\d表/ })
    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
  expect(names.map((name) => name.slice(0, 5))).toEqual(
    ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((no) => `公开${no}表`),
  );
  expect(names[0]).toMatch(/：完成，没有问题$/);
  expect(names[1]).toMatch(/：只有尾差（7 处）$/);
  expect(names[6]).toMatch(/：空表，附有说明/);
  expect(names[11]).toMatch(/：\d+ 处需说明$/);
});

test("a finding leads to its cells in another table", async ({ page }) => {
  await openSample(page);
  await showRounding(page);
  await findings(page)
    .getByRole("button", { name: /^尾差：公开05表/ })
    .first()
    .click();
  await expect(forms(page).getByRole("button", { name: /^公开05表/ })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("grid")).toHaveAccessibleName(/一般公共预算财政拨款收入支出决算表/);
  await expect(page.getByRole("status", { name: "所在单元格" })).toHaveText(/合计“.*”栏/);
});

test("a link of the formula bar leads to the part", async ({ page }) => {
  await openSample(page);
  await page
    .getByRole("region", { name: "编辑栏" })
    .getByRole("button", { name: /公开04表/ })
    .click();
  await expect(forms(page).getByRole("button", { name: /^公开04表/ })).toHaveAttribute("aria-current", "page");
});

test("what asks for something is listed at first; 尾差 when it is wanted", async ({ page }) => {
  await openSample(page);
  const rounding = findings(page).getByRole("button", { name: /^尾差：/ });
  await expect(
    findings(page)
      .getByRole("button", { name: /^需说明：/ })
      .first(),
  ).toBeVisible();
  await expect(rounding).toHaveCount(0);
  await findings(page)
    .getByRole("button", { name: /^尾差 ?34$/ })
    .click();
  await expect(rounding.first()).toBeAttached();
});

test("a 尾差 is dropped with one click, said, and taken back", async ({ page }) => {
  await openSample(page);
  const count = page.getByRole("contentinfo", { name: "状态栏" }).getByRole("button", { name: /^尾差/ });
  await expect(count).toHaveText(/34/);
  await count.click();
  await findings(page).getByRole("button", { name: "去掉尾差" }).first().click();
  await expect(page.getByText("已去掉尾差")).toBeVisible();
  await expect(count).not.toHaveText(/34/);
  await page.keyboard.press("Control+z");
  await expect(count).toHaveText(/34/);
});

test("a 核实性 finding is answered with a reason and counted no longer", async ({ page }) => {
  await openSample(page);
  const count = page.getByRole("contentinfo", { name: "状态栏" }).getByRole("button", { name: /^需说明/ });
  await expect(count).toHaveText(/14/);
  await findings(page).getByRole("button", { name: "填写说明…" }).first().click();
  const dialog = page.getByRole("dialog", { name: "说明原因" });
  await dialog.getByRole("textbox", { name: "原因" }).fill("本年度压减了会议");
  await dialog.getByRole("button", { name: "确定" }).click();
  await expect(count).toHaveText(/13/);
  await expect(findings(page).getByText("本年度压减了会议")).toBeVisible();
});

test("every menu opens, shows its commands with their keys, and those that cannot be done are off", async ({
  page,
}) => {
  await openSample(page);
  for (const { label, items } of MENUS) {
    await page.getByRole("menuitem", { name: label, exact: true }).click();
    const menu = page.getByRole("menu");
    for (const item of items) {
      if (item === "line") continue;
      const line = menu.getByText(item.label, { exact: true });
      await expect(line).toBeVisible();
      if (item.keys !== undefined) await expect(menu.getByText(item.keys, { exact: true })).toBeVisible();
    }
    if (label === "编辑") {
      const undo = menu.getByRole("menuitem", { name: "撤销" });
      await expect(undo).toBeDisabled();
      await expect(undo).toHaveAttribute("title", "没有可以撤销的操作");
    }
    await page.keyboard.press("Escape");
    await expect(menu).toHaveCount(0);
  }
});

test("keys work from anywhere: tables, findings, panes, help", async ({ page }) => {
  await openSample(page);
  const current = forms(page).locator("[aria-current='page']");
  await page.keyboard.press("Control+PageDown");
  await expect(current).toHaveAttribute("aria-label", /^公开02表/);
  await page.keyboard.press("Control+PageUp");
  await expect(current).toHaveAttribute("aria-label", /^公开01表/);
  await page.keyboard.press("F8");
  await expect(findings(page).locator("[aria-current='true']")).toHaveCount(1);
  await page.keyboard.press("F7");
  await expect(page.getByRole("button", { name: "展开检查结果" })).toBeVisible();
  await page.keyboard.press("F7");
  await expect(findings(page)).toBeVisible();
  await page.keyboard.press("F6");
  await expect(findings(page).locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Shift+F6");
  await page.keyboard.press("Shift+F6");
  await expect(forms(page).locator(":focus")).toHaveCount(1);
  await page.keyboard.press("F1");
  await expect(page.getByRole("dialog", { name: "快捷键" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the overview draws live figures and leads to their cells", async ({ page }) => {
  await openSample(page);
  await forms(page).getByRole("button", { name: "概览" }).click();
  await expect(page.getByRole("img", { name: /^收入构成：财政拨款收入8,133.60万元97.99%/ })).toBeVisible();
  await expect(
    page.getByRole("img", { name: /^支出构成（按功能分类）：208 社会保障和就业支出8,078.45/ }),
  ).toBeVisible();
  await page.getByRole("region", { name: "收入构成" }).getByRole("button", { name: "8,133.60" }).click();
  await expect(forms(page).getByRole("button", { name: /^公开02表/ })).toHaveAttribute("aria-current", "page");
});

test("from the start to the exported files with the keyboard alone", async ({ page, app, folder }) => {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
  await page.getByRole("button", { name: /^打开示例/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("grid")).toBeVisible();
  await sheetHasKeyboard(page);
  await page.keyboard.press("Control+e");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await expect.poll(() => exportHasFocus(page)).toBe(true);
  await page.keyboard.press("Enter");
  await expect.poll(() => readdirSync(folder).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
});

function exportHasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    return focused?.tagName === "BUTTON" && /选择文件夹/.test(focused.textContent);
  });
}

test("the page asks for no style, script or request its policy forbids", async ({ page }) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
  });
  await openSample(page);
  await page.getByRole("menuitem", { name: "文件" }).click();
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "hidden" });
  await forms(page).getByRole("button", { name: "概览" }).click();
  await page.getByRole("img", { name: /^收入构成/ }).hover();
  await page.keyboard.press("F1");
  await page.getByRole("dialog", { name: "快捷键" }).waitFor();
  expect(refused).toEqual([]);
});

test("单位信息 changes the department everywhere, and is taken back", async ({ page }) => {
  await openSample(page);
  await page.getByRole("menuitem", { name: "数据", exact: true }).click();
  await page.getByRole("menuitem", { name: "单位信息…" }).click();
  const dialog = page.getByRole("dialog", { name: "单位信息" });
  await expect(dialog.getByRole("textbox", { name: "部门（单位）名称" })).toBeFocused();
  await dialog.getByRole("textbox", { name: "年度" }).fill("20");
  await dialog.getByRole("button", { name: "确定" }).click();
  await expect(dialog.getByText("“20”不是年度")).toBeVisible();
  await dialog.getByRole("textbox", { name: "年度" }).fill("2021");
  await dialog.getByRole("textbox", { name: "部门（单位）名称" }).fill("某县某局");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("banner")).toContainText("某县某局2021 年度");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("banner")).toContainText("2020 年度");
});

test("what the narrative still needs leads to its field", async ({ page }) => {
  await openSample(page);
  await forms(page).getByRole("button", { name: "说明要素" }).click();
  await page
    .getByRole("grid")
    .getByText(/^2020年财政对其他/)
    .first()
    .click();
  await page.keyboard.press("Delete");
  await findings(page)
    .getByRole("button", { name: /^(需说明|提示)：.*收入/ })
    .first()
    .click();
  await expect(page.getByRole("main").locator("[data-element='收入增减原因']")).toBeFocused();
});
