import { readFileSync } from "node:fs";
import type { CDPSession, ElectronApplication, Page, Worker } from "playwright/test";
import { chooses, clickMenu, expect, launch, shownPage, stop, test } from "./support/launch.js";
import { leaveWork } from "./support/left-work.js";
import { SheetHand, turnTo } from "./support/sheet-hand.js";
import { recover, SAMPLE, sampleIn, save } from "./support/work-at-hand.js";

/** What breaks in the window itself: the page's program, the page's process, the worker beside it. Nothing shown before is lost. */

const SPENDING = "支出决算表";
/** Where 基本支出 of the first 项 of 公开03表 stands. */
const [ROW, BASIC] = [3, 5] as const;

test("after 程序内部错误 the window loads again and has the work back", async ({ app, page, folder }) => {
  await openAndType(app, page, folder, "41.50");
  await page.evaluate(() => void Promise.reject(new Error("broken on purpose")));
  const screen = page.getByRole("main", { name: "程序内部错误" });
  await screen.getByRole("button", { name: "重新载入窗口" }).click();
  await recover(page);
  await (await turnTo(page, SPENDING)).shows(ROW, BASIC, "41.50");
  await save(app, page);
});

test("a crashed page loads again by itself, says so, and offers the work", async ({ app, page, folder }) => {
  const file = await openAndType(app, page, folder, "42.50");
  const eyes = await app.context().newCDPSession(page);
  await crash(app);
  await expect.poll(() => wordsOn(eyes)).toMatch(/恢复“某局公开表\.xlsx”/);
  expect(await wordsOn(eyes)).toMatch(/窗口意外停止，已重新载入/);
  await eyes.send("Runtime.evaluate", {
    expression: `[...document.querySelectorAll("[role=dialog] button")].find((one) => one.textContent === "恢复").click()`,
  });
  const title = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  await expect.poll(title).toMatch(/^● 某局公开表\.xlsx/);
  await clickMenu(app, "save");
  await expect.poll(title).toMatch(/^某局公开表\.xlsx/);
  expect(Buffer.compare(readFileSync(file), readFileSync(SAMPLE))).not.toBe(0);
});

test("a page that crashes again and again asks before it loads once more", async ({ app, page }) => {
  const closed = app.waitForEvent("close");
  await chooses.button(app, 1);
  const eyes = await app.context().newCDPSession(page);
  for (let time = 0; time < 3; time += 1) {
    await expect.poll(() => wordsOn(eyes)).toMatch(/打开示例/);
    await crash(app);
  }
  await closed;
});

test("a broken worker is replaced at once, with every gesture, and saving works", async ({ app, page, folder }) => {
  await openAndType(app, page, folder, "43.50");
  const [worker] = page.workers();
  if (worker !== undefined) await breakWorker(worker);
  await expect(page.getByText("后台计算意外停止，已重新启动")).toBeVisible();
  const sheet = new SheetHand(page, SPENDING);
  await sheet.cell(ROW, BASIC).click();
  await sheet.type("43.75");
  await sheet.press("Enter");
  await sheet.shows(ROW, BASIC, "43.75");
  await save(app, page);
  await expect(page.getByRole("main", { name: "程序内部错误" })).toBeHidden();
});

test("a worker that hangs is told of, and another takes its place with every gesture", async ({
  app,
  page,
  folder,
}) => {
  await openAndType(app, page, folder, "44.50");
  await hang(page);
  await clickMenu(app, "save");
  const question = page.getByRole("alertdialog", { name: "后台计算一直没有回应" });
  await expect(question).toBeVisible({ timeout: 40_000 });
  await question.getByRole("button", { name: "重新启动后台计算" }).click();
  await expect(page.getByRole("contentinfo").getByText("已保存")).toBeVisible();
  await new SheetHand(page, SPENDING).shows(ROW, BASIC, "44.50");
  await expect(question).toBeHidden();
});

