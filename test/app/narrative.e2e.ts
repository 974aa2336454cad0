import type { Locator, Page } from "playwright/test";
import { expect, test } from "./support/launch.js";

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole("button", { name: /示例/ }).first().click();
  await page.getByRole("navigation", { name: "表目录" }).getByRole("button", { name: "决算说明" }).click();
  await expect(paper(page)).toBeVisible();
});

test("a figure leads to its cell, follows it, and the cell names the sentences that use it", async ({ page }) => {
  await sentence(page, "接待费支出6.29万元（其中").getByRole("button", { name: "6.29", exact: true }).click();
  await expect(page.getByRole("status", { name: "所在单元格" })).toContainText("国内接待费");
  await page.keyboard.type("7.29");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.getByRole("button", { name: /^说明引用 \d+ 处$/ }).click();
  await page.getByRole("menuitem", { name: /^国内接待费支出7\.29万元/ }).click();
  await expect(sentence(page, "国内接待费支出7.29万元")).toBeInViewport();
  // The totals above follow, and the words with them.
  await expect(paper(page)).toContainText("支出决算为20.33万元，完成预算的65.58%");
  await page.screenshot({ path: "/tmp/n2.png" });
  await page.keyboard.press("Control+z");
  await expect(paper(page)).toContainText("支出决算为19.33万元，完成预算的62.35%");
  // Going away from the page and back wrote nothing.
  await expect(page.getByRole("button", { name: "撤销" })).toBeDisabled();
});

test("a reason is written where it stands, is one step of undo, and answers its finding", async ({ page }) => {
  const field = page.getByRole("textbox", { name: "机关运行经费比上年增减的主要原因" });
  await field.click();
  await expect(page.getByRole("complementary", { name: "要说明的数字" })).toContainText("302.73");
  await page.screenshot({ path: "/tmp/n3.png" });
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "待填写 1 处" })).toBeVisible();
  await page.getByRole("button", { name: "机关运行经费比上年增减的主要原因", exact: true }).click();
  await expect(field).toBeFocused();
  await page.screenshot({ path: "/tmp/n4.png" });
  await page.keyboard.insertText("人员减少");
  await page.keyboard.insertText("，办公费相应减少");
  await page.keyboard.press("Enter");
  await expect(page.getByText("该写的都写好了")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("status").filter({ hasText: "待填写 1 处" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(field).toHaveText("机构改革人员转隶，机关运行经费相应减少");
});

test("the narrative is searched as one text, figures and fields included", async ({ page }) => {
  await page.keyboard.press("Control+f");
  await page.getByRole("textbox", { name: "在说明中查找" }).fill("支出预算为31万元");
  await expect(page.getByRole("search").getByRole("status")).toHaveText("1 / 1");
  await expect(sentence(page, "支出预算为31万元")).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("search")).toBeHidden();
});

test("a sentence is reworded in place, and its figures stay live", async ({ page }) => {
  const paragraph = sentence(page, "机关运行经费支出252.99万元");
  await paragraph.hover();
  await paragraph.locator("..").getByRole("button", { name: "改写本段" }).click();
  const editor = page.getByRole("textbox", { name: "改写的文字" });
  await expect(editor).toBeFocused();
  await page.screenshot({ path: "/tmp/n5.png" });
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText("经统计，");
  await page.keyboard.press("Control+Enter");
  await expect(editor).toBeHidden();
  await expect(
    sentence(page, "经统计，楚雄彝族自治州人力资源和社会保障局部门2020年机关运行经费支出252.99万元"),
  ).toBeVisible();
  // The figure of the reworded sentence is a link like any other, and follows its cell.
  await sentence(page, "经统计，").getByRole("button", { name: "252.99", exact: true }).click();
  await expect(page.getByRole("status", { name: "所在单元格" })).toContainText("机关运行经费");
  await page.getByRole("button", { name: /^说明引用 \d+ 处$/ }).click();
  await page.getByRole("menuitem", { name: /经统计/ }).click();
  await expect(sentence(page, "经统计，")).toBeInViewport();
  await page.keyboard.press("Control+z");
  await expect(sentence(page, "经统计，")).toHaveCount(0);
  await expect(sentence(page, "机关运行经费支出252.99万元")).toBeVisible();
});

function paper(page: Page): Locator {
  return page.getByRole("article", { name: "决算说明文稿" });
}

/** The paragraph that holds these words. */
function sentence(page: Page, words: string): Locator {
  return paper(page).getByRole("paragraph").filter({ hasText: words });
}
