import { describe, expect, test } from "vitest";
import { searchCodes } from "../../../renderer/codes/code-search.js";
import { initialsOf } from "../../../renderer/codes/pinyin-initials.js";
import type { NamedCode } from "../../../shared/editing/gesture.js";

const CODES: readonly NamedCode[] = [
  ["201", "一般公共服务支出"],
  ["208", "社会保障和就业支出"],
  ["20801", "人力资源和社会保障管理事务"],
  ["2080101", "行政运行"],
  ["2080102", "一般行政管理事务"],
  ["2080506", "机关事业单位职业年金缴费支出"],
].map(([code = "", name = ""]) => ({ code, name, from: "pack" }));

async function found(query: string): Promise<readonly string[]> {
  return searchCodes(CODES, await initialsOf(CODES), query).map(({ code }) => code);
}

describe("looking for a code", () => {
  test("by its digits finds what begins with them, the exact one first", async () => {
    expect(await found("208")).toEqual(["208", "20801", "2080101", "2080102", "2080506"]);
    expect(await found("２０８ 01")).toEqual(["20801", "2080101", "2080102"]);
  });

  test("by its name finds what begins with it before what only holds it", async () => {
    expect(await found("行政")).toEqual(["2080101", "2080102"]);
    expect(await found("社会保障")).toEqual(["208", "20801"]);
  });

  test("by the initials of its pinyin", async () => {
    expect(await found("xzyx")).toEqual(["2080101"]);
    expect(await found("YB")).toEqual(["201", "2080102"]);
    expect(await found("zynj")).toEqual(["2080506"]);
  });

  test("gives everything for nothing and nothing for what is nowhere", async () => {
    expect(await found(" ")).toHaveLength(CODES.length);
    expect(await found("zzzz")).toEqual([]);
  });
});
