import type { Page } from "playwright/test";
import { expect, test } from "./support/launch.js";
import { turnTo } from "./support/sheet-hand.js";

/** Cells that are gone to are seen whole, and the frozen columns stay where they are, on a small window too. */

/** 1366 × 768 at 125 %. */
const SMALL = { width: 1093, height: 614 };

for (const [title, before] of [
  ["opened small", SMALL],
  ["made small", { width: 1920, height: 1080 }],
] as const) {
  test(`every cell that F8 leads to lies whole before the eye, in a window ${title}`, async ({ page }) => {
    await page.setViewportSize(before);
    await page.getByRole("button", { name: "打开示例" }).first().click();
    await turnTo(page, "支出决算表");
    await page.setViewportSize(SMALL);
    await page.getByRole("contentinfo").getByRole("button", { name: /^尾差/ }).click();
    for (let step = 0; step < 45; step += 1) {
      await page.keyboard.press("F8");
      await expect.poll(() => hiddenCorners(page), { message: `step ${step}`, timeout: 3000 }).toEqual([]);
    }
  });
}

test("a form is entered at a cell that is seen whole, on a small enlarged screen too", async ({ page }) => {
  await page.setViewportSize({ width: 911, height: 512 });
  await page.getByRole("button", { name: "打开示例" }).first().click();
  for (const title of ["收入决算表", "支出决算表", "“三公”经费", "上年数"]) {
    await page.getByRole("navigation").getByRole("button", { name: title }).first().click();
    await expect(page.locator("[data-front] textarea[data-focus-home]")).toBeFocused();
    await expect.poll(() => hiddenCorners(page), { message: title, timeout: 5000 }).toEqual([]);
  }
});

/** Which corners of the active cell something else lies over; forms that are no grid scroll by the page's own means. */
async function hiddenCorners(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const front = document.querySelector("[data-front]");
    if (!front?.querySelector(".ag-grid-viewport")) return [];
    const id = front.querySelector("textarea[data-focus-home]")?.getAttribute("aria-activedescendant") ?? "";
    const cell = document.getElementById(id);
    if (cell === null) return [`${id} is not drawn`];
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    const corners = {
      leftTop: [left + 2, top + 2],
      rightTop: [right - 2, top + 7],
      rightBottom: [right - 8, bottom - 8],
    };
    return Object.entries(corners).flatMap(([name, [x = 0, y = 0]]) => {
      const hit = document.elementFromPoint(x, y);
      // The edge of the pane beside is felt a little further than it is drawn.
      return hit !== null && (cell.contains(hit) || hit.closest(".sheet-marks, .pane-edge") !== null)
        ? []
        : [`${id} ${name} ${hit?.className}`];
    });
  });
}
