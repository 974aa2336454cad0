import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright";
import {
  afterEscape,
  answer,
  builtWindow,
  checkText,
  entry,
  key,
  menu,
  openSample,
  showPrint,
  typeWrong,
  withWindow,
  type Screen,
} from "./pictured-window.js";

/**
 * Pictures of every screen, at the sizes of common office screens and at 125 % and 150 % zoom, for people to look at:
 * `npm run screenshots` writes them into out/screenshots; with names of sizes behind `--`, only those.
 */

const OUT = path.join(path.dirname(import.meta.dirname), "out", "screenshots");

const SCREENS: readonly Screen[] = [
  ["01-start", (page) => page.getByRole("button", { name: /^新建/ }).waitFor()],
  ["02-new", (page) => page.getByRole("button", { name: /^新建/ }).click()],
  ["03-form-01", afterEscape(openSample)],
  ...["02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((no): Screen => [
    `04-form-${no}`,
    entry(new RegExp(`^公开${no}表`)),
  ]),
  ["05-assets", entry(/^国有资产/)],
  ["06-last-year", entry(/^上年数/)],
  ["07-elements", entry(/^说明要素/)],
  ["08-narrative", entry(/^决算说明/)],
  ["08b-check", checkText],
  ["08c-beside", beside],
  ["09-overview", (page) => findingsBeside(page).then(() => entry(/^概览/)(page))],
  ["10-finding", key("F8")],
  ["10b-rounding", (page) => page.getByRole("contentinfo").getByRole("button", { name: /^尾差/ }).click()],
  ["11-menu-file", menu("文件")],
  ["12-menu-data", afterEscape(menu("数据"))],
  ["13-find", afterEscape(key("Control+h"))],
  ["14-shortcuts", afterEscape(key("F1"))],
  ["15-export", afterEscape(key("Control+e"))],
  ["15b-publish", afterEscape(menu("文件", "公开发布…"))],
  ["15c-unit", afterEscape(menu("数据", "单位信息…"))],
  ["15d-print", afterEscape(showPrint)],
  ["15e-add-row", afterEscape((page) => entry(/^公开03表/)(page).then(() => key("Control+Shift+=")(page)))],
  ["16-answer", afterEscape((page) => showAll(page).then(() => answer(page)))],
  ["17-error", afterEscape(typeWrong)],
  ["18-errors-stand", key("Control+e")],
];

/** Window sizes in CSS pixels as a screen of that resolution gives them at that zoom. */
const SIZES = [
  { name: "1366x768", width: 1366, height: 768 },
  { name: "1920x1080", width: 1920, height: 1080 },
  { name: "1920x1080-125", width: 1536, height: 864 },
  { name: "1920x1080-150", width: 1280, height: 720 },
  { name: "1366x768-125", width: 1093, height: 614 },
  { name: "1366x768-150", width: 911, height: 512 },
] as const;

/** The narrative beside a sheet: chosen, looked at, and given up again by the next screen. */
async function beside(page: Page): Promise<void> {
  await entry(/^公开03表/)(page);
  await page.getByRole("group", { name: "表旁显示" }).getByRole("button", { name: "决算说明" }).click();
}

async function findingsBeside(page: Page): Promise<void> {
  await page.getByRole("group", { name: "表旁显示" }).getByRole("button", { name: "检查结果" }).click();
}

async function showAll(page: Page): Promise<void> {
  await page
    .getByRole("contentinfo")
    .getByRole("button", { name: /^需说明/ })
    .click();
}

async function picture(size: (typeof SIZES)[number]): Promise<void> {
  const folder = path.join(OUT, size.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await withWindow(size, async (page) => {
    for (const [name, go] of SCREENS) {
      await go(page);
      // Fonts, charts and the sheet's columns settle within a few frames.
      await page.waitForTimeout(600);
      await page.screenshot({ path: path.join(folder, `${name}.png`) });
    }
  });
}

await builtWindow();
const wanted = process.argv.slice(2);
for (const size of SIZES) if (wanted.length === 0 || wanted.includes(size.name)) await picture(size);
console.log(`screenshots: ${OUT}`);
