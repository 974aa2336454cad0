import { expect, test } from "./support/launch.js";

test("the window opens and shows the program's name", async ({ page }) => {
  await expect(page).toHaveTitle(/公开表编辑器/);
  await expect(page.locator("body")).toContainText(/\S/);
});
