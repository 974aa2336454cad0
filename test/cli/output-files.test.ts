import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { commandLine, inFolder, PACK_FOLDER, type CommandRun } from "../support/command-line.js";

const SAMPLE = path.join(PACK_FOLDER, "sample.xlsx");

let gongkai: (...args: readonly string[]) => CommandRun;

beforeAll(async () => {
  gongkai = await commandLine();
});

describe("where an export goes", () => {
  it("may be a folder in folders that are not there yet", () =>
    inFolder((folder) => {
      const out = path.join(folder, "2020", "决算", "定稿");
      expect(gongkai("export", SAMPLE, "--out", out).code).toBe(0);
      expect(readdirSync(out)).toHaveLength(3);
    }));

  it("is refused at once where the system lets nobody make a folder", () => {
    const run = gongkai("export", SAMPLE, "--out", "/proc/gongkai/out");
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("写不进去：/proc/gongkai/out");
  });

  it.each(["报告", path.join("报告", "2020")])("is refused by name where a file stands in the way of %s", (out) =>
    inFolder((folder) => {
      writeFileSync(path.join(folder, "报告"), "一份文件");
      const run = gongkai("export", SAMPLE, "--out", path.join(folder, out));
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(`${path.join(folder, "报告")} 是一个文件，不是文件夹`);
      expect(readdirSync(folder)).toEqual(["报告"]);
    }),
  );

  it("keeps all its old files when one of them cannot be replaced", () =>
    inFolder((folder) => {
      const workbook = "楚雄彝族自治州人力资源和社会保障局2020公开表.xlsx";
      writeFileSync(path.join(folder, workbook), "上一稿");
      mkdirSync(path.join(folder, "校验报告.xlsx"));
      const run = gongkai("export", SAMPLE, "--out", folder);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(`写不进去：${path.join(folder, "校验报告.xlsx")}`);
      expect(readFileSync(path.join(folder, workbook), "utf8")).toBe("上一稿");
      expect(readdirSync(folder).sort()).toEqual([workbook, "校验报告.xlsx"].sort());
    }));
});
