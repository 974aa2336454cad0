import { describe, expect, test } from "vitest";
import { correctedSample } from "../../build/templates/samples.js";
import { decimal, plain } from "../../shared/decimal.js";
import { addressKey } from "../../shared/model/address.js";
import { type Draft, draft, draftFrom, PACK, sampleBytes, said } from "../support/draft-workbook.js";
import { saved, savedBytes } from "../support/saving.js";

const ALL = PACK.forms.map(({ id }) => id);

describe("cells", () => {
  test("a workbook that says already what it must is left alone", async () => {
    const { plan } = savedBytes(await sampleBytes(ALL, correctedSample()), () => undefined);
    expect(plan).toEqual({ sheets: [], newSheets: [], removeSheets: [], recalculate: false, findings: [] });
  });

  test("one figure: one cell", async () => {
    const { operations } = await saved(await draft("03"), (wanted) => wanted.set("03!2080102!project", "580.5"));
    expect(operations).toEqual(["公开03表 G11=580.5 drop"]);
  });

  const same: readonly (readonly [string, string])[] = [
    ["579.87", "the figure itself"],
    ["579.870", "with another zero"],
    ["579.8700000000000001", "with noise behind the fifteenth digit"],
  ];
  test.each(same)("%s: %s writes nothing", async (figure) => {
    const { operations } = await saved(await draft("03"), (wanted) => wanted.set("03!2080102!project", figure));
    expect(operations).toEqual([]);
  });

  test("noise in the file is no difference", async () => {
    const workbook = await draft("03");
    workbook.sheet("03").put("G11", 8300.0200000000004);
    expect((await saved(workbook, (wanted) => wanted.set("03!2080102!project", "8300.02"))).operations).toEqual([]);
  });

  test("a cell that is emptied, and one that is filled", async () => {
    const { operations } = await saved(await draft("07", "09"), (wanted) => {
      wanted.set("09!r3!actual", undefined).set("07!total!openingTotal", "3");
    });
    expect(operations).toEqual(["公开07表 E8=3 drop", "公开09表 D7= drop"]);
  });

  test("a dash stays for a blank and for a zero, and gives way to a figure", async () => {
    const workbook = await draft("03");
    workbook.sheet("03").put("G10", "—").put("G11", "－").put("G12", "——");
    const { operations } = await saved(workbook, (wanted) => {
      wanted.set("03!2080101!project", undefined).set("03!2080102!project", "0").set("03!2080108!project", "5");
    });
    expect(operations).toEqual(["公开03表 G12=5 drop"]);
  });

  test("the zero of a sum without parts stays for a blank", async () => {
    const workbook = await draft("07");
    workbook.sheet("07").put("E8", 0).put("F8", 0);
    const { operations } = await saved(workbook, (wanted) => {
      wanted.set("07!total!openingTotal", undefined).set("07!total!openingBasic", undefined);
      wanted.tables.set(
        "07",
        wanted.rows("07").map((row) => ({ ...row, blankSums: new Set(["openingTotal"]) })),
      );
    });
    expect(operations).toEqual(["公开07表 F8= drop"]);
  });

  test("figures go back in the unit of their sheet and head, percentages in that of their format", async () => {
    const workbook = await draft("03", "12");
    workbook.sheet("03").replace("金额单位：万元", "金额单位：元");
    workbook.sheet("12").replace("项目资金（万元）", "项目资金（元）");
    const { draft: after } = await saved(workbook, (wanted) => {
      wanted
        .set("03!2080102!project", "580.123456")
        .set("12-funds!p1/total!annual", "61.5")
        .set("12-funds!p1/total!rate", "97.99");
    });
    expect(after.sheet("03").value("G11")).toBe(5801234.56);
    const funds = after.sheet("12");
    expect([
      funds.value(funds.at("年度资金总额", "全年预算数")),
      funds.value(funds.at("年度资金总额", "执行率")),
    ]).toEqual([615000, 0.9799]);
  });

  test("a value keeps what its form prints before it", async () => {
    const { operations } = await saved(await draft("12"), (wanted) => wanted.set("12-projects!p1!grade", "良"));
    expect(operations).toEqual([expect.stringMatching(/^公开12表 J\d+=（自评等级）良 drop$/)]);
  });

  test("tables of forms that are not there are left out", async () => {
    const { operations } = await saved(await draft("03"), (wanted) => wanted.set("02!total!total", "5"));
    expect(operations).toEqual([]);
  });
});

