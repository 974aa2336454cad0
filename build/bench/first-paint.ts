import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron } from "playwright";
import { builtWindow } from "../pictured-window.js";
import { ROOT } from "./processes.js";
import { median } from "./sample.js";

/**
 * `npm run bench -- --only paint`: from the start of the program until its window shows something, beside a program that only says hello,
 * on the same host (Electron or its stand-in), in turns. What was promised is at most 1.5 times the other.
 */

const TURNS = 7;
const PROMISED = 1.5;

/** A program of Electron that shows one line of text and nothing else. */
const HELLO = `const { app, BrowserWindow, protocol } = require("electron");
protocol.registerSchemesAsPrivileged([{ scheme: "hello", privileges: { standard: true, secure: true } }]);
app.whenReady().then(() => {
  const answer = () => new Response("<!doctype html><title>hello</title><p>hello, world", { headers: { "content-type": "text/html" } });
  protocol.handle("hello", answer);
  void new BrowserWindow({ width: 1366, height: 768 }).loadURL("hello://page/");
});
`;

await builtWindow();
const hello = mkdtempSync(path.join(tmpdir(), "bench-hello-"));
writeFileSync(path.join(hello, "package.json"), JSON.stringify({ name: "hello", version: "1.0.0", main: "main.cjs" }));
writeFileSync(path.join(hello, "main.cjs"), HELLO);
const [ours, theirs]: [number[], number[]] = [[], []];
for (let turn = 0; turn < TURNS; turn += 1) {
  ours.push(await untilPaint(ROOT));
  theirs.push(await untilPaint(hello));
}
rmSync(hello, { recursive: true });
const [own, other] = [median(ours), median(theirs)];
const isKept = own / other <= PROMISED;
console.log(
  `\n从启动到第一次画面，对只显示一行字的程序\n  我方 ${own.toFixed(0)} ms，对方 ${other.toFixed(0)} ms，为对方的 ${(own / other).toFixed(2)} 倍  要求 ≤ ${PROMISED}：${isKept ? "达到" : "未达到"}`,
);

/** Milliseconds from the launch of a program until the first text or picture of its page is painted. */
async function untilPaint(program: string): Promise<number> {
  const userData = mkdtempSync(path.join(tmpdir(), "bench-paint-"));
  const begin = Date.now();
  const app = await _electron.launch({ args: [program, `--user-data-dir=${userData}`], cwd: program });
  const page = await app.firstWindow();
  await page.waitForURL((address) => address.protocol !== "about:");
  const painted = await page.waitForFunction(() => {
    const [first] = performance.getEntriesByName("first-contentful-paint");
    return first === undefined ? undefined : performance.timeOrigin + first.startTime;
  });
  const at = (await painted.jsonValue()) ?? Number.NaN;
  await app.evaluate(({ app: own }) => own.exit(0)).catch(() => undefined);
  // The browser still writes while it goes; what is left of its folder is the system's to clear.
  await rm(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }).catch(() => undefined);
  return at - begin;
}
