import { describe, expect, test } from "vitest";
import { replacedIn } from "../../../renderer/sheet/find.js";

describe("replacing in a text", () => {
  test("every occurrence, whatever its case and width", () => {
    expect(replacedIn("abc ABC ａｂｃ", "abc", "x")).toBe("x x x");
    expect(replacedIn("社会保险补贴", "补贴", "补助")).toBe("社会保险补助");
  });

  test("a text without it stays", () => {
    expect(replacedIn("1784.3", "9", "1")).toBeUndefined();
    expect(replacedIn("1784.3", "", "1")).toBeUndefined();
  });

  test("a replacement that holds the sought text is not searched again", () => {
    expect(replacedIn("甲", "甲", "甲甲")).toBe("甲甲");
  });
});
