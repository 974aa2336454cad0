import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { BrowserWindow } from "electron";
import type { JSHandle, Page } from "playwright/test";
import type { Host, HostCommand } from "../../shared/host/contract.js";
import { MENUS } from "../../shared/host/menu.js";
import { chooses, clickMenu, expect, launch, shownPage, stop, test } from "./support/launch.js";

declare global {
  interface Window {
    readonly host?: Host;
    /** What the shell told the page since the test began to listen. */
    heard?: HostCommand[];
  }
}

const SAMPLE = path.join(import.meta.dirname, "..", "..", "templates", "yunnan-2020", "sample.xlsx");

/** What the shell carries out itself. */
const OF_THE_WINDOW: ReadonlySet<string> = new Set(["cut", "copy", "paste", "quit"]);

test("the window opens and shows the program's name", async ({ page }) => {
  await expect(page).toHaveTitle(/公开表编辑器/);
  await expect(page.locator("body")).toContainText(/\S/);
});

test("the page is given packs by their folders, with their texts and binary files", async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const packs = await host().packs();
    const sample = await host().packFile("yunnan-2020", "sample.xlsx");
    const unknown = await host().packFile("other", "sample.xlsx");
    const first = packs.ok ? packs.value[0] : undefined;
    return {
      folder: first?.folder,
      files: Object.keys(first?.files ?? {}).length,
      sample: sample.ok && sample.value.length,
      unknown: unknown.ok || unknown.failure.code,
    };
    function host(): Host {
      if (window.host === undefined) throw new Error("no host");
      return window.host;
    }
  });
  expect(seen).toMatchObject({
    folder: "yunnan-2020",
    sample: readFileSync(SAMPLE).length,
    unknown: "unknown-pack",
  });
  expect(seen.files).toBeGreaterThan(20);
});

test("a file is opened by the system's dialog, saved in its place, and refused once another program changed it", async ({
  app,
  page,
  folder,
}) => {
  const file = path.join(folder, "某局公开表.xlsx");
  copyFileSync(SAMPLE, file);
  await chooses.open(app, file);
  const opened = await page.evaluate(async () => window.host?.openFile("workbook"));
  if (opened?.ok !== true || opened.value === undefined) throw new Error("not opened");
  const { id, name, stamp } = opened.value;
  expect(name).toBe("某局公开表.xlsx");

  const save = (saved: string, overwrite: boolean) =>
    page.evaluate(
      ([file, against, content, anyway]) =>
        window.host?.saveFile(file, new TextEncoder().encode(content), { stamp: against, overwrite: anyway }),
      [id, stamp, saved, overwrite] as const,
    );
  expect(await save("一", false)).toMatchObject({ ok: true });
  expect(readFileSync(file, "utf8")).toBe("一");

  writeFileSync(file, "别的程序写的");
  expect(await save("二", false)).toMatchObject({ ok: false, failure: { code: "file-changed" } });
  expect(await save("二", true)).toMatchObject({ ok: true });
  writeFileSync(path.join(folder, "~$某局公开表.xlsx"), "");
  expect(await save("三", false)).toMatchObject({
    ok: false,
    failure: { code: "file-busy", facts: { owner: "~$某局公开表.xlsx" } },
  });
  expect(readFileSync(file, "utf8")).toBe("二");
});

test("an export writes its files into a chosen folder, and asks before it replaces any", async ({
  app,
  page,
  folder,
}) => {
  await chooses.open(app, folder);
  await chooses.button(app, 1);
  const exported = (content: string) =>
    page.evaluate(
      (text) => window.host?.exportFiles([{ name: "决算说明.docx", bytes: new TextEncoder().encode(text) }]),
      content,
    );
  expect(await exported("一")).toEqual({ ok: true, value: { folder, names: ["决算说明.docx"] } });
  expect(await exported("二")).toEqual({ ok: true });
  await chooses.button(app, 0);
  expect(await exported("三")).toMatchObject({ ok: true, value: { folder } });
  expect(readFileSync(path.join(folder, "决算说明.docx"), "utf8")).toBe("三");
});

