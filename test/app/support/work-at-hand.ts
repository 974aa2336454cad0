import { copyFileSync } from "node:fs";
import path from "node:path";
import type { ElectronApplication, Page } from "playwright/test";
import { clickMenu, expect } from "./launch.js";

/** A workbook that is worked in, breaks off, and is taken back. */

/** The sample as it lies in the repository. */
export const SAMPLE = path.join(import.meta.dirname, "..", "..", "..", "templates", "yunnan-2020", "sample.xlsx");

/** A copy of the sample in a folder of its own. */
export function sampleIn(folder: string): string {
  const file = path.join(folder, "某局公开表.xlsx");
  copyFileSync(SAMPLE, file);
  return file;
}

/** Takes the newest work on that copy back, as the next start offers it. */
export async function recover(page: Page): Promise<void> {
  const offer = page.getByRole("dialog", { name: "恢复“某局公开表.xlsx”" });
  await offer.getByRole("button", { name: "恢复" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
}

/** Saves, and waits until the window says so. */
export async function save(app: ElectronApplication, page: Page): Promise<void> {
  await clickMenu(app, "save");
  await expect(page.getByRole("contentinfo").getByText("已保存")).toBeVisible();
}
