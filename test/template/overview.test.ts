import { describe, expect, test } from "vitest";
import { readPack } from "../../shared/template/read-pack.js";
import { loadPack, packFiles } from "../support/seed.js";

describe("overview.json", () => {
  test("the pack of 2020 draws income, both kinds of expenditure and the three public expenses", () => {
    const { charts } = loadPack("yunnan-2020").overview;
    expect(charts.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      "revenue share",
      "kinds share",
      "functions bars",
      "three-public compare",
    ]);
  });

  test("may be missing: then the page draws nothing", () => {
    const read = readPack(without("overview.json"));
    expect(read.ok && read.pack.overview.charts).toEqual([]);
  });

  test("names cells, rows and columns of the pack, and one cell for each series", () => {
    const charts = [
      { id: "a", title: "a", kind: "share", items: [{ name: "a", figures: ["收入.合计.没有这一栏"] }] },
      { id: "b", title: "b", kind: "bars", rows: { set: "支出.[类]", column: "没有" } },
      { id: "c", title: "c", kind: "bars", rows: { set: "没有.[类]", column: "没有" } },
      {
        id: "d",
        title: "d",
        kind: "compare",
        series: [{ name: "x" }, { name: "y" }],
        items: [{ name: "d", figures: ["三公.2.决算统计数"] }],
      },
    ];
    const files = new Map(packFiles("yunnan-2020")).set("overview.json", JSON.stringify({ charts }));
    const read = readPack(files);
    const problems = read.ok ? [] : read.problems.map(({ file, path, code }) => `${file} ${path} ${code}`);
    expect(problems).toEqual([
      "overview.json charts[0].items[0] unknown-name",
      "overview.json charts[1].rows unknown-name",
      "overview.json charts[2].rows unknown-name",
      "overview.json charts[3].items[0] wrong-width",
    ]);
  });

  test("knows three kinds of charts", () => {
    const charts = [{ id: "a", title: "a", kind: "radar", items: [] }];
    const read = readPack(new Map(packFiles("yunnan-2020")).set("overview.json", JSON.stringify({ charts })));
    expect(read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "charts[0].kind unknown-value",
    ]);
  });
});

function without(file: string): ReadonlyMap<string, string> {
  const files = new Map(packFiles("yunnan-2020"));
  files.delete(file);
  return files;
}
