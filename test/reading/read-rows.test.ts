import { describe, expect, test } from "vitest";
import { addressKey } from "../../shared/model/address.js";
import { type Draft, draft, type DraftSheet, foundIn, readingOf, said, told } from "../support/draft-workbook.js";

/** The keys of a table's rows, as read. */
async function keys(workbook: Draft, table: string): Promise<readonly string[]> {
  return ((await readingOf(workbook)).tables.get(table)?.rows ?? []).map(({ key }) => key);
}

describe("rows of codes", () => {
  const FIRST = ["total", "208", "20801", "2080101", "2080102", "2080108", "20805"];

  const codes: readonly (readonly [string, (sheet: DraftSheet) => void])[] = [
    ["numbers", (sheet) => codeCells(sheet, (code, ref) => sheet.put(ref, Number(code)))],
    ["full-width digits", (sheet) => codeCells(sheet, (code, ref) => sheet.put(ref, wide(code)))],
    [
      "blanks between the parts",
      (sheet) => codeCells(sheet, (code, ref) => sheet.put(ref, code.replace(/(...)(..)?/, "$1 $2 "))),
    ],
    [
      "one column for each part",
      (sheet) => splitCodes(sheet, (code) => [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)]),
    ],
    [
      "growing from column to column",
      (sheet) => splitCodes(sheet, (code) => [code.slice(0, 3), code.slice(0, 5), code]),
    ],
    ["only the last part, in its column", (sheet) => splitCodes(sheet, lastPart)],
    [
      "each in the column of its depth",
      (sheet) => splitCodes(sheet, (code) => ["", "", ""].map((_, i) => (code.length === 3 + 2 * i ? code : ""))),
    ],
    [
      "the code in front of the name",
      (sheet) => codeCells(sheet, (code, ref) => sheet.put(ref, `${code} ${sheet.textAt(`D${ref.slice(1)}`)}`)),
    ],
  ];
  test.each(codes)("%s", async (_, change) => {
    const before = await readingOf(await draft("03"));
    const workbook = await draft("03");
    change(workbook.sheet("03"));
    const after = await readingOf(workbook);
    expect(told(after)).toEqual(told(before));
    expect(foundIn(after)).toEqual([]);
  });

  test("names stay as printed, without their indentation", async () => {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03");
    sheet.put(sheet.find("行政运行"), "　　行政 运行");
    const read = await readingOf(workbook);
    expect(
      read.tables
        .get("03")
        ?.rows.slice(0, 4)
        .map(({ name, code }) => [code, name]),
    ).toEqual([
      [undefined, "合计"],
      ["208", "社会保障和就业支出"],
      ["20801", "人力资源和社会保障管理事务"],
      ["2080101", "行政 运行"],
    ]);
  });

  test("a code that stands twice", async () => {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03");
    sheet.put(`A${sheet.row("信息化建设")}`, "2080102");
    expect((await keys(workbook, "03")).slice(0, 7)).toEqual([...FIRST.slice(0, 5), "2080102#2", "20805"]);
  });

  test("inserted rows, missing rows, blank rows, rows out of order", async () => {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03");
    const at = sheet.row("一般行政管理事务");
    sheet
      .insertRows(at, 3)
      .put(`A${at + 1}`, "2080103")
      .put(`D${at + 1}`, "机关服务")
      .put(`E${at + 1}`, 7);
    sheet.removeRows(sheet.row("信息化建设"));
    sheet.put(`A${sheet.row("行政运行")}`, "2080199");
    const read = await readingOf(workbook);
    expect((await keys(workbook, "03")).slice(0, 7)).toEqual([
      "total",
      "208",
      "20801",
      "2080199",
      "2080103",
      "2080102",
      "20805",
    ]);
    expect(said(read, "03!2080103!total")).toBe("7");
  });

  test("合计 below the codes, in the column of names", async () => {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03");
    const row = sheet.row("合计");
    const last = sheet.row("购房补贴") + 1;
    sheet.unmerge().insertRows(last).put(`D${last}`, "合　计").put(`E${last}`, 8337.62).removeRows(row);
    const read = await readingOf(workbook);
    expect(read.tables.get("03")?.rows.at(-1)).toMatchObject({ key: "total", name: "合　计" });
    expect(said(read, "03!total!total")).toBe("8337.62");
  });

  test("figures in a row without a code are an error at their place", async () => {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03");
    const row = sheet.row("行政运行");
    sheet.put(`A${row}`, "");
    const read = await readingOf(workbook);
    expect(foundIn(read)).toEqual([`row-without-code ${sheet.name}!E${row}`]);
    expect(read.findings.find(({ code }) => code === "row-without-code")?.facts).toEqual({
      name: "行政运行",
      text: "1784.3",
    });
  });

  test("what stands below the notes is no row", async () => {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03");
    const row = sheet.row("注：") + 2;
    sheet
      .put(`D${row}`, "核对")
      .put(`E${row}`, 5)
      .put(`A${row + 1}`, "999")
      .put(`E${row + 1}`, 5);
    const read = await readingOf(workbook);
    expect([foundIn(read), read.tables.get("03")?.rows.length]).toEqual([[], 31]);
  });

  test("公开06: a code's panel does not matter, and the sums below are known by their labels", async () => {
    const workbook = await draft("06");
    const sheet = workbook.sheet("06");
    const [from, to] = [sheet.row("基本工资"), sheet.row("人员经费合计") - 1];
    const codes = [sheet.value(`A${from}`), sheet.value(`D${to}`)] as const;
    sheet.put(`A${from}`, codes[1]).put(`D${to}`, codes[0]).put(`C${from}`, 1).put(`F${to}`, 2);
    const read = await readingOf(workbook);
    expect([said(read, "06!30704!amount"), said(read, "06!30101!amount")]).toEqual(["1", "2"]);
    expect([said(read, "06!personnelTotal!amount"), said(read, "06!runningTotal!amount")]).toEqual(["2123", "252.99"]);
    expect(foundIn(read)).toEqual([]);
  });

  test("公开06: a further panel is read too", async () => {
    const workbook = await draft("06");
    const sheet = workbook.sheet("06").unmerge();
    const [top, head, first] = [sheet.row("人员经费"), sheet.row("科目编码"), sheet.row("工资福利支出")];
    sheet.put(`J${top}`, "公用经费").put(`J${head}`, "科目编码").put(`K${head}`, "科目名称").put(`L${head}`, "金额");
    sheet.put(`D${top}`, "公用经费").put(`G${top}`, "公用经费").put(`J${first}`, "39901").put(`L${first}`, 3);
    expect(said(await readingOf(workbook), "06!39901!amount")).toBe("3");
  });
});