test("calls with other arguments than the contract's are refused before anything happens", async ({ page }) => {
  const attempt = (call: string, ...args: unknown[]) =>
    page.evaluate(
      ([name, given]) => {
        const called = (window.host as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[name];
        return called?.(...given).then(
          () => "answered",
          (error: unknown) => (error instanceof Error ? error.message : "?"),
        );
      },
      [call, args] as const,
    );
  expect(await attempt("readFile", "/etc/passwd")).toContain("not a text like");
  expect(await attempt("packFile", "../../etc", "sample.xlsx")).toContain("not a file name");
  expect(await attempt("packFile", "yunnan-2020", "pack.json")).toContain("not one of");
  expect(await attempt("exportFiles", [{ name: "../x.xlsx", bytes: [] }])).toContain("not a file name");
  expect(await attempt("saveFileAs", "x.xlsx", "text")).toContain("bytes");
  expect(await attempt("setDocument", { title: "x", unsaved: true, opened: true, more: 1 })).toContain(
    "unknown fields",
  );
});

test("the list of recent files outlives the program", async ({ app, page, folder, userData }) => {
  const file = path.join(folder, "某局公开表.xlsx");
  copyFileSync(SAMPLE, file);
  await chooses.open(app, file);
  await page.evaluate(async () => {
    const opened = await window.host?.openFile("workbook");
    if (opened?.ok !== true || opened.value === undefined) throw new Error("not opened");
    const about = { department: "某局", year: 2020, pack: "yunnan-2020", errors: 0, explanations: 3 };
    await window.host?.rememberFile(opened.value.id, about);
  });
  await stop(app);
  const again = await launch(userData);
  const next = await shownPage(again);
  const recent = await next.evaluate(() => window.host?.recentFiles());
  expect(recent).toMatchObject([{ name: "某局公开表.xlsx", folder, department: "某局", exists: true }]);
  await next.evaluate((id) => window.host?.forgetFile(id), recent?.[0]?.id ?? "");
  expect(await next.evaluate(() => window.host?.recentFiles())).toEqual([]);
  await stop(again);
});

test("a file given as argument, or to a second start, opens in the one window", async ({ folder, userData }) => {
  const [first, second] = ["甲.xlsx", "乙.xlsx"].map((name) => path.join(folder, name)) as [string, string];
  for (const file of [first, second]) copyFileSync(SAMPLE, file);
  const app = await launch(userData, [first]);
  const page = await shownPage(app);
  await expect(page.getByRole("grid")).toBeVisible();
  await expect(page.getByText("甲.xlsx").first()).toBeVisible();
  const other = await launch(userData, [second]).catch(() => undefined);
  await expect(page.getByText("乙.xlsx").first()).toBeVisible();
  expect(app.windows()).toHaveLength(1);
  await other?.close().catch(() => undefined);
  await stop(app);
});

test("every item of the menu reaches the page, by click and by its keys", async ({ app, page }) => {
  await page.evaluate(() => window.host?.setDocument({ title: "甲.xlsx", unsaved: false, opened: true }));
  await listen(page);
  const entries = MENUS.flatMap(({ items }) => items.filter((item) => item !== "line"));
  for (const { command } of entries) {
    if (OF_THE_WINDOW.has(command)) continue;
    await clickMenu(app, command);
    await expect.poll(() => lastCommand(page)).toBe(command);
  }
  // What the page makes of these keys is its own affair, tested elsewhere: here none of its parts hears them.
  await page.evaluate(() => window.addEventListener("keydown", (event) => event.stopPropagation(), { capture: true }));
  for (const { command, keys, keysOfPage } of entries) {
    if (keys === undefined || keysOfPage === true || OF_THE_WINDOW.has(command)) continue;
    await page.evaluate(() => (window.heard = []));
    await page.keyboard.press(keys.replace("Ctrl", "Control"));
    await expect.poll(() => lastCommand(page)).toBe(command);
  }
});

test("keys that the page answers itself are no commands", async ({ app, page }) => {
  await listen(page);
  await page.evaluate(() =>
    window.addEventListener("keydown", (event) => {
      if (event.key === "n") event.preventDefault();
    }),
  );
  await page.keyboard.press("Control+n");
  await page.keyboard.press("Control+o");
  await expect.poll(() => lastCommand(page)).toBe("open");
  expect(await page.evaluate(() => window.heard?.length)).toBe(1);
  expect(await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("save")?.enabled)).toBe(false);
});

