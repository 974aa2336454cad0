import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ElectronApplication, Locator, Page } from "playwright/test";
import { chooses, clickMenu, expect, launch, shownPage, stop, test } from "./support/launch.js";

const PACK = path.join(import.meta.dirname, "..", "..", "templates", "yunnan-2020");
const TITLE = "云南省2021年度部门决算公开表";

/** The program's pack for the next year, as a bureau might hand it out: a folder of another name. */
function nextYear(folder: string): string {
  const pack = path.join(folder, "云南2021模板包");
  cpSync(PACK, pack, { recursive: true });
  const head = path.join(pack, "pack.json");
  const text = readFileSync(head, "utf8").replace('"yunnan-2020"', '"yunnan-2021"').replaceAll("2020", "2021");
  writeFileSync(head, text);
  return pack;
}

/** 文件 → 模板包, with its list on the screen. */
async function packs(app: ElectronApplication, page: Page): Promise<Locator> {
  await clickMenu(app, "packs");
  const dialog = page.getByRole("dialog", { name: "模板包", exact: true });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function add(app: ElectronApplication, dialog: Locator, folder: string): Promise<void> {
  await chooses.open(app, folder);
  await dialog.getByRole("button", { name: "添加模板包……" }).click();
}

test("a pack from a folder makes a new workbook at once, is there after the next start, and goes when removed", async ({
  userData,
  folder,
}) => {
  const added = nextYear(folder);
  const app = await launch(userData);
  const page = await shownPage(app);
  const dialog = await packs(app, page);
  await expect(dialog.getByRole("row", { name: /云南省2020年度.*云南.*2020.*随程序/u })).toBeVisible();
  await expect(dialog.getByRole("button", { name: /^删除/u })).toHaveCount(0);
  await add(app, dialog, added);
  await expect(dialog.getByRole("row", { name: /云南省2021年度.*云南.*2021.*自己添加/u })).toBeVisible();
  const own = path.join(userData, "packs", "yunnan-2021");
  expect(readdirSync(own).toSorted()).toEqual(readdirSync(added).toSorted());
  await dialog.getByRole("button", { name: "关闭" }).last().click();

  rmSync(added, { recursive: true });

  // The word that it was added takes no keys.
  await expect(page.getByText(`已添加模板包“${TITLE}”`)).toBeVisible();
  await page.keyboard.press("Control+n");
  const blank = page.getByRole("dialog", { name: "新建公开表工作簿" });
  await blank.getByRole("combobox").click();
  await page.getByRole("option", { name: TITLE }).click();
  await blank.getByLabel("部门（单位）名称").fill("某县财政局");
  await blank.getByRole("button", { name: "新建" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  await expect(page.getByText("2021 年度").first()).toBeVisible();
  await stop(app);

  const next = await launch(userData);
  const again = await shownPage(next);
  const listed = await packs(next, again);
  await listed.getByRole("button", { name: `删除模板包“${TITLE}”` }).click();
  await again.getByRole("alertdialog", { name: "删除模板包？" }).getByRole("button", { name: "删除" }).click();
  await expect(listed.getByRole("row")).toHaveCount(2);
  expect(existsSync(own)).toBe(false);
  await stop(next);
});

test("what is no pack is refused with every problem by file and place, and leaves nothing behind", async ({
  app,
  page,
  userData,
  folder,
}) => {
  const empty = path.join(folder, "不是模板包");
  mkdirSync(empty);
  const dialog = await packs(app, page);
  await add(app, dialog, empty);
  const refused = page.getByRole("alertdialog", { name: "没有添加模板包" });
  await expect(refused.getByText("“不是模板包”里没有 pack.json")).toBeVisible();
  await refused.getByRole("button", { name: "关闭" }).click();

  const broken = nextYear(folder);
  writeFileSync(path.join(broken, "elements.json"), '[{ "id": "甲" }]');
  writeFileSync(path.join(broken, "last-year.json"), "[");
  symlinkSync("/etc", path.join(broken, "etc"));
  await add(app, dialog, broken);
  const problems = page.getByRole("dialog", { name: "没有添加“云南2021模板包”" });
  await expect(problems.getByRole("listitem").filter({ hasText: /^etc：是一个链接/u })).toBeVisible();
  await expect(problems.getByRole("listitem").filter({ hasText: /^last-year\.json：不是正确的 JSON/u })).toBeVisible();
  await expect(
    problems
      .getByRole("listitem")
      .filter({ hasText: /^elements\.json \[0\]\./u })
      .first(),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog.getByRole("row")).toHaveCount(2);
  expect(readdirSync(path.join(userData, "packs"))).toEqual([]);
});

test("a pack of the program's own id takes its place only when the person says so, and gives it back when removed", async ({
  app,
  page,
  userData,
}) => {
  const dialog = await packs(app, page);
  await add(app, dialog, PACK);
  const question = page.getByRole("alertdialog", { name: "替换已有的模板包？" });
  await expect(question.getByText("随程序的")).toBeVisible();
  await question.getByRole("button", { name: "取消" }).click();
  expect(readdirSync(path.join(userData, "packs"))).toEqual([]);
  await add(app, dialog, PACK);
  await question.getByRole("button", { name: "替换" }).click();
  await expect(dialog.getByRole("row", { name: /自己添加/u })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: /^打开示例/u }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  await packs(app, page);
  await dialog.getByRole("button", { name: /^删除模板包/u }).click();
  const inUse = page.getByRole("alertdialog", { name: "没有删除模板包" });
  await expect(inUse.getByText(/正用着这个模板包/u)).toBeVisible();
  await inUse.getByRole("button", { name: "关闭" }).click();
  await page.keyboard.press("Escape");
  await clickMenu(app, "close-document");
  await expect(page.getByRole("grid")).toBeHidden();
  await packs(app, page);
  await dialog.getByRole("button", { name: /^删除模板包/u }).click();
  await page.getByRole("alertdialog", { name: "删除模板包？" }).getByRole("button", { name: "删除" }).click();
  await expect(dialog.getByRole("row", { name: /随程序/u })).toBeVisible();
});