test("whoever types while the worker hangs is told beside the sheet, and types on", async ({ app, page, folder }) => {
  await openAndType(app, page, folder, "45.50");
  await hang(page);
  const sheet = new SheetHand(page, SPENDING);
  await sheet.cell(ROW, BASIC).click();
  await sheet.type("45.75");
  await sheet.press("Enter");
  await sheet.shows(ROW, BASIC, "45.75");
  await page.getByText("重新启动后台计算", { exact: true }).click({ timeout: 40_000 });
  await expect(page.getByText("后台计算意外停止，已重新启动")).toBeVisible();
  await save(app, page);
});

test("a worker that breaks again and again during 打印预览 is told of there, and 重试 makes the pages", async ({
  app,
  page,
  folder,
}) => {
  await openAndType(app, page, folder, "46.50");
  let breaks = true;
  page.on("worker", (worker) => {
    if (breaks && worker.url().includes("workbook-worker")) void breakWorker(worker);
  });
  const [worker] = page.workers();
  if (worker !== undefined) await breakWorker(worker);
  await clickMenu(app, "print");
  const failed = page.getByRole("alert").filter({ hasText: "没有排出来" });
  await expect(failed.getByRole("button", { name: "重新载入窗口" })).toBeVisible();
  await expect(page.getByRole("main", { name: "程序内部错误" })).toBeHidden();
  breaks = false;
  await failed.getByRole("button", { name: "重试" }).click();
  await expect(page.getByRole("img", { name: /^第 1 页，共/ })).toBeVisible({ timeout: 60_000 });
});

test("several works left behind are offered one after the other, and none is dropped", async ({ userData }) => {
  await leaveWork(userData, ["甲.xlsx", "乙.xlsx", "丙.xlsx"]);
  const app = await launch(userData);
  const page = await shownPage(app);
  const list = page.getByRole("dialog", { name: "有上次没有保存的工作" });
  await expect(list.getByRole("row")).toHaveCount(4);
  await list.getByRole("row", { name: /乙/ }).getByRole("button", { name: "查看……" }).click();
  await page.getByRole("dialog", { name: "恢复“乙.xlsx”" }).getByRole("button", { name: "以后再说" }).click();
  await expect(list.getByRole("row")).toHaveCount(3);
  await list.getByRole("row", { name: /丙/ }).getByRole("button", { name: "查看……" }).click();
  await page.getByRole("dialog", { name: "恢复“丙.xlsx”" }).getByRole("button", { name: "恢复" }).click();
  await page.getByRole("dialog", { name: "恢复“甲.xlsx”" }).getByRole("button", { name: "以后再说" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  await expect(page.getByRole("contentinfo").getByText("未保存")).toBeVisible();
  await stop(app);
});

async function openAndType(app: ElectronApplication, page: Page, folder: string, figure: string): Promise<string> {
  const file = sampleIn(folder);
  await chooses.open(app, file);
  await clickMenu(app, "open");
  const sheet = await turnTo(page, SPENDING);
  await sheet.cell(ROW, BASIC).click();
  await sheet.type(figure);
  await sheet.press("Enter");
  await sheet.shows(ROW, BASIC, figure);
  return file;
}

/** Makes a worker break as soon as it has a moment; one that is gone by then broke before. */
async function breakWorker(worker: Worker): Promise<void> {
  await worker
    .evaluate(
      () =>
        void setTimeout(() => {
          throw new Error("broken on purpose");
        }),
    )
    .catch(() => undefined);
}

/** Makes the workbook's worker busy for ever. */
async function hang(page: Page): Promise<void> {
  const [worker] = page.workers();
  await worker?.evaluate(
    () =>
      void setTimeout(() => {
        for (;;);
      }),
  );
}

async function crash(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
}

/** What a page says whose crash made the test's own hand on it useless. */
async function wordsOn(eyes: CDPSession): Promise<string> {
  try {
    const { result } = await eyes.send("Runtime.evaluate", { expression: "document.body.innerText" });
    return String(result.value);
  } catch {
    // Not loaded anew yet.
    return "";
  }
}
