import { existsSync, mkdirSync, readlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { app } from "./app.js";
import { BrowserWindow } from "./browser-window.js";
import { Chromium } from "./chromium.js";
import { decideRequests } from "./requests.js";
import { state } from "./state.js";
import { WebContents } from "./web-contents.js";

/** Starts the browser once the app's main module has run, and says that the app is ready. */
export async function start(binary: string, headed: boolean): Promise<void> {
  const profile = path.join(app.getPath("userData"), "standin-chromium");
  const flags = flagsFor(profile, headed);
  await formerGone(profile);
  offerNoTranslation(profile);
  const chromium = new Chromium(binary, flags);
  Object.assign(state, { binary, headed, flags: flags.filter((flag) => !ONCE.test(flag)) });
  chromium.process.on("error", (error) => {
    console.error(`electron stand-in: cannot start ${binary}: ${error.message}`);
    process.exit(1);
  });
  chromium.process.stderr?.on("data", (data: Buffer) => passOn(data.toString("utf8")));
  chromium.on("exit", () => app.exit(1));
  chromium.on("Target.targetDestroyed", ({ targetId }: { targetId: string }) => windowOf(targetId)?._gone());
  chromium.on(
    "Target.targetCreated",
    ({ targetInfo }: { targetInfo: { targetId: string; openerId?: string; url: string } }) => {
      const { openerId } = targetInfo;
      const opener = openerId === undefined ? undefined : WebContents.fromDevToolsTargetId(openerId);
      if (opener === undefined) return;
      opener._open(targetInfo.url);
      void chromium.send("Target.closeTarget", { targetId: targetInfo.targetId });
    },
  );
  const { product } = await chromium.send<{ product: string }>("Browser.getVersion");
  Object.defineProperty(process.versions, "chrome", { value: product.split("/")[1], enumerable: true });
  state.chromium = chromium;
  decideRequests();
  await chromium.send("Target.setDiscoverTargets", { discover: true });
  await chromium.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
  app._closeWindows = () => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
    return BrowserWindow.getAllWindows().length === 0;
  };
  app._whenReady();
  app.emit("ready", {}, {});
}

/** What belongs to the first process of a profile only. */
const ONCE = /^--(no-startup-window|remote-debugging-port)/;

function flagsFor(profile: string, headed: boolean): readonly string[] {
  const own: Record<string, string> = {
    "user-data-dir": profile,
    "no-first-run": "",
    "no-startup-window": "",
    "deny-permission-prompts": "",
    "disable-component-update": "",
    "disable-background-networking": "",
    "password-store": "basic",
    "test-type": "",
    ...(headed ? {} : { headless: "new" }),
    // Chromium refuses to run as root in its sandbox.
    ...(process.getuid?.() === 0 ? { "no-sandbox": "" } : {}),
  };
  const given = [...state.switches].filter(([name]) => !name.startsWith("inspect"));
  const all = new Map([...given, ...Object.entries(own)]);
  return [...all].map(([name, value]) => (value === "" ? `--${name}` : `--${name}=${value}`));
}

/** A browser would offer to translate the page; only its own settings, written before its first start, keep it from that. */
function offerNoTranslation(profile: string): void {
  const settings = path.join(profile, "Default", "Preferences");
  if (existsSync(settings)) return;
  mkdirSync(path.dirname(settings), { recursive: true });
  writeFileSync(settings, JSON.stringify({ translate: { enabled: false } }));
}

/** A program that was killed leaves its browser a moment to notice; two on one profile would disturb each other. */
async function formerGone(profile: string): Promise<void> {
  for (let tries = 0; tries < 100 && formerRuns(profile); tries += 1) await wait(50);
}

function formerRuns(profile: string): boolean {
  try {
    const [pid = ""] = /\d+$/.exec(readlinkSync(path.join(profile, "SingletonLock"))) ?? [];
    return process.kill(Number.parseInt(pid, 10), 0);
  } catch {
    return false;
  }
}

/** Playwright waits for this one line of Chromium's; the rest is noise unless somebody asks for it. */
function passOn(text: string): void {
  const listening = /DevTools listening on .*/.exec(text);
  if (process.env["ELECTRON_STANDIN_VERBOSE"] !== undefined) process.stderr.write(text);
  else if (listening !== null) process.stderr.write(`${listening[0]}\n`);
}

function windowOf(targetId: string): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows().find((window) => window.webContents._target === targetId);
}