describe("formulas", () => {
  /** 公开03 with the row sum of 2080102 and the total of 项目支出 as formulas. */
  async function withFormulas(): Promise<Draft> {
    const workbook = await draft("03");
    const sheet = workbook.sheet("03");
    sheet.put("E11", { formula: "SUM(F11:J11)", result: 579.87 });
    sheet.put("G9", { formula: "G10+G11+G12", result: 700.81 });
    return workbook;
  }

  test("whose own result is the wanted figure stay, refreshed", async () => {
    const { operations, plan } = await saved(await withFormulas(), (wanted) => {
      wanted.set("03!2080102!project", "580.87").set("03!2080102!total", "580.87").set("03!20801!project", "701.81");
    });
    expect(operations).toEqual(["公开03表 G9=701.81 keep", "公开03表 E11=580.87 keep", "公开03表 G11=580.87 drop"]);
    expect([plan.findings, plan.recalculate]).toEqual([[], false]);
  });

  test("whose result would be another give way to the value, with a hint", async () => {
    const { operations, plan } = await saved(await withFormulas(), (wanted) => {
      wanted.set("03!2080102!project", "580.87").set("03!2080102!total", "580.87").set("03!20801!project", "701.8");
    });
    expect(operations).toContain("公开03表 G9=701.8 drop");
    expect(plan.findings.map(({ code, cells, facts }) => [code, cells.map(addressKey), facts["formula"]])).toEqual([
      ["formula-replaced", ["03!20801!project"], "G10+G11+G12"],
    ]);
  });

  test("that depend on a change while their figure is to stay give way too", async () => {
    const { operations } = await saved(await withFormulas(), (wanted) => wanted.set("03!2080102!project", "580.87"));
    expect(operations).toEqual(["公开03表 G9=700.81 drop", "公开03表 E11=579.87 drop", "公开03表 G11=580.87 drop"]);
  });

  test("that depend on nothing changed are not touched, whatever they say", async () => {
    const workbook = await withFormulas();
    workbook.sheet("03").put("H11", { formula: 'VLOOKUP("x",A1:B2,2)', result: 0 });
    const { operations } = await saved(workbook, (wanted) => wanted.set("03!2080505!basic", "5"));
    expect(operations).toHaveLength(1);
  });

  test("of helper cells are followed to the changed cell", async () => {
    const workbook = await withFormulas();
    workbook
      .sheet("03")
      .put("M11", { formula: "G11*1", result: 579.87 })
      .put("G9", { formula: "G10+M11+G12", result: 700.81 });
    const { operations, plan } = await saved(workbook, (wanted) => {
      wanted.set("03!2080102!project", "580.87").set("03!2080102!total", "580.87").set("03!20801!project", "701.81");
    });
    expect(operations).toContain("公开03表 G9=701.81 keep");
    expect(plan.recalculate).toBe(true);
  });

  test("of other sheets that look at a changed cell make Excel compute", async () => {
    const workbook = await draft("03");
    workbook.add("底稿", {
      A1: { formula: "SUM(公开03表!E9:J11)", result: 1 },
      A2: { formula: "公开03表!E30", result: 2 },
    });
    expect((await saved(workbook, (wanted) => wanted.set("03!2080102!project", "5"))).plan.recalculate).toBe(true);
    expect((await saved(workbook, (wanted) => wanted.set("03!2210203!project", "5"))).plan.recalculate).toBe(false);
  });
});

