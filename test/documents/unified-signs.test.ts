import { expect, test } from "vitest";
import { withUnifiedSigns } from "../../shared/documents/unified-signs.js";

test("radicals that a PDF gives for characters are read as those characters", () => {
  const read = "与上年相\u2F50，就业\u2F08员年末\u2F8F业居\u2EA0增\u2ED3，\u2ECB辆购置\u2F64电\u2EDA岗";
  expect(withUnifiedSigns(read)).toBe("与上年相比，就业人员年末行业居民增长，车辆购置用电页岗");
});

test("a door stays simplified, and dashes, waves and slashes are the ones people write", () => {
  expect(withUnifiedSigns("贫困\u2F3E 1\u301C3月 元\u2215人 \u2329甲\u232A 2019\u20122020 \u3B35片")).toBe(
    "贫困户 1～3月 元／人 〈甲〉 2019–2020 胶片",
  );
});

test("everything else stays as it is, full-width digits and signs too", () => {
  const text = "１２．３％ ㎡（万元）—— \u2E80 8,133.60";
  expect(withUnifiedSigns(text)).toBe(text);
});
