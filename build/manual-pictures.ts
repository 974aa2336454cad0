import { mkdirSync } from "node:fs";
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

/** The pictures of the manual, from the window as it is: `npm run docs` writes them into docs/图. */

const OUT = path.join(path.dirname(import.meta.dirname), "docs", "图");

/** What of the window a picture shows; the whole window where nothing is said. */
type Cut = (page: Page) => Promise<{ x: number; y: number; width: number; height: number } | undefined>;

const dialog: Cut = async (page) => grown(await page.getByRole("dialog").boundingBox());
const centre: Cut = (page) => box(page, "main");
const withoutEmpty: Cut = () => Promise.resolve({ x: 160, y: 20, width: 800, height: 500 });

const PICTURES: readonly (readonly [...Screen, cut?: Cut])[] = [
  ["开始", (page) => page.getByRole("button", { name: /^新建/ }).waitFor(), withoutEmpty],
  ["新建", (page) => page.getByRole("button", { name: /^新建/ }).click(), dialog],
  ["模板包", afterEscape((page) => page.getByRole("button", { name: /^模板包/ }).click()), dialog],
  ["窗口", afterEscape(openSample)],
  ["填表", (page) => entry(/^公开03表/)(page).then(() => cellOf(page, "579.87").click()), centre],
  ["增加科目行", addRow, dialog],
  ["单位信息", afterEscape(menu("数据", "单位信息…")), dialog],
  ["说明原因", afterEscape(answer), dialog],
  ["上年数", afterEscape(entry(/^上年数/)), centre],
  ["决算说明", entry(/^决算说明/), centre],
  ["核对说明", checkText, centre],
  ["概览", entry(/^概览/), centre],
  ["打印", (page) => entry(/^公开02表/)(page).then(() => showPrint(page))],
  ["公开发布", afterEscape(menu("文件", "公开发布…")), dialog],
  ["导出", afterEscape(key("Control+e")), dialog],
  ["错误", afterEscape(typeWrong)],
];

const cellOf = (page: Page, text: string) => page.getByRole("grid").getByText(text).first();

async function addRow(page: Page): Promise<void> {
  await key("Control+Shift+=")(page);
  await page.keyboard.type("jy");
}

async function box(page: Page, role: "main"): ReturnType<Cut> {
  return (await page.getByRole(role).boundingBox()) ?? undefined;
}

/** A little of what lies around, so that a dialog's edge and shadow show. */
function grown(inner: { x: number; y: number; width: number; height: number } | null): Awaited<ReturnType<Cut>> {
  if (inner === null) return undefined;
  const margin = 12;
  return {
    x: inner.x - margin,
    y: inner.y - margin,
    width: inner.width + 2 * margin,
    height: inner.height + 2 * margin,
  };
}

mkdirSync(OUT, { recursive: true });
await builtWindow();
await withWindow({ width: 1366, height: 768 }, async (page) => {
  for (const [name, go, cut] of PICTURES) {
    await go(page);
    // Fonts, charts and the sheet's columns settle within a few frames.
    await page.waitForTimeout(800);
    const clip = await cut?.(page);
    await page.screenshot({ path: path.join(OUT, `${name}.png`), ...(clip === undefined ? {} : { clip }) });
  }
});
console.log(`pictures: ${OUT}`);