describe("rows of codes", () => {
  test("a new code goes behind the code before it, in its neighbour's style", async () => {
    const { operations, draft: after } = await saved(await draft("03"), (wanted) => {
      wanted.add("03", { key: "2080104", name: "综合业务管理" }, { total: "5", project: "5" }, "2080108");
    });
    expect(operations.slice(0, 3)).toEqual([
      "公开03表 +1 after 11 like 11",
      "公开03表 A12=2080104 drop",
      "公开03表 D12=综合业务管理 drop",
    ]);
    expect([after.sheet("03").value("A13"), after.sheet("03").value("E12")]).toEqual(["2080108", 5]);
  });

  test("several new codes, one before all others and one behind them", async () => {
    const { draft: after } = await saved(await draft("03"), (wanted) => {
      wanted.add("03", { key: "205", name: "教育支出" }, { total: "1" }, "208");
      wanted.add("03", { key: "20508", name: "进修及培训" }, { total: "1" }, "208");
      wanted.add("03", { key: "229", name: "其他支出" }, { total: "2" });
    });
    const sheet = after.sheet("03");
    const codes = Array.from({ length: 40 }, (_, index) => sheet.textAt(`A${index + 1}`)).filter((code) =>
      /^\d{3,5}$/.test(code),
    );
    expect([codes.slice(0, 3), codes.at(-1)]).toEqual([["205", "20508", "208"], "229"]);
  });

  test("a blank row of the form is filled before one is inserted", async () => {
    const { operations } = savedBytes(
      await sampleBytes(["02"], { tables: new Map(), lastYear: new Map(), remarks: new Map() }),
      (wanted) => {
        wanted.add("02", { key: "208", name: "社会保障和就业支出" }, { total: "5" });
        wanted.add("02", { key: "20801", name: "人力资源和社会保障管理事务" }, { total: "5" });
      },
    );
    expect(operations.filter((operation) => operation.includes("+"))).toEqual([]);
    expect(operations).toContain("公开02表 A8=208 drop");
    expect(operations).toContain("公开02表 A9=20801 drop");
  });

  test("a code that is gone takes its sheet row along; sums over it follow", async () => {
    const workbook = await draft("03");
    workbook.sheet("03").put("G9", { formula: "SUM(G10:G12)", result: 700.81 });
    const { operations } = await saved(workbook, (wanted) => {
      wanted.remove("03", "2080102").set("03!20801!project", "120.94");
    });
    expect(operations).toEqual(["公开03表 -1 from 11", "公开03表 G9=120.94 keep"]);
  });

  test("a sum that does not reach a new row gives way to the value", async () => {
    const workbook = await draft("03");
    workbook.sheet("03").put("G9", { formula: "SUM(G10:G12)", result: 700.81 });
    const { operations } = await saved(workbook, (wanted) => {
      wanted.add("03", { key: "2080199", name: "其他" }, { project: "5" }, "20805").set("03!20801!project", "705.81");
    });
    expect(operations).toContain("公开03表 G9=705.81 drop");
  });

  test("a sum that reaches over a new row stays", async () => {
    const workbook = await draft("03");
    workbook.sheet("03").put("G9", { formula: "SUM(G10:G12)", result: 700.81 });
    const { operations } = await saved(workbook, (wanted) => {
      wanted.add("03", { key: "2080104", name: "综合" }, { project: "5" }, "2080108").set("03!20801!project", "705.81");
    });
    expect(operations).toContain("公开03表 G9=705.81 keep");
  });

  test("codes written as numbers stay numbers, and names are indented like their neighbours", async () => {
    const workbook = await draft("03");
    workbook
      .sheet("03")
      .map((value, ref) =>
        typeof value === "string" && /^A\d+$/.test(ref) && /^\d+$/.test(value) ? Number(value) : value,
      );
    workbook.sheet("03").put("D11", "　　一般行政管理事务").put("D10", "　　行政运行");
    const { draft: after } = await saved(workbook, (wanted) => {
      wanted.add("03", { key: "2080104", name: "综合业务管理" }, { total: "5" }, "2080108");
    });
    expect([after.sheet("03").value("A12"), after.sheet("03").value("D12")]).toEqual([2080104, "　　综合业务管理"]);
  });

  test("公开06: a code goes into the panel of its category; other panels keep their rows", async () => {
    const { draft: after, read } = await saved(await draft("06"), (wanted) => {
      wanted.add("06", { key: "30220", name: "新科目" }, { amount: "5" }).remove("06", "30103");
    });
    expect(said(read, "06!30220!amount")).toBe("5");
    const sheet = after.sheet("06");
    expect(sheet.find("新科目")).toMatch(/^E/);
    expect(sheet.value(`D${sheet.row("新科目") - 1}`)).toBe("30218");
  });
});

