import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright";
import type { PackFolder } from "../../shared/host/contract.js";
import { installedPacks } from "./packs.js";
import { openBenchWindow, turnTo, type BenchWindow } from "./window-page.js";
import { spreadOf, traced, type ActionCost } from "./window-trace.js";
import { knowingCodes, longWorkbook } from "./window-workbook.js";

/**
 * `npm run bench:window`: what a key costs in the window, from Chromium's own trace, beside a key in an empty text field on the same
 * machine: at the sample's size and with a table of 20,000 rows. `--edits 10000 --switches 500` asks for the long run of the heap.
 */

const TIMES = 40;
const [installed] = installedPacks();
if (installed === undefined) throw new Error("no pack");
/** 公开01 to 公开05 by their titles; the last one is typed into. */
const FORMS = installed.pack.forms.slice(0, 5).map(({ title }) => title);
const ROWS = 20_000;
const sizes = [
  ["示例", () => readFileSync(path.join(installed.folder, "sample.xlsx")), asTheyAre],
  ["三张表共 20,000 行", () => longWorkbook(installed, ROWS), withCodes],
] as const;

console.log("窗口（Chromium 跟踪；脚本与绘制为处理器时间，毫秒；中位数 / 95 分位）");
for (const [name, workbook, knowing] of sizes) {
  const window = await openBenchWindow(await workbook(), knowing);
  await measure(name, window);
  await window.close();
}

function asTheyAre(packs: readonly PackFolder[]): readonly PackFolder[] {
  return packs;
}

function withCodes(packs: readonly PackFolder[]): readonly PackFolder[] {
  return knowingCodes(packs, ROWS);
}

async function measure(name: string, { browser, page }: BenchWindow): Promise<void> {
  await enterFigures(page, 5);
  say(`${name}：一个数的回车，算完查完画完`, await enters(page, browser));
  say(
    `${name}：在两张表之间来回`,
    await traced(browser, page, 12, (turn) => turnTo(page, FORMS[3 + (turn % 2)] ?? "")),
  );
  say(`${name}：五张表轮流`, await traced(browser, page, 15, (turn) => turnTo(page, FORMS[turn % FORMS.length] ?? "")));
  await reportHeap(name, page);
  await page.getByRole("group", { name: "表旁显示" }).getByRole("button", { name: "决算说明" }).click();
  await page.locator("[data-part]").first().waitFor();
  await enterFigures(page, 2);
  say(`${name}：决算说明开在表旁，一个数的回车`, await enters(page, browser));
  await page.getByRole("navigation").getByRole("button", { name: "决算说明" }).click();
  const undo = (turn: number): Promise<void> => page.keyboard.press(turn % 2 === 0 ? "Control+z" : "Control+y");
  say(`${name}：决算说明页上撤销、恢复一个数`, await traced(browser, page, TIMES, undo));
  const blank = await browser.newPage();
  await blank.setContent("<textarea autofocus></textarea>");
  await blank.bringToFront();
  await blank.locator("textarea").focus();
  const empty = await traced(browser, blank, TIMES, () => blank.keyboard.press("Enter"));
  say("空白文本框里按一次回车", empty);
}

/** The cost of Enter behind figures typed into a leaf. */
function enters(page: Page, browser: Browser): Promise<readonly ActionCost[]> {
  const type = async (turn: number): Promise<void> => {
    await page.keyboard.press("ArrowUp");
    await page.keyboard.type(`${turn + 10}`);
  };
  return traced(browser, page, TIMES, () => page.keyboard.press("Enter"), type);
}

/** Goes to a leaf's figure and types some. */
async function enterFigures(page: Page, count: number): Promise<void> {
  await page.locator('[data-front] [row-index="4"] [col-id="c8"]').click();
  for (let turn = 0; turn < count; turn += 1) {
    await page.keyboard.press("ArrowUp");
    await page.keyboard.type(`${turn + 1}`);
    await page.keyboard.press("Enter");
  }
}

/** The heap before and after many switches and edits. */
async function reportHeap(name: string, page: Page): Promise<void> {
  const [switches, edits] = [option("--switches", 30), option("--edits", 200)];
  await turnTo(page, FORMS[4] ?? "");
  const before = await heap(page);
  for (let turn = 0; turn < switches; turn += 1) await turnTo(page, FORMS[turn % FORMS.length] ?? "");
  await turnTo(page, FORMS[4] ?? "");
  const switched = await heap(page);
  await enterFigures(page, edits);
  const edited = await heap(page);
  const figures = [before, switched, edited].map((bytes) => `${Math.round(bytes / 1e5) / 10} MB`);
  console.log(
    `${name}：堆 ${figures[0] ?? ""} → 换表 ${switches} 次 ${figures[1] ?? ""} → 输入 ${edits} 次 ${figures[2] ?? ""}`,
  );
}

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}

function say(what: string, costs: readonly ActionCost[]): void {
  const shown = (["toRepaint", "script", "drawing", "toFrame"] as const).map((part) => {
    const { median, high } = spreadOf(costs, part);
    return `${median.toFixed(1)} / ${high.toFixed(1)}`;
  });
  console.log(
    `  ${what}：到重画为止的脚本 ${shown[0] ?? ""}，全部脚本 ${shown[1] ?? ""}，绘制 ${shown[2] ?? ""}，到最后一次画面 ${shown[3] ?? ""}`,
  );
}

function option(name: string, usual: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? usual : Number.parseInt(process.argv[at + 1] ?? "", 10);
}
