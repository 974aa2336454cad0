import { describe, expect, test } from "vitest";
import { packFiles } from "../../build/templates/pack-files.js";
import { PACK_FOLDER } from "../../build/templates/make.js";
import { readPack } from "../../shared/template/read-pack.js";

const FILES = packFiles(PACK_FOLDER);

/** One change of a pack's file: the file, what it says and what it shall say; without the latter two the file is gone. */
type Change = readonly [file: string, from?: string, to?: string];

/** The problems of the pack after some changes, as `file path code facts`. */
function problemsAfter(...changes: readonly Change[]): readonly string[] {
  const files = new Map(FILES);
  for (const [file, from, to] of changes) {
    if (from === undefined || to === undefined) {
      files.delete(file);
      continue;
    }
    const text = files.get(file) ?? "";
    if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
    files.set(file, text.replace(from, to));
  }
  return problemsOf(files);
}

function problemsOf(files: ReadonlyMap<string, string>): readonly string[] {
  const reading = readPack(files);
  if (reading.ok) return [];
  return reading.problems.map(({ file, path, code, facts }) =>
    [file, path, code, ...Object.values(facts)].filter((part) => part !== "").join(" "),
  );
}

describe("the pack of Yunnan 2020", () => {
  const reading = readPack(FILES);

  test("is read without a problem", () => {
    expect(reading).toMatchObject({ ok: true });
  });

  test("has the thirteen forms in printed order, each with its tables", () => {
    if (!reading.ok) throw new Error("not read");
    const { pack } = reading;
    expect(pack.forms.map(({ no }) => no).join(" ")).toBe(
      "公开01表 公开02表 公开03表 公开04表 公开05表 公开06表 公开07表 公开08表 公开09表 国有资产占有使用情况表 公开10表 公开11表 公开12表",
    );
    expect(pack.tables.map(({ name }) => name).join(" ")).toBe(
      "总表 收入 支出 财拨 一般 基本 基金 国资经营 三公 资产 自评情况 整体概况 整体目标 整体任务 整体指标 项目 项目资金 项目指标",
    );
  });

  test("knows 30311 and 30399 by their own names, and names of former years", () => {
    if (!reading.ok) throw new Error("not read");
    const [functional, economic] = reading.pack.classifications;
    const name = (code: string): string | undefined => economic?.entries.find((entry) => entry.code === code)?.name;
    expect([name("30311"), name("30399")]).toEqual(["代缴社会保险费", "其他个人和家庭的补助支出"]);
    expect(economic?.entries).toHaveLength(88);
    expect(functional?.entries.filter(({ code }) => code.length === 3)).toHaveLength(26);
    expect(functional?.former).toContainEqual({ code: "215", name: "资源勘探信息等支出", until: 2019 });
  });
});