describe("rows with printed numbers", () => {
  test.each([
    ["moved with their numbers", (sheet: DraftSheet) => swapRows(sheet, "四、上级补助收入", "六、经营收入", "ABC")],
    [
      "numbers as text",
      (sheet: DraftSheet) => sheet.map((value, ref) => (ref.startsWith("B") ? asText(value) : value)),
    ],
    ["blank rows between", (sheet: DraftSheet) => sheet.insertRows(sheet.row("四、上级补助收入"), 2)],
    ["a number left out: known by its name", (sheet: DraftSheet) => sheet.put(`B${sheet.row("四、上级补助收入")}`, "")],
    [
      "no names at all",
      (sheet: DraftSheet) =>
        sheet.map((value, ref) =>
          ref.startsWith("A") && Number(ref.slice(1)) > 6 && !asText(value).startsWith("注") ? "" : value,
        ),
    ],
  ] as const)("%s", async (_, change) => {
    const before = await readingOf(await draft("01"));
    const workbook = await draft("01");
    change(workbook.sheet("01"));
    const after = await readingOf(workbook);
    const figures = (lines: readonly string[]): readonly string[] =>
      lines.map((line) => line.replace(/ [^ ]*[\u4e00-\u9fff][^ ]*/u, "").replaceAll(/ +/g, " "));
    expect(figures(told(after))).toEqual(figures(told(before)));
    expect(foundIn(after)).toEqual([]);
  });

  test("names that stand twice are told apart by their order", async () => {
    const workbook = await draft("04");
    const sheet = workbook.sheet("04");
    sheet.put(`B${sheet.row("三、国有资本经营预算财政拨款") - 2}`, "");
    const opening = sheet.row("年初财政拨款结转和结余") + 1;
    sheet.put(`B${opening}`, "").put(`C${opening}`, 3);
    const read = await readingOf(workbook);
    expect([said(read, "04!r1!actual"), said(read, "04!r29!actual")]).toEqual(["8133.6", "3"]);
  });

  test("names that slipped against their numbers", async () => {
    const workbook = await draft("09");
    const sheet = workbook.sheet("09");
    const row = sheet.row("（1）国内接待费");
    const [own, next] = [sheet.textAt(`A${row}`), sheet.textAt(`A${row + 2}`)];
    sheet.put(`A${row}`, next).put(`A${row + 2}`, own);
    const read = await readingOf(workbook);
    expect(foundIn(read)).toEqual([`row-shifted ${sheet.name}!A${row}`, `row-shifted ${sheet.name}!A${row + 2}`]);
    const [finding] = read.findings.filter(({ code }) => code === "row-shifted");
    expect(finding?.facts).toEqual({ no: "8", name: next.trim(), expected: "（1）国内接待费" });
    expect(finding?.cells.map(addressKey)).toEqual(["09!r8!budgeted"]);
    expect(said(read, "09!r8!actual")).toBe("6.29");
  });

  test("a number that stands twice: the second row is not read", async () => {
    const workbook = await draft("09");
    const sheet = workbook.sheet("09");
    const row = sheet.row("公务用车保有量");
    sheet.put(`B${row}`, 14);
    const read = await readingOf(workbook);
    expect(foundIn(read)).toEqual([`row-twice ${sheet.name}!A${row}`, `row-missing ${sheet.name}!A1`]);
    expect([said(read, "09!r14!actual"), said(read, "09!r15!actual")]).toEqual(["0", "·"]);
  });

  test("a row that is gone is named with its cell", async () => {
    const workbook = await draft("09");
    const sheet = workbook.sheet("09");
    sheet.removeRows(sheet.row("公务用车保有量"));
    const [finding, ...others] = (await readingOf(workbook)).findings.filter(({ code }) => code !== "form-missing");
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: "row-missing",
      severity: "hint",
      kind: "missing",
      facts: { name: "4．公务用车保有量（辆）" },
    });
    expect(finding?.cells.map(addressKey)).toEqual(["09!r15!budgeted"]);
  });

  test("a row that prints no figure may be gone", async () => {
    const workbook = await draft("09");
    const sheet = workbook.sheet("09");
    sheet.removeRows(sheet.row("（二）相关统计数"));
    expect(foundIn(await readingOf(workbook))).toEqual([]);
  });
});

