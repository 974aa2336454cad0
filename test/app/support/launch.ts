import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron, expect, test as base, type ElectronApplication, type Page } from "playwright/test";
import { hasElectron } from "../../../build/runtime.mjs";

/**
 * The one way into every end-to-end test: the built program, started by Playwright as it starts any Electron program. Where
 * Electron's binary is missing, its package is told to find the stand-in; the tests cannot tell the difference.
 */

const ROOT = path.join(import.meta.dirname, "..", "..", "..");
if (!hasElectron()) process.env["ELECTRON_OVERRIDE_DIST_PATH"] ??= path.join(ROOT, "dist", "standin");
// Where there is a screen, a person works at it.
process.env["ELECTRON_STANDIN_HEADLESS"] ??= "1";

interface Fixtures {
  /** A new folder for the test's own files. */
  readonly folder: string;
  /** The program's settings, recent files and journals: new, too. */
  readonly userData: string;
  readonly app: ElectronApplication;
  readonly page: Page;
}

export const test = base.extend<Fixtures>({
  folder: async ({}, use) => inNewFolder(use),
  userData: async ({}, use) => inNewFolder(use),
  app: async ({ userData }, use) => {
    const app = await launch(userData);
    await use(app);
    await stop(app);
  },
  page: async ({ app }, use) => use(await shownPage(app)),
});

export { expect };

/** Starts the program with its own folder of settings; `args` as a person would add them, such as a file to open. */
export async function launch(userData: string, args: readonly string[] = []): Promise<ElectronApplication> {
  return started(await _electron.launch({ args: [ROOT, `--user-data-dir=${userData}`, ...args], cwd: ROOT }));
}

/** Starts the program from where it was installed, which knows its own Electron. */
export async function launchInstalled(executablePath: string, args: readonly string[]): Promise<ElectronApplication> {
  return started(await _electron.launch({ executablePath, args: [...args] }));
}

function started(app: ElectronApplication): ElectronApplication {
  programs.set(app, app.process());
  return app;
}

/** Playwright forgets a program's process when it has ended. */
const programs = new WeakMap<ElectronApplication, ChildProcess>();

/** Ends the program at once, without asking its page: a test may leave changes behind. */
export async function stop(app: ElectronApplication): Promise<void> {
  const program = programs.get(app);
  if (program === undefined) throw new Error("not a program of these tests");
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise((resolve) => program.once("exit", resolve));
  await Promise.race([app.evaluate(({ app: own }) => own.exit(0)).catch(() => undefined), ended]);
  const stuck = setTimeout(() => program.kill("SIGKILL"), 5000);
  await ended;
  clearTimeout(stuck);
}

/** The window's page, once the program shows something in it. */
export async function shownPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.locator("#root > *").first().waitFor();
  return page;
}

/** Answers the system's dialogs, as on any Electron: by replacing the function in the main process. Null is a cancel. */
export const chooses = {
  open: (app: ElectronApplication, file: string | null) =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
    }, file),
  save: (app: ElectronApplication, file: string | null) =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? "" });
    }, file),
  /** The button of a message box, counted from 0. */
  button: (app: ElectronApplication, response: number) =>
    app.evaluate(({ dialog }, pressed) => {
      dialog.showMessageBox = () => Promise.resolve({ response: pressed, checkboxChecked: false });
    }, response),
};

/** Clicks an item of the native menu, as a person does with the mouse; ids are the commands of the host contract. */
export async function clickMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, item) => {
    const found = Menu.getApplicationMenu()?.getMenuItemById(item);
    if (!found) throw new Error(`no menu item ${item}`);
    const click = found.click as () => void;
    click.call(found);
  }, id);
}

async function inNewFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-e2e-"));
  await use(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
