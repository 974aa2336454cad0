import { describe, expect, test } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { openSession } from "../../shared/calc/open.js";
import { checkStructure } from "../../shared/checks/structure.js";
import { isPercentWriting } from "../../shared/checks/structure-percent-format.js";
import type { Finding } from "../../shared/model/finding.js";
import type { RuleExample } from "../../shared/template/pack.js";
import { workbookOf } from "../support/rule-example.js";
import { loadFormulas, loadPack } from "../support/seed.js";

const pack = loadPack("yunnan-2020");
const formulas = loadFormulas(pack);

/** What the structure of one rule says to a small workbook. */
function structureOf(id: string, example: Omit<RuleExample, "expect">, year = 2020): readonly Finding[] {
  const rule = pack.rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const found = workbookOf(pack, { ...example, expect: "holds" });
  const session = openSession(pack, formulas, { ...found, profile: { department: "某局", year } });
  return checkStructure(rule, computedOf(session));
}

/** `code cell cell … fact=value …`, without the rule's title. */
function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, kind, cells, facts }) => {
    const places = cells.map(({ table, row, column }) => `${table}!${row}!${column}`);
    const said = Object.entries(facts).flatMap(([name, value]) => (name === "title" ? [] : [`${name}=${value}`]));
    return [kind, code, ...places, ...said].join(" ");
  });
}

describe("codes stand once", () => {
  test("and a doubled one is reported once, at the row whose name belongs to another code", () => {
    const names = { "06": { "30399": "代缴社会保险费", "30399#2": "其他个人和家庭的补助支出" } };
    expect(lines(structureOf("06-04", { given: {}, names }))).toEqual([
      "violated duplicate-code 06!30399!amount 06!30399#2!amount code=30399 name=代缴社会保险费 first=其他个人和家庭的补助支出 times=2 owner=30311",
    ]);
  });

  test("and under their names of this year; blanks and full-width signs make no difference", () => {
    const names = { "06": { "30213": "维修（护） 费", "30201": "印刷费", "30998": "没有见过的科目" } };
    expect(lines(structureOf("06-04", { given: {}, names }))).toEqual([
      "violated code-name 06!30201!amount code=30201 name=印刷费 expected=办公费 owner=30202",
    ]);
  });
});

describe("names of codes", () => {
  test("of earlier years are told from wrong ones, and stand in the years they were in force", () => {
    const old = { given: {}, names: { "02": { "210": "医疗卫生与计划生育支出" } } };
    expect(lines(structureOf("X-22", old))).toEqual([
      "violated former-name 02!210!total code=210 name=医疗卫生与计划生育支出 expected=卫生健康支出 until=2018",
    ]);
    expect(structureOf("X-22", old, 2018)).toEqual([]);
  });

  test("the classification does not know are at least the same in all tables", () => {
    const names = { "02": { "2129999": "其他城乡社区支出" }, "03": { "2129999": "其他支出" } };
    expect(lines(structureOf("X-22", { given: {}, names }))).toEqual([
      "violated names-differ 03!2129999!total 02!2129999!total code=2129999 name=其他支出 first=其他城乡社区支出",
    ]);
  });
});

describe("codes of 公开05", () => {
  const given = {
    "一般.208.支出项目": "5.00",
    "一般.20801.支出项目": "5.00",
    "一般.2080102.支出项目": "5.00",
    "支出.210.项目支出": "5.00",
  };

  test("with spending stand in 公开03; of 类, 款 and 项 only the lowest is named", () => {
    expect(lines(structureOf("X-21", { given }))).toEqual([
      "violated code-not-within 05!2080102!expenditureTotal code=2080102 name= within=03",
    ]);
  });

  test("are not held against an empty 公开03", () => {
    const { "支出.210.项目支出": spending, ...rest } = given;
    expect(spending).toBe("5.00");
    expect(lines(structureOf("X-21", { given: rest }))).toEqual([
      "not-checked rule-not-checked 05!208!expenditureTotal within=03",
    ]);
  });

  test("that only carry something over need not stand in 公开02", () => {
    const carried = { "一般.208.年初项目": "5.00", "一般.208.年末项目结转": "5.00", "收入.210.其他收入": "1.00" };
    expect(structureOf("X-21", { given: carried })).toEqual([]);
  });
});

