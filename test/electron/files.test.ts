import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { givenFiles } from "../../electron/given-files.js";
import { KnownFiles, knownFiles } from "../../electron/known-files.js";
import { namesTaken, writeTogether } from "../../electron/output-folder.js";
import { ownerFileOf } from "../../electron/owner-files.js";
import { refused } from "../../electron/refusals.js";
import { SettingsFile } from "../../electron/settings-file.js";
import { isSameContent } from "../../electron/stamp.js";
import { readWhole, writeWhole } from "../../electron/whole-file.js";

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf8"));

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "gongkai-files-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a whole file", () => {
  test("is written and read with the same stamp", async () => {
    const file = path.join(folder, "甲.xlsx");
    const written = await writeWhole(file, bytes("一"));
    const read = await readWhole(file);
    if (!written.ok || !read.ok) throw new Error("refused");
    expect(read.value).toEqual({ bytes: bytes("一"), stamp: written.value });
    expect(readdirSync(folder)).toEqual(["甲.xlsx"]);
  });

  test("keeps its permissions, and a link stays a link", async () => {
    const file = path.join(folder, "甲.xlsx");
    writeFileSync(file, "旧");
    chmodSync(file, 0o640);
    const link = path.join(folder, "链接.xlsx");
    symlinkSync(file, link);
    await writeWhole(link, bytes("新"));
    expect(readlinkSync(link)).toBe(file);
    expect(readFileSync(file, "utf8")).toBe("新");
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test("with the same bytes and another time is the same; with other bytes of the same length and time it is not", async () => {
    const file = path.join(folder, "甲.xlsx");
    const stamps = [];
    for (const [content, time] of [
      ["一", 1000],
      ["一", 2000],
      ["二", 1000],
    ] as const) {
      writeFileSync(file, content);
      utimesSync(file, time, time);
      const read = await readWhole(file);
      stamps.push(read.ok ? read.value.stamp : "");
    }
    const [first = "", later = "", other = ""] = stamps;
    expect(isSameContent(first, later)).toBe(true);
    expect(isSameContent(first, other)).toBe(false);
  });

  test("that is missing, a folder, or too large is refused with its name and not its bytes", async () => {
    expect(await readWhole(path.join(folder, "无.xlsx"))).toMatchObject({
      failure: { code: "file-missing", facts: { file: "无.xlsx", reason: "ENOENT" } },
    });
    expect(await readWhole(folder)).toMatchObject({
      failure: { code: "file-unreadable", facts: { reason: "EISDIR" } },
    });
    const large = path.join(folder, "大.xlsx");
    writeFileSync(large, "");
    truncateSync(large, 200_000_001);
    expect(await readWhole(large)).toMatchObject({ failure: { code: "file-too-large" } });
  });

  test("cannot be written where there is no folder, or a folder has its name", async () => {
    expect(await writeWhole(path.join(folder, "无", "甲.xlsx"), bytes("一"))).toMatchObject({
      failure: { code: "folder-missing" },
    });
    mkdirSync(path.join(folder, "甲.xlsx", "里"), { recursive: true });
    expect(await writeWhole(path.join(folder, "甲.xlsx"), bytes("一"))).toMatchObject({
      failure: { code: "output-not-writable", facts: { file: "甲.xlsx", reason: "EISDIR" } },
    });
    expect(readdirSync(folder)).toEqual(["甲.xlsx"]);
  });

  test.each([
    ["ENOSPC", "write", "disk-full"],
    ["EDQUOT", "write", "disk-full"],
    ["EACCES", "write", "no-permission"],
    ["EPERM", "write", "no-permission"],
    ["EROFS", "write", "no-permission"],
    ["EBUSY", "replace", "file-busy"],
    ["EBUSY", "read", "file-busy"],
    ["EACCES", "read", "no-permission"],
    ["ENOENT", "write", "folder-missing"],
    ["ENOENT", "read", "file-missing"],
    ["EIO", "write", "output-not-writable"],
    ["EIO", "read", "file-unreadable"],
  ] as const)("the system's %s at a %s is %s", (reason, attempt, code) => {
    const error = Object.assign(new Error(reason), { code: reason, syscall: "open" });
    expect(refused(error, "/tmp/甲.xlsx", attempt)).toMatchObject({
      failure: { code, facts: { file: "甲.xlsx", reason } },
    });
  });

  test("an error that is not the system's is a defect and thrown on", () => {
    expect(() => refused(new TypeError("x"), "/tmp/甲.xlsx", "read")).toThrow(TypeError);
  });
});

describe("an export", () => {
  test("writes all its files, and gives back what was there when one cannot take its place", async () => {
    writeFileSync(path.join(folder, "一.xlsx"), "旧");
    mkdirSync(path.join(folder, "三.xlsx", "里"), { recursive: true });
    const files = ["一.xlsx", "二.docx", "三.xlsx"].map((name) => ({ name, bytes: bytes("新") }));
    expect(await writeTogether(folder, files)).toMatchObject({ ok: false });
    expect(readdirSync(folder).toSorted()).toEqual(["一.xlsx", "三.xlsx"]);
    expect(readFileSync(path.join(folder, "一.xlsx"), "utf8")).toBe("旧");

    expect(await writeTogether(folder, files.slice(0, 2))).toMatchObject({ ok: true });
    expect(readFileSync(path.join(folder, "一.xlsx"), "utf8")).toBe("新");
    expect(await namesTaken(folder, ["一.xlsx", "四.xlsx"])).toEqual(["一.xlsx"]);
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

test.each(["~$甲.xlsx", ".~甲.xlsx", ".~lock.甲.xlsx#"])("%s says that another program has 甲.xlsx open", (owner) => {
  expect(ownerFileOf(path.join(folder, "甲.xlsx"))).toBeUndefined();
  writeFileSync(path.join(folder, owner), "");
  expect(ownerFileOf(path.join(folder, "甲.xlsx"))).toBe(owner);
});

test("workbooks of every format that can be opened are found among a command line's switches", () => {
  const args = [".", "--no-sandbox", "-r", "loader.js", "表/甲.xlsx", "/abs/乙.XLSX", "旧.xls", "金山.ET", "budget"];
  const workbooks = ["/home/人/表/甲.xlsx", "/abs/乙.XLSX", "/home/人/旧.xls", "/home/人/金山.ET"];
  expect(givenFiles([...args, "--file=x.xlsx", "说明.docx"], "/home/人")).toEqual(workbooks);
});

describe("known files", () => {
  const about = { department: "某局", year: 2020, pack: "yunnan-2020", errors: 0, explanations: 1 };
  const open = () =>
    new KnownFiles(
      new SettingsFile(path.join(folder, "files.json"), knownFiles),
      () => new Date("2026-01-02T03:04:05Z"),
    );

  test("keep their ids over restarts, and only those with a summary are recent", () => {
    const known = open();
    const [first, second] = [known.idOf("/甲.xlsx"), known.idOf("/乙.xlsx")];
    known.remember(first, about);
    const again = open();
    expect(again.idOf("/甲.xlsx")).toBe(first);
    expect(again.pathOf(second)).toBe("/乙.xlsx");
    expect(again.recent()).toEqual([{ id: first, path: "/甲.xlsx", at: "2026-01-02T03:04:05.000Z", about }]);
    again.forget(first);
    expect(again.recent()).toEqual([]);
    expect(open().pathOf(first)).toBe("/甲.xlsx");
  });

  test("begin anew from a settings file that cannot be read, which is put aside", () => {
    writeFileSync(path.join(folder, "files.json"), '[{"id":1}]');
    expect(open().recent()).toEqual([]);
    expect(readdirSync(folder)).toEqual(["files.json.unreadable"]);
  });
});
