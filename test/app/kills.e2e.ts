import { readdirSync } from "node:fs";
import type { ElectronApplication } from "playwright/test";
import { expect, launch, shownPage, stop, test } from "./support/launch.js";
import { type SheetHand, turnTo } from "./support/sheet-hand.js";
import { recover, sampleIn, save } from "./support/work-at-hand.js";

/**
 * The whole window killed in the middle of work, again and again on one workbook: what it had shown is there in the next one. Ten times
 * in `npm test`, two hundred times in `npm run test:long`; half of them in each of two lanes.
 */

const KILLS = process.env["GONGKAI_LONG"] === undefined ? 5 : 100;

/** Where 基本支出 of the first 项 of 公开03表 stands. */
const [ROW, BASIC] = [3, 5] as const;

for (const lane of [1, 2]) {
  test(`no figure that was shown is lost when the window is killed ${KILLS} times (lane ${lane})`, async ({
    folder,
    userData,
  }) => {
    test.setTimeout(KILLS * 40_000);
    const file = sampleIn(folder);
    const moment = momentsFrom(lane);
    let app = await launch(userData, [file]);
    let sheet = await turnTo(await shownPage(app), "支出决算表");
    for (let kill = 0; kill < KILLS; kill += 1) {
      const [shown, next] = await typeUntilKilled(app, sheet, kill, moment);
      app = await launch(userData);
      const page = await shownPage(app);
      await recover(page);
      sheet = await turnTo(page, "支出决算表");
      const cell = sheet.cell(ROW, BASIC);
      await expect(cell).toHaveText(/\d/);
      expect([shown, next]).toContain(await cell.textContent());
      // Some windows are killed right after a save, others with work on top of recovered work.
      if (moment() < 0.5) await save(app, page);
      expect(readdirSync(folder)).toEqual(["某局公开表.xlsx"]);
    }
    await save(app, sheet.page);
    await stop(app);
  });
}

/** Types figures, each once the one before is shown, and kills the window while the last is on its way. Gives the last shown and that one. */
async function typeUntilKilled(
  app: ElectronApplication,
  sheet: SheetHand,
  kill: number,
  moment: () => number,
): Promise<readonly [string, string]> {
  const killed = app.waitForEvent("close");
  const figures = Array.from({ length: 2 + Math.floor(moment() * 3) }, (_, index) => `${kill + 10}.${index + 1}5`);
  const last = figures.at(-1) ?? "";
  for (const figure of figures.slice(0, -1)) {
    await typeFigure(sheet, figure);
    await sheet.shows(ROW, BASIC, figure);
  }
  const typing = typeFigure(sheet, last).catch(() => undefined);
  setTimeout(() => app.process().kill("SIGKILL"), moment() * 120);
  await Promise.all([typing, killed]);
  return [figures.at(-2) ?? "", last];
}

async function typeFigure(sheet: SheetHand, figure: string): Promise<void> {
  await sheet.cell(ROW, BASIC).click();
  await sheet.type(figure);
  await sheet.press("Enter");
}

/** Numbers from 0 to 1, the same ones in every run. */
function momentsFrom(seed: number): () => number {
  let state = seed * 7919 + 20201231;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state >> 8) / 8388608;
  };
}