describe("lists and blocks", () => {
  test("a list may have any length and blank rows in it", async () => {
    const workbook = await draft("11");
    const sheet = workbook.sheet("11");
    const row = sheet.row("人力资源和社会保障专项经费");
    sheet
      .insertRows(row, 2)
      .put(`A${row + 1}`, "新增任务")
      .put(`D${row + 1}`, 5);
    const read = await readingOf(workbook);
    expect(read.tables.get("11-tasks")?.rows.map(({ key, name }) => [key, name])).toEqual([
      ["1", "稳就业专项补助资金"],
      ["2", "新增任务"],
      ["3", "人力资源和社会保障专项经费"],
      ["4", "社会保险专项补助经费"],
      ["5", "信息化建设专项补助经费"],
    ]);
    expect(said(read, "11-tasks!2!total")).toBe("5");
  });

  test("a list may be empty", async () => {
    const workbook = await draft("11");
    const sheet = workbook.sheet("11");
    const row = sheet.row("任务名称") + 2;
    sheet.removeRows(row, sheet.row("三、部门整体支出绩效指标") - row);
    expect(await keys(workbook, "11-tasks")).toEqual([]);
  });

  test("each project is a block in one of two head forms, with as many indicators as it has", async () => {
    const read = await readingOf(await draft("12"));
    const projects = read.tables.get("12-projects")?.rows ?? [];
    expect(projects.map(({ key }) => key)).toEqual(Array.from({ length: 14 }, (_, index) => `p${index + 1}`));
    expect(projects[6]?.name).toBe("信息系统及人社专网维护运行费");
    expect([said(read, "12-indicators!p1/1!target"), said(read, "12-indicators!p1/1!nature")]).toEqual(["≥95%", "·"]);
    expect([said(read, "12-indicators!p9/2!nature"), said(read, "12-indicators!p9/2!unit")]).toEqual(["≥", "万人"]);
    expect(said(read, "12-projects!p2!grade")).toBe("优");
    const indicators = read.tables.get("12-indicators")?.rows ?? [];
    const counts = projects.map(({ key }) => indicators.filter((row) => row.key.startsWith(`${key}/`)).length);
    expect(counts).toEqual([6, 4, 4, 3, 4, 8, 4, 3, 11, 4, 5, 4, 4, 19]);
  });

  test("blocks apart, and a block taken out", async () => {
    const before = await readingOf(await draft("12"));
    const workbook = await draft("12");
    const sheet = workbook.sheet("12");
    const second = sheet.row("中央就业补助资金（公益性岗位补贴）");
    sheet.removeRows(
      sheet.row("中央、州级就业补助资金（社会保险补贴）"),
      second - sheet.row("中央、州级就业补助资金（社会保险补贴）"),
    );
    sheet.insertRows(sheet.row("高校毕业生就业见习省级生活补助"), 3);
    const after = await readingOf(workbook);
    expect(after.tables.get("12-projects")?.rows.map(({ name }) => name)).toEqual(
      before.tables
        .get("12-projects")
        ?.rows.slice(1)
        .map(({ name }) => name),
    );
    expect(said(after, "12-funds!p2/total!annual")).toBe(said(before, "12-funds!p3/total!annual"));
    expect(foundIn(after)).toEqual([]);
  });

  test("a source of funds is known by its name and may be missing", async () => {
    const workbook = await draft("12");
    const sheet = workbook.sheet("12");
    sheet.removeRows(sheet.row("上年结转资金"));
    const read = await readingOf(workbook);
    expect([said(read, "12-funds!p1/carryover!annual"), said(read, "12-funds!p1/other!weight")]).toEqual(["·", "—"]);
    expect(read.findings.find(({ code }) => code === "row-missing")?.cells.map(addressKey)).toEqual([
      "12-funds!p1/carryover!initial",
    ]);
  });

  test("heads of one block that are not the form's are an error there; the others are read", async () => {
    const workbook = await draft("12");
    const sheet = workbook.sheet("12");
    const ref = sheet.find("全年预算数");
    sheet.put(ref, "调整预算数");
    const read = await readingOf(workbook);
    expect(foundIn(read)).toEqual([`region-differs ${sheet.name}!A${ref.slice(1)}`]);
    expect(said(read, "12-funds!p2/total!annual")).not.toBe("·");
  });

  test("labelled values stand right of their labels or below their heads, however tall", async () => {
    const before = await readingOf(await draft("10", "12"));
    const workbook = await draft("10", "12");
    workbook.sheet("10").insertRows(3).insertRows(6);
    workbook.sheet("12").insertRows(workbook.sheet("12").row("主管部门"));
    const after = await readingOf(workbook);
    expect(told(after)).toEqual(told(before));
  });

  test("a label that is gone is named", async () => {
    const workbook = await draft("10");
    const sheet = workbook.sheet("10");
    sheet.put(sheet.find("五、绩效自评结果应用"), "五、其他");
    const read = await readingOf(workbook);
    expect(said(read, "10!application!text")).toBe("·");
    expect(read.findings.find(({ code }) => code === "label-missing")?.facts["label"]).toBe("五、绩效自评结果应用");
  });
});