test("copy and paste in the menu are the page's own copy and paste", async ({ app, page }) => {
  await page.evaluate(() => {
    const area = document.body.appendChild(document.createElement("textarea"));
    area.value = "1,234.56";
    area.focus();
    area.select();
    area.addEventListener("copy", () => area.setAttribute("aria-label", "copied"));
  });
  await clickMenu(app, "copy");
  await expect(page.getByLabel("copied")).toBeAttached();
  await page.evaluate(() => {
    const area = document.querySelector("textarea:last-of-type") as HTMLTextAreaElement;
    area.value = "";
    area.focus();
  });
  await clickMenu(app, "paste");
  await expect(page.locator("textarea").last()).toHaveValue("1,234.56");
});

test("closing is the page's decision while a workbook is open, and only then", async ({ app, page }) => {
  const shown = (await app.browserWindow(page)) as unknown as JSHandle<BrowserWindow>;
  const isGoneAtOnce = () =>
    shown.evaluate((own) => {
      own.close();
      return own.isDestroyed();
    });
  await page.evaluate(() => window.host?.setDocument({ title: "甲.xlsx", unsaved: true, opened: true }));
  expect(await isGoneAtOnce()).toBe(false);
});

test("a window without a workbook closes at once", async ({ app, page }) => {
  const closed = page.waitForEvent("close");
  await clickMenu(app, "quit").catch(() => undefined);
  await closed;
});

test("a journal of a killed program is offered with every gesture, one of the running program is not", async ({
  userData,
}) => {
  const app = await launch(userData);
  const page = await shownPage(app);
  const own = await page.evaluate(async () => {
    const header = { name: "甲.xlsx", department: "某局", year: 2020 };
    const begun = await window.host?.beginJournal(header, new Uint8Array([1, 2, 3]));
    if (begun?.ok !== true) throw new Error("not begun");
    for (const entry of ["一", "二\n行", "三"]) await window.host?.appendJournal(begun.value, entry);
    return window.host?.recoveries();
  });
  expect(own).toEqual([]);
  const ended = new Promise((resolve) => app.process().once("exit", resolve));
  app.process().kill("SIGKILL");
  await ended;

  const again = await launch(userData);
  const next = await shownPage(again);
  const recovered = await next.evaluate(async () => {
    const left = await window.host?.recoveries();
    const work = await window.host?.readRecovery(left?.[0]?.id ?? "");
    return { left, work: work?.ok === true ? { ...work.value, bytes: [...work.value.bytes] } : work };
  });
  expect(recovered.left).toMatchObject([{ name: "甲.xlsx", department: "某局", year: 2020, entries: 3 }]);
  expect(recovered.work).toMatchObject({
    bytes: [1, 2, 3],
    entries: ["一", "二\n行", "三"],
    fileChanged: false,
    cutShort: false,
  });
  await next.evaluate((id) => window.host?.endJournal(id), recovered.left?.[0]?.id ?? "");
  expect(await next.evaluate(() => window.host?.recoveries())).toEqual([]);
  expect(existsSync(path.join(userData, "journals"))).toBe(true);
  await stop(again);
});

/** Notes in the page what the shell tells it. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.heard = [];
    window.host?.onCommand((command) => window.heard?.push(command));
  });
}

function lastCommand(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const last = window.heard?.at(-1);
    return last?.kind === "menu" ? last.command : last?.kind;
  });
}
