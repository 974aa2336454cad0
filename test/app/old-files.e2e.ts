import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { read, write } from "@e965/xlsx";
import { chooses, clickMenu, expect, test } from "./support/launch.js";
import { openSampleForm, turnTo } from "./support/sheet-hand.js";
import { SAMPLE, sampleIn } from "./support/work-at-hand.js";

/** Workbooks of before: an old .xls opened and kept as .xlsx, and last year's figures taken from one. */

/** The sample as Excel 97 to 2003 keeps it. */
function oldFileIn(folder: string): string {
  const file = path.join(folder, "某局旧表.xls");
  writeFileSync(file, write(read(readFileSync(SAMPLE)), { type: "buffer", bookType: "biff8" }) as Buffer);
  return file;
}

test("an old .xls opens with its figures, is kept as .xlsx, and stays as it was", async ({ app, page, folder }) => {
  const old = oldFileIn(folder);
  const before = readFileSync(old);
  await chooses.open(app, old);
  await clickMenu(app, "open");
  await expect(page.getByText(/^这是旧格式（\.xls 或 \.et）的工作簿/)).toBeVisible();
  await (await turnTo(page, "支出决算表")).shows(3, 5, "1,784.30");
  const state = page.getByRole("contentinfo");
  await expect(state.getByText("未保存")).toBeVisible();

  const kept = path.join(folder, "某局旧表.xlsx");
  await chooses.save(app, kept);
  await clickMenu(app, "save");
  await expect(state.getByText("已保存")).toBeVisible();
  expect(readFileSync(kept).subarray(0, 2).toString()).toBe("PK");
  expect(Buffer.compare(readFileSync(old), before)).toBe(0);
});

for (const [kind, fileIn] of [
  [".xls", oldFileIn],
  [".xlsx", sampleIn],
] as const) {
  test(`last year's figures are looked at before they are taken from an ${kind}, and one undo gives them back`, async ({
    app,
    page,
    folder,
  }) => {
    await openSampleForm(page, "上年数");
    const sheet = page.getByRole("grid", { name: "上年数" });
    const before = await sheet.innerText();
    await chooses.open(app, fileIn(folder));
    await clickMenu(app, "take-previous");
    const preview = page.getByRole("dialog", { name: "取上年数" });
    await expect(preview.getByText(/^注意：不是上一年度（2019）的工作簿/)).toBeVisible();
    const income = preview.getByRole("row", { name: /^本年收入合计/ });
    await expect(income).toContainText("6,393.56");
    await expect(income).toContainText("8,300.02");
    await expect(income).toContainText("不同");
    await preview.getByRole("button", { name: "取消" }).click();
    expect(await sheet.innerText()).toBe(before);

    await clickMenu(app, "take-previous");
    await preview.getByRole("button", { name: "全部以上年工作簿为准" }).click();
    await expect(page.getByText(/^已填入 \d+ 个上年数$/)).toBeVisible();
    await expect(sheet.getByText("8,300.02")).toBeVisible();
    await clickMenu(app, "undo");
    await expect.poll(() => sheet.innerText()).toBe(before);
  });
}
