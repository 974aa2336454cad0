import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { commandLine, inFolder, PACK_FOLDER, type CommandRun } from "../support/command-line.js";

const SAMPLE = path.join(PACK_FOLDER, "sample.xlsx");

let gongkai: (...args: readonly string[]) => CommandRun;

beforeAll(async () => {
  gongkai = await commandLine();
});

describe("the command line", () => {
  it.each([
    [["--help"], 0, "用法：gongkai"],
    [["--help"], 0, "publish 文件.xlsx --out 文件夹 [--reason 理由] [--json]"],
    [["--version"], 0, "gongkai 0.1.0"],
    [["packs"], 0, "yunnan-2020"],
  ])("answers %j", (args, code, says) => {
    const run = gongkai(...args);
    expect(run.code).toBe(code);
    expect(run.stdout).toContain(says);
  });

  it("lists the packs as JSON with their tables", () => {
    const { packs } = JSON.parse(gongkai("packs", "--json").stdout) as {
      packs: { id: string; tables: { title: string }[] }[];
    };
    expect(packs.map(({ id }) => id)).toEqual(["yunnan-2020"]);
    expect(packs[0]?.tables.map(({ title }) => title)).toContain("国有资产占有使用情况表");
    expect(packs[0]?.tables.length).toBe(13);
  });

  it.each([
    [["frobnicate"], "没有“frobnicate”这个命令"],
    [["check"], "没有给出要处理的工作簿"],
    [["check", "a.xlsx", "--frob"], "选项写得不对：没有 --frob 这个选项。用 --help 查看用法。"],
    [["check", "a.xlsx", "-x"], "没有 -x 这个选项"],
    [["check", "a.xlsx", "--previous"], "--previous 后面要写内容"],
    [["export", "a.xlsx", "--out"], "--out 后面要写内容"],
    [["export", "a.xlsx", "--out", "--force"], "--out 后面要写内容"],
    [["check", "a.xlsx", "--json=1"], "--json 后面不写内容"],
    [["packs", "a.xlsx"], "多写了“a.xlsx”"],
    [["export", "--out", "x"], "没有给出要处理的工作簿"],
    [["export", "a.xlsx", "--out", " "], "没有用 --out 给出写到哪里"],
    [["new", "--pack", "yunnan-2020", "--out", "新表.xls"], "新工作簿的文件名要以 .xlsx 结尾：新表.xls"],
    [["new", "--pack", "yunnan-2020", "--out", "a.xlsx", "b.xlsx"], "多写了“b.xlsx”"],
    [["check", PACK_FOLDER], "这是一个文件夹"],
    [["check", SAMPLE, "--previous", "去年.xlsx"], "上年工作簿“去年.xlsx”：找不到这个文件"],
    [["export", SAMPLE, "--out", "x", "--previous", PACK_FOLDER], "上年工作簿"],
    [["export", SAMPLE, "--out", "x", "--template", "模板.docx"], "说明模板“模板.docx”：找不到这个文件"],
    [["check", "a.xlsx", "--force"], "没有 --force 选项"],
    [["export", "a.xlsx"], "没有用 --out 给出写到哪里"],
    [["export", "a.xlsx", "b.xlsx", "--out", "x"], "一次只能处理一个工作簿"],
    [["new", "--out", "x.xlsx"], "没有用 --pack 给出模板包编号"],
    [["new", "--pack", "nowhere", "--out", "x.xlsx"], "没有编号为“nowhere”的模板包"],
    [["new", "--pack", "yunnan-2020", "--out", "x.xlsx", "--year", "20"], "不是四位年份"],
    [["check", SAMPLE, "--narrative", "说明.docx"], "要核对的说明“说明.docx”：找不到这个文件"],
    [["publish", "--out", "x"], "没有给出要处理的工作簿"],
    [["publish", "a.xlsx", "b.xlsx", "--out", "x"], "一次只能处理一个工作簿"],
    [["publish", "a.xlsx"], "没有用 --out 给出写到哪里"],
    [["publish", "a.xlsx", "--out", "x", "--reason", " "], "--reason 后面要写明有错误仍然公开的理由"],
    [["publish", "a.xlsx", "--out", "x", "--force"], "这个命令没有 --force 选项"],
    [["publish", "没有.xlsx", "--out", "x"], "找不到这个文件"],
  ])("refuses %j and says why", (args, says) => {
    const run = gongkai(...args);
    expect(run.stderr).toContain(says);
    expect(run.stdout).toBe("");
    expect(run.code).toBe(2);
  });

  it("goes on after a bad file, and the worst code wins", () => {
    const sample = path.join(PACK_FOLDER, "sample.xlsx");
    const run = gongkai("check", "missing.xlsx", sample, "--json");
    const { files } = JSON.parse(run.stdout) as { files: { ok: boolean; failure?: { code: string } }[] };
    expect(files.map(({ ok, failure }) => failure?.code ?? ok)).toEqual(["file-missing", true]);
    expect(run.code).toBe(2);
  });

  it("reads no pipe and no device: neither may ever end", async () => {
    await inFolder((folder) => {
      const pipe = path.join(folder, "pipe.xlsx");
      execFileSync("mkfifo", [pipe]);
      for (const args of [
        ["check", pipe],
        ["check", "/dev/zero"],
        ["check", SAMPLE, "--previous", pipe],
      ]) {
        const run = gongkai(...args);
        expect(run.code, args.join(" ")).toBe(2);
        expect(run.stderr).toContain("这是管道或设备，不是普通文件");
      }
    });
  });

  it("says when a new workbook is for a year that the pack is not made for", async () => {
    await inFolder((folder) => {
      const made = (year: string): string =>
        gongkai("new", "--pack", "yunnan-2020", "--out", path.join(folder, `${year}.xlsx`), "--year", year).stderr;
      expect(made("2022")).toContain("模板是 2020 年度的，2022 年度的表式可能不同");
      expect(made("2020")).not.toContain("表式可能不同");
    });
  });

  it("writes a new workbook that opens without an error and knows its department and year", async () => {
    await inFolder((folder) => {
      const out = path.join(folder, "新表.xlsx");
      expect(
        gongkai("new", "--pack", "yunnan-2020", "--out", out, "--department", "某某县水利局", "--year", "2021").code,
      ).toBe(0);
      const run = gongkai("check", out, "--json");
      const { files } = JSON.parse(run.stdout) as {
        files: { department: string; year: number; summary: { errors: number } }[];
      };
      expect(files[0]).toMatchObject({ department: "某某县水利局", year: 2021, summary: { errors: 0 } });
      expect(run.code).toBe(0);
    });
  });

  it("says when the workbook given as last year's is of this year or of somebody else", async () => {
    await inFolder((folder) => {
      const other = path.join(folder, "别的局.xlsx");
      gongkai("new", "--pack", "yunnan-2020", "--out", other, "--department", "某某县水利局", "--year", "2019");
      const said = (previous: string): string => gongkai("check", SAMPLE, "--previous", previous).stderr;
      expect(said(SAMPLE)).toContain("所选的上年工作簿是 2020 年度的，本工作簿是 2020 年度的");
      expect(said(other)).toContain("所选的上年工作簿是“某某县水利局”的");
      expect(said(other)).not.toContain("年度的，本工作簿");
    });
  });

  it("never writes a blank workbook over one that holds something", async () => {
    await inFolder((folder) => {
      const out = path.join(folder, "已填.xlsx");
      const make = (): CommandRun => gongkai("new", "--pack", "yunnan-2020", "--out", out);
      writeFileSync(out, "");
      expect(make().code).toBe(0);
      writeFileSync(out, "填好的数");
      const run = make();
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(`文件已经存在：${out}`);
      expect(readFileSync(out, "utf8")).toBe("填好的数");
    });
  });

  it("does not write where it cannot, and leaves nothing half-written", async () => {
    await inFolder((folder) => {
      const blocked = path.join(folder, "file");
      writeFileSync(blocked, "");
      const run = gongkai("export", path.join(PACK_FOLDER, "sample.xlsx"), "--out", blocked);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain("写不进去");
      expect(existsSync(path.join(folder, "校验报告.xlsx"))).toBe(false);
    });
  });
});
