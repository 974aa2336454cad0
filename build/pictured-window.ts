import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron, type Page } from "playwright";
import { builtApp } from "./app.mjs";
import { hasElectron } from "./runtime.mjs";
import { builtStandin } from "./standin.mjs";

/** The window opened to be pictured, and the ways through it that all pictures share. */

const ROOT = path.dirname(import.meta.dirname);

/** A screen of the window: its name and how to come there from the one before. */
export type Screen = readonly [name: string, go: (page: Page) => Promise<unknown>];

/** Builds the program, and the stand-in where there is no Electron. */
export async function builtWindow(): Promise<void> {
  if (!hasElectron()) process.env["ELECTRON_OVERRIDE_DIST_PATH"] ??= path.join(ROOT, "dist", "standin");
  process.env["ELECTRON_STANDIN_HEADLESS"] ??= "1";
  await builtStandin();
  await builtApp();
}

export interface PicturedSize {
  readonly width: number;
  readonly height: number;
}

/** Opens the window anew with nothing remembered, does something with it and closes it. */
export async function withWindow(size: PicturedSize, work: (page: Page) => Promise<void>): Promise<void> {
  const userData = mkdtempSync(path.join(tmpdir(), "gongkai-screens-"));
  const app = await _electron.launch({ args: [ROOT, `--user-data-dir=${userData}`], cwd: ROOT });
  const page = await app.firstWindow();
  await page.setViewportSize(size);
  await work(page);
  await app.evaluate(({ app: own }) => own.exit(0)).catch(() => undefined);
  // The browser still writes while it goes; what is left of its folder is the system's to clear.
  await rm(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }).catch(() => undefined);
}

/** Turns to an entry of the navigator. */
export const entry =
  (name: RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole("navigation", { name: "表目录" }).getByRole("button", { name }).click();

/** Presses keys. */
export const key =
  (keys: string) =>
  (page: Page): Promise<void> =>
    page.keyboard.press(keys);

/** Opens a menu; with an item's words, chooses it. */
export const menu =
  (name: string, item?: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole("menuitem", { name, exact: true }).click();
    if (item !== undefined) await page.getByRole("menuitem", { name: item }).click();
  };

/** Closes what is open, dialog or menu, and goes on. */
export const afterEscape =
  (go: Screen[1]) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.getByRole("menu").waitFor({ state: "hidden" });
    await go(page);
  };

/** Opens the sample from the start screen. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^打开示例/ }).click();
  await page.getByRole("grid").waitFor();
}

/** Asks for the reason of the first finding that wants one. */
export async function answer(page: Page): Promise<void> {
  await page.getByRole("button", { name: "填写说明…" }).first().click();
}

/** A wrong total: what an error looks like on every part of the window. */
export async function typeWrong(page: Page): Promise<void> {
  await entry(/^公开03表/)(page);
  await page.getByRole("grid").getByText("8,337.62").first().click();
  await page.keyboard.type("9999");
  await page.keyboard.press("Enter");
  await page
    .getByText(/^错误 [1-9]/)
    .first()
    .waitFor();
}

/** The print page with its pages drawn. */
export async function showPrint(page: Page): Promise<void> {
  await page.keyboard.press("Control+p");
  await page
    .getByText(/第 1 页，共|1 \/ \d+/)
    .first()
    .waitFor({ timeout: 60_000 });
}

/** The check of a narrative written elsewhere, with one wrong figure in it. */
export async function checkText(page: Page): Promise<void> {
  await menu("核对", "核对决算说明…")(page);
  const text =
    "2020年度收入合计8,300.02万元。其中：财政拨款收入8,233.60万元，占总收入的97.99%；其他收入166.42万元，占总收入的2.01%。" +
    "2020年度支出合计8,337.62万元。其中：基本支出2,375.99万元，占总支出的28.50%；项目支出5,961.63万元，占总支出的71.50%。";
  await page.getByRole("textbox", { name: "粘贴的文字" }).fill(text);
  await page.getByRole("button", { name: "核对这段文字" }).click();
  await page.getByRole("button", { name: "核对另一份" }).waitFor({ timeout: 60_000 });
}