function wide(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function asText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function codeCells(sheet: DraftSheet, change: (code: string, ref: string) => void): void {
  const rows = Array.from({ length: 60 }, (_, index) => `A${index + 1}`);
  for (const ref of rows) if (/^\d{3,7}$/.test(sheet.textAt(ref))) change(sheet.textAt(ref), ref);
}

function splitCodes(sheet: DraftSheet, parts: (code: string) => readonly string[]): void {
  const head = sheet.row("栏次");
  sheet.merges = sheet.merges.filter(({ firstRow }) => firstRow <= head + 1);
  codeCells(sheet, (code, ref) => {
    const [first, second, third] = parts(code);
    sheet.put(ref, first).put(ref.replace("A", "B"), second).put(ref.replace("A", "C"), third);
  });
}

function lastPart(code: string): readonly string[] {
  if (code.length === 3) return [code, "", ""];
  return code.length === 5 ? ["", code.slice(3), ""] : ["", "", code.slice(5)];
}

function swapRows(sheet: DraftSheet, first: string, second: string, columns: string): void {
  const [a, b] = [sheet.row(first), sheet.row(second)];
  for (const column of columns) {
    const [one, other] = [sheet.value(`${column}${a}`), sheet.value(`${column}${b}`)];
    sheet.put(`${column}${a}`, other).put(`${column}${b}`, one);
  }
}
