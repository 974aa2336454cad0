import { createServer, type Server } from "node:http";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "playwright";
import type { PackFolder } from "../../shared/host/contract.js";
import { Packs } from "../../electron/packs.js";
import { builtApp } from "../app.mjs";
import { ROOT } from "./processes.js";
import { installHost } from "./window-host.js";

/** The window's page in a Chromium of its own, without shell: what is measured is the page. */
export interface BenchWindow {
  readonly browser: Browser;
  readonly page: Page;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** Opens the built page with a workbook, and packs that may know more codes, and brings 公开05 to the front. */
export async function openBenchWindow(
  workbook: Uint8Array,
  knowing: (packs: readonly PackFolder[]) => readonly PackFolder[],
): Promise<BenchWindow> {
  const server = await servePage(path.join(await builtApp(), "page"));
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--js-flags=--expose-gc"],
  });
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  // The bundler that runs this file wraps functions in calls of its own helper, which the page does not have.
  await page.addInitScript("globalThis.__name = (wrapped) => wrapped;");
  await page.addInitScript(installHost, {
    packs: knowing(await bundledPacks()),
    workbook: Buffer.from(workbook).toString("base64"),
    narrative: readFileSync(path.join(ROOT, "templates/yunnan-2020/narrative.docx"), "base64"),
  });
  await page.goto(addressOf(server));
  await page.getByRole("button", { name: /^打开/ }).first().click();
  await turnTo(page, "一般公共预算财政拨款收入支出决算表");
  return {
    browser,
    page,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Brings a form to the front. */
export async function turnTo(page: Page, title: string): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: title }).first().click({ timeout: 120_000 });
  await page.locator("[data-front] textarea").waitFor({ state: "attached" });
}

async function servePage(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const name = request.url === "/" ? "index.html" : (request.url ?? "").slice(1);
    const file = path.join(folder, path.normalize(name));
    response.setHeader("content-type", TYPES[path.extname(file)] ?? "application/octet-stream");
    try {
      response.end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the page is served nowhere");
  return `http://127.0.0.1:${address.port}/`;
}

/** The packs the program brings, as its shell reads them; nobody added one. */
async function bundledPacks(): Promise<readonly PackFolder[]> {
  const added = await mkdtemp(path.join(tmpdir(), "bench-packs-"));
  const packs = await new Packs(path.join(ROOT, "templates"), added).all();
  await rm(added, { recursive: true });
  if (!packs.ok) throw new Error(`the packs cannot be read: ${packs.failure.code}`);
  return packs.value;
}
