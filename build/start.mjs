import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { installModules } from "./set-up.mjs";

/**
 * `npm start`: the window. On Electron where its binary is; else on the stand-in with the system's Chromium, which it says; without any
 * display it says so and does the main job on the sample workbook instead.
 */

const ROOT = path.dirname(import.meta.dirname);
const SAMPLE = "templates/yunnan-2020/sample.xlsx";
const RESULTS = "out/示例";

try {
  installModules();
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @type {(args: readonly string[]) => Promise<number>} */
async function start(args) {
  const { runtimeFor, standinEnvironment, thisMachine } = await import("./runtime.mjs");
  const runtime = runtimeFor(thisMachine(process.env, process.platform));
  if (runtime === "none") {
    console.log("没有图形显示，打不开窗口；改为用示例工作簿走一遍主要流程。");
    return exportSample();
  }
  const { builtApp } = await import("./app.mjs");
  await builtApp();
  if (runtime === "electron") return openWindow(args, {});
  console.log("没有 Electron 的程序文件，改用本机的 Chromium 打开窗口。（能联网时可用 npx install-electron 补装。）");
  return openWindow(args, await standinEnvironment());
}

/** @type {(args: readonly string[], environment: NodeJS.ProcessEnv) => number} */
function openWindow(args, environment) {
  const launcher = path.join(ROOT, "node_modules", "electron", "cli.js");
  // Electron refuses to run as root in its sandbox.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const env = { ...process.env, ...environment };
  const { status } = spawnSync(process.execPath, [launcher, ROOT, ...asRoot, ...args], { env, stdio: "inherit" });
  return status ?? 1;
}

function exportSample() {
  const args = [path.join(import.meta.dirname, "gongkai.mjs"), "export", SAMPLE, "--out", RESULTS];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) return status ?? 1;
  console.log(`已由示例工作簿 ${SAMPLE} 生成：`);
  for (const name of readdirSync(path.join(ROOT, RESULTS)).toSorted())
    console.log(`  ${path.join(ROOT, RESULTS, name)}`);
  return 0;
}
