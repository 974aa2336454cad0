import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron, type Page } from "playwright";
import { builtApp } from "./app.mjs";
import { hasElectron } from "./runtime.mjs";
import { builtStandin } from "./standin.mjs";

/**
 * Pictures of every screen, at the sizes of common office screens and at 125 % and 150 % zoom, for people to look at:
 * `npm run screenshots` writes them into out/screenshots.
 */

const ROOT = path.dirname(import.meta.dirname);
const OUT = path.join(ROOT, "out", "screenshots");

/** A screen of the window: its name and how to come there from the one before. */
type Screen = readonly [name: string, go: (page: Page) => Promise<unknown>];

const entry =
  (name: RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole("navigation", { name: "表目录" }).getByRole("button", { name }).click();
const key =
  (keys: string) =>
  (page: Page): Promise<void> =>
    page.keyboard.press(keys);
const menu =
  (name: string) =>
  (page: Page): Promise<void> =>
    page.getByRole("menuitem", { name, exact: true }).click();

const SCREENS: readonly Screen[] = [
  ["01-start", (page) => page.getByRole("button", { name: /^新建/ }).waitFor()],
  ["02-new", (page) => page.getByRole("button", { name: /^新建/ }).click()],
  ["03-form-01", openSample],
  ...["02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((no): Screen => [
    `04-form-${no}`,
    entry(new RegExp(`^公开${no}表`)),
  ]),
  ["05-assets", entry(/^国有资产/)],
  ["06-last-year", entry(/^上年数/)],
  ["07-elements", entry(/^说明要素/)],
  ["08-narrative", entry(/^决算说明/)],
  ["09-overview", entry(/^概览/)],
  ["10-finding", key("F8")],
  ["11-menu-file", menu("文件")],
  ["12-menu-data", (page) => page.keyboard.press("Escape").then(() => menu("数据")(page))],
  ["13-find", (page) => page.keyboard.press("Escape").then(() => page.keyboard.press("Control+h"))],
  ["14-shortcuts", (page) => page.keyboard.press("Escape").then(() => page.keyboard.press("F1"))],
  ["15-export", (page) => page.keyboard.press("Escape").then(() => page.keyboard.press("Control+e"))],
  ["16-answer", answer],
  ["17-error", typeWrong],
];

/** Window sizes in CSS pixels as a screen of that resolution gives them at that zoom. */
const SIZES = [
  { name: "1366x768", width: 1366, height: 768 },
  { name: "1920x1080", width: 1920, height: 1080 },
  { name: "1920x1080-125", width: 1536, height: 864 },
  { name: "1920x1080-150", width: 1280, height: 720 },
] as const;

async function openSample(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: /^打开示例/ }).click();
  await page.getByRole("grid").waitFor();
}

async function answer(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "填写说明…" }).first().click();
}

/** A wrong total: what an error looks like on every part of the window. */
async function typeWrong(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await entry(/^公开03表/)(page);
  await page.getByRole("grid").waitFor();
  await page.getByRole("grid").getByText("8,337.62").first().click();
  await page.keyboard.type("9999");
  await page.keyboard.press("Enter");
  await page
    .getByText(/^错误 [1-9]/)
    .first()
    .waitFor();
}

async function picture(size: (typeof SIZES)[number]): Promise<void> {
  const userData = mkdtempSync(path.join(tmpdir(), "gongkai-screens-"));
  const app = await _electron.launch({ args: [ROOT, `--user-data-dir=${userData}`], cwd: ROOT });
  const page = await app.firstWindow();
  await page.setViewportSize(size);
  const folder = path.join(OUT, size.name);
  mkdirSync(folder, { recursive: true });
  for (const [name, go] of SCREENS) {
    await go(page);
    // Fonts, charts and the sheet's columns settle within a few frames.
    await page.waitForTimeout(600);
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
  await app.evaluate(({ app: own }) => own.exit(0)).catch(() => undefined);
  rmSync(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}

if (!hasElectron()) process.env["ELECTRON_OVERRIDE_DIST_PATH"] ??= path.join(ROOT, "dist", "standin");
process.env["ELECTRON_STANDIN_HEADLESS"] ??= "1";
rmSync(OUT, { recursive: true, force: true });
await builtStandin();
await builtApp();
const wanted = process.argv.slice(2);
for (const size of SIZES) if (wanted.length === 0 || wanted.includes(size.name)) await picture(size);
console.log(`screenshots: ${OUT}`);
