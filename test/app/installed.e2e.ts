import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { builtTrial } from "../../build/packing/trial.mjs";
import { expect, launchInstalled, shownPage, stop, test } from "./support/launch.js";

/** The program as the deb package puts it on a machine, run from there. */

const TEMPLATES = path.join(import.meta.dirname, "..", "..", "templates", "yunnan-2020");

test("the installed program opens a workbook given to it, and finds a pack that was added beside it", async ({
  folder,
  userData,
}) => {
  const { linux } = await builtTrial();
  const deb = path.join(linux, "gongkai-tables-0.1.0-linux-amd64-NOT-FOR-DELIVERY.deb");
  expect(spawnSync("dpkg-deb", ["--extract", deb, folder]).status).toBe(0);
  const workbook = path.join(folder, "某局公开表.xlsx");
  cpSync(path.join(TEMPLATES, "sample.xlsx"), workbook);
  addPack(path.join(userData, "packs", "yunnan-2021"));

  const program = path.join(folder, "opt", "Gongkai", "gongkai");
  const app = await launchInstalled(program, [`--user-data-dir=${userData}`, workbook]);
  try {
    const page = await shownPage(app);
    await expect(page.getByRole("banner")).toContainText("某局公开表.xlsx");
    await expect(
      page.getByRole("navigation", { name: "表目录" }).getByRole("button", { name: /^公开01表/ }),
    ).toBeVisible();
    const title = app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()));
    expect(await title).toEqual([expect.stringContaining("某局公开表")]);
    expect(await app.evaluate(({ app: own }) => [own.isPackaged, own.getVersion()])).toEqual([true, "0.1.0"]);
    const packs = await page.evaluate(async () => window.host?.packs());
    expect(packs?.ok && packs.value.map((pack) => pack.folder)).toEqual(["yunnan-2020", "yunnan-2021"]);
  } finally {
    await stop(app);
  }
});

function addPack(to: string): void {
  cpSync(TEMPLATES, to, { recursive: true });
  const file = path.join(to, "pack.json");
  const pack = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...pack, id: "yunnan-2021" }));
}
