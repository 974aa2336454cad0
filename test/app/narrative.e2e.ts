import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Document, Packer, Paragraph } from "docx";
import type { Locator, Page } from "playwright/test";
import { chooses, clickMenu, expect, test } from "./support/launch.js";

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
  await page.keyboard.press("Control+z");
  await expect(paper(page)).toContainText("支出决算为19.33万元，完成预算的62.35%");
  // Going away from the page and back wrote nothing.
  await expect(page.getByRole("button", { name: "撤销" })).toBeDisabled();
});

test("beside a sheet the narrative follows its figures, shows where the cell is used, and leads to cells", async ({
  page,
}) => {
  await page
    .getByRole("navigation", { name: "表目录" })
    .getByRole("button", { name: /^公开08表/ })
    .click();
  const aside = page.getByRole("group", { name: "表旁显示" });
  await aside.getByRole("button", { name: "决算说明" }).click();
  const beside = page.getByRole("complementary", { name: "决算说明" });
  await expect(beside).toContainText("支出决算为19.33万元，完成预算的62.35%");
  await sentence(page, "接待费支出6.29万元（其中").getByRole("button", { name: "6.29", exact: true }).click();
  await expect(page.getByRole("status", { name: "所在单元格" })).toContainText("国内接待费");
  await page.keyboard.type("7.29");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  // Table and narrative stand side by side: what was typed on the left is told on the right.
  await expect(beside).toContainText("支出决算为20.33万元，完成预算的65.58%");
  await expect(page.getByRole("grid").first()).toBeVisible();
  await expect(sentence(page, "国内接待费支出7.29万元")).toBeInViewport();
  // Somebody who wants the findings has them back, and a sentence of the formula bar opens the page again.
  await page.keyboard.press("Control+z");
  await expect(beside).toContainText("支出决算为19.33万元，完成预算的62.35%");
  await aside.getByRole("button", { name: "检查结果" }).click();
  await expect(page.getByRole("complementary", { name: "检查结果" })).toBeVisible();
});

test("a reason is written where it stands, is one step of undo, and answers its finding", async ({ page }) => {
  const field = page.getByRole("textbox", { name: "机关运行经费比上年增减的主要原因" });
  await field.click();
  await expect(page.getByRole("complementary", { name: "要说明的数字" })).toContainText("302.73");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "待填写 1 处" })).toBeVisible();
  await page.getByRole("button", { name: "机关运行经费比上年增减的主要原因", exact: true }).click();
  await expect(field).toBeFocused();
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

test("an existing narrative is checked, its findings lead to cells, and a marked copy is saved", async ({
  app,
  page,
  folder,
}) => {
  await clickMenu(app, "check-narrative");
  const check = page.getByRole("region", { name: "核对已有说明" });
  await check
    .getByRole("textbox", { name: "粘贴的文字" })
    .fill("四、机关运行经费支出情况\n某部门2020年机关运行经费支出262.99万元，与上年对比减少了49.74万元。");
  await check.getByRole("button", { name: "核对这段文字" }).click();
  const errors = check.getByRole("region", { name: "错误" });
  await expect(errors).toContainText("262.99");
  await expect(errors).toContainText("应为 252.99万元");

  const annotated = path.join(folder, "批注文稿.pdf");
  await chooses.save(app, annotated);
  await check.getByRole("button", { name: "另存批注文稿…" }).click();
  await expect(page.getByText("已保存“批注文稿.pdf”")).toBeVisible({ timeout: 30_000 });
  expect(readFileSync(annotated).subarray(0, 5).toString()).toBe("%PDF-");

  await check.getByRole("button", { name: "核对另一份" }).click();
  const wrong = path.join(folder, "说明.docx");
  writeFileSync(wrong, await narrativeWithSlip());
  await chooses.open(app, wrong);
  await check.getByRole("button", { name: "选择文件…" }).click();
  await expect(errors).toContainText("8,310.02");
  await expect(errors.getByRole("listitem")).toHaveCount(1);
  const copy = path.join(folder, "批注.docx");
  await chooses.save(app, copy);
  await check.getByRole("button", { name: "另存批注副本…" }).click();
  await expect(page.getByText("已保存“批注.docx”")).toBeVisible();
  expect(Buffer.from(readFileSync(copy)).subarray(0, 2).toString()).toBe("PK");

  await errors
    .getByRole("button", { name: /收入决算表.*合计/ })
    .first()
    .click();
  await expect(page.getByRole("status", { name: "所在单元格" })).toContainText("合计");
});

test("a bureau's own template is refused with all its problems, or taken and remembered", async ({
  app,
  page,
  folder,
}) => {
  const choose = async (name: string, ...paragraphs: readonly string[]): Promise<void> => {
    const file = path.join(folder, name);
    writeFileSync(file, await wordWith(paragraphs));
    await chooses.open(app, file);
    await page.getByRole("button", { name: /程序自带模板|\.docx$/ }).click();
    await page.getByRole("menuitem", { name: "使用本单位模板…" }).click();
  };
  await choose("坏.docx", "收入{收人.合计.其他收入}万元", "{#若 年度 = 2020}", "{要素.没有的要素}");
  const problems = page.getByRole("dialog", { name: /坏\.docx/ }).getByRole("listitem");
  await expect(problems).toHaveCount(3);
  await expect(problems.first()).toContainText("收人.合计.其他收入");
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).last().click();
  await expect(sentence(page, "收入合计8,300.02万元")).toBeVisible();

  await choose("本局.docx", "本局说明", "收入一共{收入.合计.本年收入合计}万元。");
  await expect(sentence(page, "收入一共8,300.02万元。")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(sentence(page, "收入合计8,300.02万元")).toBeVisible();
});

/** A Word document of plain paragraphs. */
async function wordWith(paragraphs: readonly string[]): Promise<Uint8Array> {
  const document = new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** The sentence of all revenue with one wrong digit. */
function narrativeWithSlip(): Promise<Uint8Array> {
  return wordWith(["一、收入决算情况说明", "楚雄彝族自治州人力资源和社会保障局部门2020年度收入合计8,310.02万元。"]);
}

function paper(page: Page): Locator {
  return page.getByRole("article", { name: "决算说明文稿" });
}

/** The paragraph that holds these words. */
function sentence(page: Page, words: string): Locator {
  return paper(page).getByRole("paragraph").filter({ hasText: words });
}
