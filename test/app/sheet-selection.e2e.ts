import { expect, test } from "./support/launch.js";
import { openSampleForm, turnTo } from "./support/sheet-hand.js";

const TITLE = "一般公共预算财政拨款收入支出决算表";
const BASIC = 8;
const PROJECT = 9;

test("ranges are selected with keys, mouse and Ctrl, and the status bar adds them up exactly", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  await sheet.cell(3, BASIC).click();
  await sheet.press("Shift+ArrowDown", "Shift+ArrowRight");
  await sheet.sums("2,160.14");
  await sheet.cell(3, BASIC).click();
  await sheet.cell(5, PROJECT).click({ modifiers: ["Shift"] });
  await sheet.sums("2,281.08");
  await sheet.cell(3, BASIC).click();
  await sheet.cell(5, PROJECT).click({ modifiers: ["ControlOrMeta"] });
  await sheet.sums("1,905.24");
  await sheet.press("Control+a");
  await expect(page.locator(".status-summary")).toContainText("计数");
});

test("Ctrl with Home, End and arrows goes to corners and edges, bringing them into view", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  await sheet.press("Control+End");
  await sheet.press("ArrowUp");
  await sheet.isAt(/2210203/);
  await expect(sheet.cell(30, 16)).toBeInViewport();
  await sheet.press("Control+Home");
  await sheet.cell(3, BASIC).click();
  await sheet.press("Control+ArrowDown");
  await sheet.isAt(/2210203.*收入基本/);
  await sheet.press("Home");
  await sheet.isAt(/2210203/);
  await sheet.press("PageUp", "PageUp");
  await expect(sheet.cell(0, 3)).toBeInViewport();
});

test("heads select their columns, row numbers their rows, the corner everything", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  const head = sheet.grid().getByRole("columnheader", { name: "本年收入 基本支出" });
  const box = await head.boundingBox();
  if (box === null) throw new Error("no head");
  await page.mouse.click(box.x + box.width / 2, box.y + 8);
  const marks = page.locator("[data-front] .sheet-mark-selected");
  const group = await marks.first().boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height - 30);
  const leaf = await marks.first().boundingBox();
  expect(Math.round((group?.width ?? 0) / (leaf?.width ?? 1))).toBe(3);
  await sheet.grid().locator('[row-index="2"] [col-id="rows"]').click();
  await sheet.sums("9,124.32");
});

test("a drag beyond the edge scrolls on to the last column", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  await page.setViewportSize({ width: 1366, height: 768 });
  const box = await sheet.cell(3, 5).boundingBox();
  if (box === null) throw new Error("no cell");
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x - 40, box.y + 30, { steps: 4 });
  await page.mouse.move(1300, box.y + 60, { steps: 2 });
  await expect(sheet.cell(5, 16)).toBeInViewport();
  await page.mouse.up();
});

test("Enter goes round in a range, and what is typed with Ctrl+Enter fills it", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  await sheet.drag(sheet.cell(3, BASIC), sheet.cell(4, PROJECT));
  await sheet.press("Enter", "Enter");
  await sheet.isAt(/2080101.*收入项目/);
  await sheet.type("6");
  await sheet.press("Control+Enter");
  await sheet.shows(3, BASIC, "6.00");
  await sheet.shows(4, PROJECT, "6.00");
  await sheet.press("Control+z");
  await sheet.shows(4, PROJECT, "375.84");
});

test("searching goes through all tables, replacing is one step", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  await sheet.press("Control+Home", "Control+f");
  await page.getByRole("textbox", { name: "查找" }).fill("购房补贴");
  await page.keyboard.press("Enter");
  await expect(sheet.cell(30, 3)).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: TITLE }).first()).not.toHaveAttribute("aria-current", "page");
  await page.keyboard.press("Escape");
  const again = await turnTo(page, TITLE);
  await again.press("Control+h");
  await page.getByRole("textbox", { name: "查找" }).fill("购房补贴");
  await page.getByRole("textbox", { name: "替换为" }).fill("住房补贴");
  await page.getByRole("checkbox", { name: "所有表" }).uncheck();
  await page.getByRole("button", { name: "全部替换" }).click();
  await again.says("已替换 1 格");
  await again.shows(30, 3, "住房补贴");
  await page.keyboard.press("Escape");
  await again.press("Control+z");
  await again.shows(30, 3, "购房补贴");
});

test("the sheet zooms, and editor and drag stay on their cells", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  await sheet.cell(3, BASIC).click();
  await sheet.press("Control+Alt+=", "Control+Alt+=");
  await expect.poll(async () => (await sheet.cell(3, BASIC).boundingBox())?.height ?? 0).toBeGreaterThan(28);
  await sheet.cell(4, 5).click();
  await sheet.type("66");
  const [field, cell] = [await sheet.field().boundingBox(), await sheet.cell(4, 5).boundingBox()];
  expect(Math.abs((field?.x ?? 0) - (cell?.x ?? 99))).toBeLessThan(4);
  expect(Math.abs((field?.y ?? 0) - (cell?.y ?? 99))).toBeLessThan(4);
  await sheet.press("Escape");
});

test("a double click on a column's border fits a name that is cut, and keeps a head that is wider than its figures", async ({
  page,
}) => {
  const sheet = await openSampleForm(page, TITLE);
  const width = async (column: number) => (await sheet.cell(3, column).boundingBox())?.width ?? 0;
  const border = (column: number) =>
    sheet.grid().locator(`.ag-header-cell[col-id="c${column}"] .ag-header-cell-resize`);
  await page.setViewportSize({ width: 1093, height: 614 });
  const [name, figure] = [await width(3), await width(4)];
  await border(3).dblclick();
  await expect.poll(() => width(3)).toBeGreaterThan(name);
  await border(4).dblclick();
  await expect.poll(() => width(4)).toBe(figure);
});