describe("other rows", () => {
  test("a list takes rows in the middle and gives them up; the row keys may change", async () => {
    const { draft: after } = await saved(await draft("11"), (wanted) => {
      wanted.add("11-tasks", { key: "new" }, { name: "新任务", total: "5" }, "2").remove("11-tasks", "3");
    });
    const sheet = after.sheet("11");
    const first = sheet.row("稳就业专项补助资金");
    expect([1, 2, 3].map((below) => sheet.textAt(`A${first + below}`))).toEqual([
      "新任务",
      "人力资源和社会保障专项经费",
      "信息化建设专项补助经费",
    ]);
  });

  test("a list in another order is written over its rows", async () => {
    const { operations, read } = await saved(await draft("11"), (wanted) => {
      wanted.rows("11-tasks").reverse();
    });
    expect(operations.some((operation) => /[+-]\d/.test(operation.split("=")[0] ?? ""))).toBe(false);
    expect(said(read, "11-tasks!1!name")).toBe("信息化建设专项补助经费");
  });

  test("the last row of a list is emptied, not removed", async () => {
    const { operations } = await saved(await draft("11"), (wanted) => {
      for (const key of ["1", "2", "3"]) wanted.remove("11-goals", key);
    });
    expect(operations.every((operation) => operation.endsWith("= drop"))).toBe(true);
  });

  test("a fixed row that is missing is put back when it holds something", async () => {
    const workbook = await draft("09");
    const row = workbook.sheet("09").row("公务用车保有量");
    workbook.sheet("09").removeRows(row);
    const { draft: after } = await saved(workbook, (wanted) =>
      wanted.add("09", { key: "r15" }, { actual: "2" }, "r16"),
    );
    expect(["A", "B", "D"].map((column) => after.sheet("09").value(`${column}${row}`))).toEqual([
      "4．公务用车保有量（辆）",
      15,
      2,
    ]);
  });

  test("a project that is gone takes its whole block along", async () => {
    const { read } = await saved(await draft("12"), (wanted) => {
      for (const table of ["12-projects", "12-funds", "12-indicators"]) wanted.remove(table, "p2");
    });
    expect(read.tables.get("12-projects")?.rows).toHaveLength(13);
  });

  test("a new project gets a block of its own behind the others", async () => {
    const { read, draft: after } = await saved(await draft("12"), (wanted) => {
      wanted.add(
        "12-projects",
        { key: "p15" },
        { name: "新项目", expectedGoal: "目标", totalWeight: "100", grade: "优" },
      );
      for (const source of ["total", "current", "carryover", "other"])
        wanted.add("12-funds", { key: `p15/${source}` }, { annual: "5" });
      for (const number of ["1", "2"])
        wanted.add("12-indicators", { key: `p15/${number}` }, { level3: `指标${number}`, weight: "50" });
    });
    expect([said(read, "12-projects!p15!grade"), said(read, "12-indicators!p15/2!level3")]).toEqual(["优", "指标2"]);
    expect(after.sheet("12").textAt(`A${after.sheet("12").row("新项目")}`)).toBe("项目名称");
  });
});

