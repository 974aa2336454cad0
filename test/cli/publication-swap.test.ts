import * as fs from "node:fs";
import path from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { writeFolder } from "../../electron/cli/publication-folder.js";
import { inFolder } from "../support/command-line.js";

/** Which of the renames fails, counted from 1, as on a disk that goes away or under a virus scanner. */
const state = vi.hoisted(() => ({ failing: 0, count: 0 }));

vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    state.count += 1;
    if (state.count === state.failing) throw new Error("EBUSY");
    real.renameSync(from, to);
  };
  return { ...real, default: { ...real, renameSync }, renameSync };
});

beforeEach(() => {
  state.count = 0;
});

it.each([1, 2, 3])("everything is as it was when rename %i of three fails", (failing) =>
  inFolder((out) => {
    const folder = path.join(out, "公开");
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, "甲.xlsx"), "旧");
    fs.writeFileSync(path.join(out, "记录.txt"), "第一次");
    state.failing = failing;
    const files = [{ name: "甲.xlsx", bytes: new TextEncoder().encode("新") }];
    const made = writeFolder(out, { name: "公开", files, record: { name: "记录.txt", text: "第二次" } });
    expect(made).toMatchObject({ ok: false, failure: { code: "output-not-writable" } });
    expect(fs.readdirSync(out).toSorted()).toEqual(["公开", "记录.txt"].toSorted());
    expect(fs.readFileSync(path.join(folder, "甲.xlsx"), "utf8")).toBe("旧");
    expect(fs.readFileSync(path.join(out, "记录.txt"), "utf8")).toBe("第一次");
  }),
);