test("项 need their 款 and 类: one finding for each that is missing, with all rows below it", () => {
  const given = { "支出.2080101.项目支出": "1.00", "支出.2080102.项目支出": "1.00", "支出.213.项目支出": "1.00" };
  expect(lines(structureOf("X-21", { given }))).toEqual([
    "violated missing-parent 03!2080101!total 03!2080102!total code=208 name=社会保障和就业支出 child=2080101 childName=",
    "violated missing-parent 03!2080101!total 03!2080102!total code=20801 name=人力资源和社会保障管理事务 child=2080101 childName=",
  ]);
});

describe("an empty 公开07", () => {
  const sentences = { emptySentences: { "07": "本年度没有政府性基金收支，故本表无数据。" } };
  const filled = { "财拨.1.决算数": "8133.60" };

  test("says why it is empty, once 公开04 is filled; until then nothing is asked", () => {
    expect(structureOf("07-00", { given: {} })).toEqual([]);
    expect(structureOf("07-00", { given: filled, ...sentences })).toEqual([]);
    const [missing] = structureOf("07-00", { given: filled });
    expect(missing).toMatchObject({ code: "empty-sentence-missing", kind: "missing", severity: "explain" });
  });

  test("does not go with figures in 公开04", () => {
    expect(lines(structureOf("07-00", { given: { "财拨.2.决算数": "300.00" }, ...sentences }))).toEqual([
      "violated form-lacks-figures 04!r2!actual form=07",
    ]);
  });
});

describe("a filled 公开07", () => {
  const given = { "基金.2120803.收入项目": "300.00", "基金.2120803.支出项目": "300.00" };

  test("sums up in 公开04 by itself", () => {
    expect(structureOf("07-00", { given })).toEqual([]);
  });

  test("does not go with zeros in 公开04, nor with the sentence of an empty form", () => {
    const zeros = { "财拨.2.决算数": "0.00", "财拨.59.政府性基金": "0.00" };
    const emptySentences = { "07": "故本表无数据。" };
    const codes = structureOf("07-00", { given: { ...given, ...zeros }, emptySentences }).map(({ code }) => code);
    expect(codes).toEqual(["empty-sentence-left", "form-has-figures"]);
  });
});

describe("percentages", () => {
  test.each(["100.00%", "66.67 %", "１００．００％", "—", "-", ""])("may be written %s", (written) => {
    expect(isPercentWriting(written)).toBe(true);
  });

  test.each(["100%", "100.00", "1.00", "1", "100.0%", "百分之百"])("may not be written %s", (written) => {
    expect(isPercentWriting(written)).toBe(false);
  });

  test("entered as a bare ratio are found", () => {
    const row = (project: string, rate: string) => ({
      [`项目资金.【${project}/当年财政拨款】.全年预算数`]: "300.00",
      [`项目资金.【${project}/当年财政拨款】.全年执行数`]: "200.00",
      [`项目资金.【${project}/当年财政拨款】.执行率`]: rate,
    });
    const given = { ...row("p1", "66.67"), ...row("p2", "0.67"), ...row("p3", "6.67") };
    expect(lines(structureOf("12-03", { given }))).toEqual([
      "format percent-format 12-funds!p2/current!rate written=0.67 expected=66.67%",
    ]);
  });
});

test("projects and tasks of one name print one figure; other names are nobody's concern", () => {
  const given = {
    "项目.p1.项目名称": "社会保险 专项补助经费",
    "项目资金.【p1/年度资金总额】.全年执行数": "8112.64",
    "项目.p2.项目名称": "根治欠薪工作经费",
    "项目资金.【p2/年度资金总额】.全年执行数": "5.00",
    "项目.p3.项目名称": "信息化建设专项补助经费",
    "项目资金.【p3/年度资金总额】.全年执行数": "120.93",
    "整体任务.1.任务名称": "社会保险专项补助经费",
    "整体任务.1.实际支出金额": "3055.64",
    "整体任务.2.任务名称": "信息化建设专项补助经费",
    "整体任务.2.实际支出金额": "120.94",
  };
  const findings = structureOf("12-09", { given });
  expect(lines(findings)).toEqual([
    "violated rule-violated 12-funds!p1/total!executed 11-tasks!1!spent name=社会保险 专项补助经费",
    "rounding rule-rounding 12-funds!p3/total!executed 11-tasks!2!spent name=信息化建设专项补助经费",
  ]);
  expect(findings[0]).toMatchObject({ left: "8112.64", right: "3055.64", difference: "5057.00", tolerance: "0.01" });
});
