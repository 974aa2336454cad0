import * as fs from "node:fs";
import type * as promises from "node:fs/promises";
import path from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { writeFolder } from "../../electron/publication-folder.js";
import { inFolder } from "../support/command-line.js";

/** Which of the renames fails, counted from 1, as on a disk that goes away. */
const state = vi.hoisted(() => ({ failing: 0, count: 0 }));

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof promises>();
  const rename: typeof promises.rename = async (from, to) => {
    state.count += 1;
    if (state.count === state.failing) throw Object.assign(new Error("EIO"), { code: "EIO", syscall: "rename" });
    await real.rename(from, to);
  };
  return { ...real, default: { ...real, rename }, rename };
});

beforeEach(() => {
  state.count = 0;
});

it.each([1, 2, 3])("everything is as it was when rename %i of three fails", (failing) =>
  inFolder(async (out) => {
    const folder = path.join(out, "公开");
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, "甲.xlsx"), "旧");
    fs.writeFileSync(path.join(out, "记录.txt"), "第一次");
    state.failing = failing;
    const files = [{ name: "甲.xlsx", bytes: new TextEncoder().encode("新") }];
    const made = await writeFolder(out, { folder: "公开", files, record: { name: "记录.txt", text: "第二次" } });
    expect(made).toMatchObject({ ok: false, failure: { code: "output-not-writable", facts: { reason: "EIO" } } });
    expect(fs.readdirSync(out).toSorted()).toEqual(["公开", "记录.txt"].toSorted());
    expect(fs.readFileSync(path.join(folder, "甲.xlsx"), "utf8")).toBe("旧");
    expect(fs.readFileSync(path.join(out, "记录.txt"), "utf8")).toBe("第一次");
  }),
);
