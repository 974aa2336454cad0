import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { electronFilesFor, electronVersion, type ElectronFiles } from "../../build/packing/electron-folder.mjs";
import { makeRelease, type Release } from "../../build/packing/release.mjs";
import { builtTrial, type Trial } from "../../build/packing/trial.mjs";

let trial: Trial;
let folder: string;
beforeAll(async () => {
  trial = await builtTrial();
  folder = mkdtempSync(path.join(tmpdir(), "gongkai-release-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function release(electronFor: (platform: string, arch: string) => ElectronFiles): Promise<Release> {
  return makeRelease({
    release: path.join(folder, "release"),
    work: path.join(folder, "work"),
    electronFor: (platform, arch) => Promise.resolve(electronFor(platform, arch)),
    staged: () => Promise.resolve(trial.staged),
    say: () => undefined,
  });
}

/** Says of every package whether it is as SHA256SUMS says. */
function sumsOf(packages: string): readonly string[] {
  const { stdout } = spawnSync("sha256sum", ["--check", "SHA256SUMS"], { cwd: packages, encoding: "utf8" });
  return stdout.trim().split("\n");
}

describe("what npm run dist makes", () => {
  test("without Electron's files nothing can be delivered, and what is missing is named for each package", async () => {
    const { made, trial: trials, missing, wrong } = await release(() => ({ missing: "缺 electron.zip（下载不到）" }));
    expect(made).toEqual([]);
    expect(wrong).toEqual([]);
    expect(missing).toEqual([
      "Windows x64 安装程序：缺 electron.zip（下载不到）；还需要 NSIS 打包工具（nsis 与 nsis-resources，由 electron-builder 联网下载一次）",
      "Windows x64 单文件版：缺 electron.zip（下载不到）；还需要 NSIS 打包工具（nsis 与 nsis-resources，由 electron-builder 联网下载一次）",
      "Windows x64 压缩包：缺 electron.zip（下载不到）",
      "Linux x64 deb 包：缺 electron.zip（下载不到）",
      "Linux arm64 deb 包：缺 electron.zip（下载不到）",
    ]);
    expect(readdirSync(path.join(folder, "release"))).toEqual(["not-for-delivery"]);
    expect(trials.map((file) => path.basename(file)).toSorted()).toEqual([
      "gongkai-tables-0.1.0-linux-amd64-NOT-FOR-DELIVERY.deb",
      "gongkai-tables-0.1.0-linux-arm64-NOT-FOR-DELIVERY.deb",
      "gongkai-tables-0.1.0-win-x64-NOT-FOR-DELIVERY.zip",
    ]);
    expect(sumsOf(path.join(folder, "release", "not-for-delivery"))).toEqual(
      trials.map((file) => `${path.basename(file)}: OK`).toSorted(),
    );
  });

  test("with Electron's files the package is delivered; one that cannot be packed is named with the reason", async () => {
    const electron = path.join(path.dirname(trial.linux), "electron", "linux");
    const { made, missing, wrong } = await release((platform, arch) => {
      if (platform === "win32") return { missing: "缺 win32.zip" };
      return { found: arch === "x64" ? electron : path.join(folder, "no-such-folder") };
    });
    expect(made).toEqual([path.join(folder, "release", "gongkai-tables-0.1.0-linux-amd64.deb")]);
    expect(missing).toHaveLength(3);
    expect(wrong).toEqual([expect.stringMatching(/^Linux arm64 deb 包：.*electronDist does not exist/)]);
    expect(sumsOf(path.join(folder, "release"))).toEqual(["gongkai-tables-0.1.0-linux-amd64.deb: OK"]);
    const summary = spawnSync("dpkg-deb", ["--field", made[0] ?? "", "Description"], { encoding: "utf8" }).stdout;
    expect(summary.split("\n")[0]).toBe("公开表编辑器：部门决算公开表的填报、勾稽与导出");
  });

  test("Electron's files are taken from the folder that ELECTRON_DIST names", async () => {
    const zips = path.join(folder, "zips");
    mkdirSync(zips);
    const zip = path.join(zips, `electron-v${electronVersion()}-win32-x64.zip`);
    writeFileSync(zip, "");
    expect(await electronFilesFor("win32", "x64", { ELECTRON_DIST: zips })).toEqual({ found: zip });
  });
});
