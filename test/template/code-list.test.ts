import { describe, expect, test } from "vitest";
import { readCodeList, readFormerNames } from "../../shared/template/code-list.js";

function problems(read: (report: (path: string, code: string) => void) => unknown): readonly string[] {
  const lines: string[] = [];
  read((path, code) => lines.push(`${path} ${code}`));
  return lines;
}

const none = (): void => undefined;

describe("a list of codes", () => {
  test("is read line by line, whatever the line ends, with blank lines and a byte order mark passed over", () => {
    const source = "\uFEFFcode,name\r\n208, 社会保障和就业支出\r\n\r\n20801,人力资源和社会保障管理事务\r\n";
    expect(readCodeList(source, none)).toEqual([
      { code: "208", name: "社会保障和就业支出" },
      { code: "20801", name: "人力资源和社会保障管理事务" },
    ]);
  });

  test("has names in quotes where they hold a comma or a quote", () => {
    expect(readCodeList('code,name\n201,"甲, ""乙"""\n', none)).toEqual([{ code: "201", name: '甲, "乙"' }]);
  });

  test.each(["2,甲", "20a,甲", "2080,甲", "208080101,甲", "208,", "208", "208,甲,乙"])(
    "refuses the line %s",
    (line) => {
      expect(problems((report) => readCodeList(`code,name\n${line}\n`, report))).toEqual(["line 2 bad-line"]);
    },
  );

  test("refuses another head and a code that stands twice", () => {
    expect(problems((report) => readCodeList("编码,名称\n", report))).toEqual(["line 1 bad-line"]);
    expect(problems((report) => readCodeList("code,name\n208,甲\n208,乙\n", report))).toEqual(["line 3 duplicate"]);
  });
});

describe("a list of former names", () => {
  test("is read by classification", () => {
    const source = "classification,code,name,until\nfunctional,215,资源勘探信息等支出,2019\n";
    expect(readFormerNames(source, none).get("functional")).toEqual([
      { code: "215", name: "资源勘探信息等支出", until: 2019 },
    ]);
  });

  test("refuses a year that is none", () => {
    const source = "classification,code,name,until\nfunctional,215,资源勘探信息等支出,19\n";
    expect(problems((report) => readFormerNames(source, report))).toEqual(["line 2 bad-line"]);
  });
});
