import { existsSync } from "node:fs";
import path from "node:path";
import { installDebianPackages, installModules } from "./set-up.mjs";

/**
 * `npm run dist`: the packages people install, in release/, each checked after it was made. What cannot be made on this machine is named with
 * what is missing. Where Electron's files cannot be had, the packages that can be made with the stand-in are made and checked in
 * release/not-for-delivery/, so that nobody takes them for the program.
 *
 * Exit code: 0, everything was made; 1, something went wrong; 2, something is missing on this machine.
 */

const ROOT = path.dirname(import.meta.dirname);
const WORK = path.join(ROOT, "dist", "packing");

try {
  installModules();
  installZipTool();
  const { electronFilesFor } = await import("./packing/electron-folder.mjs");
  const { makeRelease } = await import("./packing/release.mjs");
  /** @type {Promise<string> | undefined} */
  let staging;
  const release = await makeRelease({
    release: path.join(ROOT, "release"),
    work: WORK,
    electronFor: electronFilesFor,
    staged: () => (staging ??= staged()),
    say: (line) => console.log(line),
  });
  process.exitCode = tell(release);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log("打包中断。");
  process.exitCode = 1;
}

/** electron-builder would download its own; where Debian has none either, making the zip says so. */
function installZipTool() {
  if (!existsSync("/usr/bin/dpkg-query")) return;
  try {
    installDebianPackages(["p7zip-full"]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

async function staged() {
  const { stage } = await import("./packing/staging.mjs");
  const folder = path.join(WORK, "staged");
  await stage(folder);
  return folder;
}

/** Says what came of it and gives the exit code. @type {(release: import("./packing/release.mjs").Release) => number} */
function tell({ made, trial, missing, wrong }) {
  for (const file of made) console.log(`已生成：${path.relative(ROOT, file)}`);
  for (const file of trial) console.log(`替身包（不可交付）：${path.relative(ROOT, file)}`);
  for (const line of missing) console.log(`未生成：${line}`);
  for (const line of wrong) console.log(`出错：${line}`);
  if (missing.length > 0)
    console.log(
      "补齐办法：在能联网的机器上运行 npm run dist，或用 ELECTRON_DIST 指出放有 Electron 发布压缩包的文件夹。",
    );
  console.log(`可交付的包：生成 ${made.length} 个，缺条件 ${missing.length} 个，出错 ${wrong.length} 个`);
  if (wrong.length > 0) return 1;
  return missing.length > 0 ? 2 : 0;
}