describe("a pack with slips", () => {
  test("names every wrong field of every file at once", () => {
    expect(
      problemsAfter(
        ["pack.json", '"years": [2020]', '"years": ["2020"]'],
        ["forms/02.json", '"landscape"', '"sideways"'],
        ["tables/03.json", '"aliases"', '"alias"'],
        ["rules/within-01.json", '"severity": "error"', '"severity": "fatal"'],
      ),
    ).toEqual([
      "pack.json years[0] wrong-type whole",
      "forms/02.json print.orientation unknown-value sideways portrait landscape",
      "tables/03.json [0].alias unknown-field",
      "tables/03.json [0].aliases missing-field",
      "rules/within-01.json [0].severity unknown-value fatal error explain hint",
    ]);
  });

  test("has codes twice, or lines that are no code", () => {
    expect(
      problemsAfter(
        ["classifications/economic.csv", "30311,", "3031,"],
        ["classifications/functional.csv", "203,国防支出", "202,国防支出"],
        ["classifications/former.csv", "2019", "去年"],
      ),
    ).toEqual([
      "classifications/former.csv line 4 bad-line functional,215,资源勘探信息等支出,去年",
      "classifications/functional.csv line 4 duplicate 202 line 3",
      "classifications/economic.csv line 55 bad-line 3031,代缴社会保险费",
    ]);
  });

  test("lacks a file, or has one that pack.json does not list, or one that is no JSON", () => {
    expect(problemsAfter(["forms/05.json"])).toEqual(["forms/05.json missing-file"]);
    expect(problemsAfter(["classifications/economic.csv"])).toEqual(["classifications/economic.csv missing-file"]);
    expect(problemsOf(new Map([...FILES, ["tables/13.json", "[]"]]))).toEqual(["tables/13.json unlisted-file"]);
    expect(problemsAfter(["forms/09.json", "{", ""])[0]).toContain("forms/09.json not-json");
    expect(problemsOf(new Map())).toEqual(["pack.json missing-file", "plausibility.json missing-file"]);
  });

  test("uses a name twice where expressions look names up", () => {
    expect(problemsAfter(["tables/02.json", '"name": "收入"', '"name": "支出"'])).toContain(
      "tables/03.json [0].name duplicate 支出 [0].name",
    );
    expect(problemsAfter(["tables/09.json", '"short": "公务用车保有量"', '"short": "公务用车购置数"'])).toContain(
      "tables/09.json [0].rows.r15 duplicate 公务用车购置数 [0].rows.r14",
    );
    expect(problemsAfter(["tables/03.json", '"name": "项目支出"', '"name": "基本支出"'])).toContain(
      "tables/03.json [0].columns[2].name duplicate 基本支出 [0].columns[1].name",
    );
  });

  test("shows what it does not have, or does not show what it has", () => {
    expect(problemsAfter(["forms/02.json", '"column": "business"', '"column": "busyness"'])).toEqual([
      "forms/02.json regions[0].panels[0].columns[7] unknown-name busyness column",
      "forms/02.json regions not-shown business 02",
    ]);
    expect(problemsAfter(["forms/01.json", '"r30"', '"r99"'])).toEqual([
      "forms/01.json regions[0].panels[0].rows[29] unknown-name r99 row",
      "forms/01.json regions not-shown r30 01",
    ]);
    expect(problemsAfter(["forms/12.json", '"repeatedBy": "12-projects"', '"repeatedBy": "12-project"'])).toContain(
      "forms/12.json regions[0].repeatedBy unknown-name 12-project table",
    );
    expect(problemsAfter(["forms/06.json", '"399"', '"398"'])).toEqual([
      "forms/06.json regions[0].panels[2].categories[2] unknown-name 398 code",
    ]);
  });

  test("does not fill its sheet from edge to edge", () => {
    expect(problemsAfter(["forms/09.json", "[42, 7, 18, 18]", "[42, 7, 18]"])).toEqual([
      "forms/09.json regions[0].panels wrong-width 3 4",
    ]);
    expect(problemsAfter(["forms/12.json", '"text": "预期目标", "span": 4', '"text": "预期目标", "span": 3'])).toEqual([
      "forms/12.json regions[2].lines[0] wrong-width 10 9",
    ]);
    expect(problemsAfter(["pack.json", '"编号", ', ""])).toEqual(["pack.json frame.elements.heads wrong-width 3 2"]);
  });

  test("has a formula that cannot be read or speaks of what is not there", () => {
    const broken = (formula: string): readonly string[] =>
      problemsAfter(["rules/within-01.json", '"总表.本年收入合计.收入 = Σ(总表.[1-8].收入)"', `"${formula}"`]).map(
        (line) => line.replace("rules/within-01.json [0].formulas[0].require ", ""),
      );
    expect(broken("总表.本年收入合计.收入 = ")).toEqual(["bad-formula 总表.本年收入合计.收入 =  unclosed 15"]);
    expect(broken("总帐.27.收入 = 0")).toEqual(["unknown-name 总帐 table"]);
    expect(broken("总表.27.结余 = 0")).toEqual(["unknown-name 总表…结余 column"]);
    expect(broken("总表.61.收入 = 0")).toEqual(["unknown-name 总表.61 row"]);
    expect(broken("要素.没有 = 0")).toEqual(["unknown-name 没有 element"]);
  });

  test("asks for a figure of last year that is no cell", () => {
    const asked = '"reference": "收入.合计.本年收入合计"';
    expect(problemsAfter(["last-year.json", asked, '"reference": "年度"'])).toEqual([
      "last-year.json [0].reference unknown-name 年度 cell",
    ]);
  });
});