describe("publisher, year and working sheets", () => {
  test("a new publisher goes into every line and sentence", async () => {
    const { operations } = await saved(await draft("03", "07", "assets"), (wanted) => {
      wanted.profile = { department: "某某局", year: 2020 };
    });
    expect(operations).toEqual([
      "公开03表 A3=部门：某某局 drop",
      "公开07表 A3=部门：某某局 drop",
      expect.stringMatching(/^公开07表 A\d+=某某局2020年.*无数据。 drop$/),
    ]);
  });

  test("a line that also prints the unit keeps it", async () => {
    const workbook = await draft("03");
    workbook.sheet("03").put(workbook.sheet("03").find("部门："), "编制单位：某局　　金额单位：万元");
    const { operations } = await saved(workbook, (wanted) => {
      wanted.profile = { department: "某某局", year: 2020 };
    });
    expect(operations).toEqual([expect.stringContaining("=编制单位：某某局　　金额单位：万元 drop")]);
  });

  test("another year goes into titles and sentences, and into 说明要素", async () => {
    const workbook = await draft("03", "07");
    workbook.sheet("03").put("A1", "2020年度支出决算表");
    const { operations, plan } = await saved(workbook, (wanted) => {
      wanted.profile = { ...wanted.profile, year: 2021 };
    });
    expect(operations[0]).toBe("公开03表 A1=2021年度支出决算表 drop");
    expect(plan.newSheets.map(({ name, rows }) => [name, rows.length])).toEqual([["说明要素", 2]]);
  });

  test("上年数 and 说明要素 change cell by cell, in the units they print", async () => {
    const workbook = draftFrom(await sampleBytes(["03"], correctedSample()));
    workbook.sheet("上年数").put("C4", "元").put("D4", 65713100);
    const { operations } = await saved(workbook, (wanted) => {
      wanted.lastYear.set("支出.合计.本年支出合计", decimal("6571.325")).set("支出.208.项目支出", decimal("7"));
      wanted.remarks.set("行政单位数", "2").set("核实-1", "情况属实").delete("单位名单");
    });
    expect(
      operations.map((operation) =>
        operation.replace(/ [A-Z]\d+=/, (ref) => ref.replace(/\d+/, (row) => (Number(row) > 15 ? "new" : row))),
      ),
    ).toEqual([
      "上年数 D4=65713250 drop",
      "上年数 Bnew=支出.208.项目支出 drop",
      "上年数 Cnew=万元 drop",
      "上年数 Dnew=7 drop",
      expect.stringMatching(/^说明要素 C\d+=2 drop$/),
      expect.stringMatching(/^说明要素 C\d+= drop$/),
      "说明要素 Anew=核实-1 drop",
      "说明要素 Cnew=情况属实 drop",
    ]);
  });

  test("the sheets are made when they would hold something, and only then", async () => {
    const { plan, read } = await saved(await draft("03"), (wanted) => {
      wanted.lastYear.set("支出.合计.本年支出合计", decimal("6571.31"));
      wanted.remarks.set("支出增减原因", "新增项目\n两个").set("空", "");
    });
    expect(plan.newSheets.map(({ name }) => name)).toEqual(["上年数", "说明要素"]);
    expect([...read.lastYear.values()].map(plain)).toEqual(["6571.31"]);
    expect([...read.remarks]).toEqual([["支出增减原因", "新增项目\n两个"]]);
  });

  test("a sheet of that name with other heads stays as it is", async () => {
    const workbook = await draft("03");
    workbook.add("上年数", { A1: "旧表" });
    const { plan } = await saved(workbook, (wanted) => {
      wanted.lastYear.set("支出.合计.本年支出合计", decimal("1"));
    });
    expect(plan.newSheets.map(({ name }) => name)).toEqual(["上年数 (2)"]);
  });
});
