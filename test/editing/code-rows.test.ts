import { describe, expect, test } from "vitest";
import { addCodeRow } from "../../shared/editing/code-rows.js";
import { removeRows } from "../../shared/editing/remove-rows.js";
import { renameCode } from "../../shared/editing/rename-code.js";
import { after, codes, editingOf, figure, published, reason, workbookWith } from "../support/editing.js";

const small = workbookWith({
  table: "05",
  rows: [
    { key: "total", cells: {} },
    { key: "208", name: "社会保障和就业支出", cells: {} },
    { key: "20801", name: "人力资源和社会保障管理事务", cells: {} },
    { key: "2080101", name: "行政运行", cells: { revenueBasic: "10.00", expenditureBasic: "10.00" } },
    { key: "213", name: "农林水支出", cells: { expenditureProject: "5.00" } },
  ],
});

describe("adding a code row", () => {
  test("by its code puts it among the codes, with the name the list knows", () => {
    const next = after(small, addCodeRow(small, "05", { code: "210" }));
    expect(codes(next, "05")).toEqual([
      "total 合计",
      "208 社会保障和就业支出",
      "20801 人力资源和社会保障管理事务",
      "2080101 行政运行",
      "210 卫生健康支出",
      "213 农林水支出",
    ]);
  });

  test("lets the missing 款 and 类 appear, and they are sums of their parts in every column", () => {
    const next = after(small, addCodeRow(small, "05", { code: "２１０ 11 01", name: "行政单位医疗" }));
    expect(codes(next, "05").slice(4, 7)).toEqual([
      "210 卫生健康支出",
      "21011 行政事业单位医疗",
      "2101101 行政单位医疗",
    ]);
    const { columns } = next.computed.table("05");
    for (const { id } of columns) {
      expect(next.computed.isDerived({ table: "05", row: "210", column: id }), id).toBe(true);
      expect(next.computed.isDerived({ table: "05", row: "21011", column: id }), id).toBe(true);
    }
  });

  test("by its name finds the code, whatever the blanks", () => {
    const next = after(small, addCodeRow(small, "05", { name: " 卫生健康 支出" }));
    expect(codes(next, "05")).toContain("210 卫生健康支出");
  });

  test("by a name that other tables of the workbook use finds its code", () => {
    const editing = published();
    const next = after(editing, addCodeRow(editing, "07", { name: "创业担保贷款贴息" }));
    expect(codes(next, "07")).toEqual([
      "total 合计",
      "213 农林水支出",
      "21308 普惠金融发展支出",
      "2130804 创业担保贷款贴息",
    ]);
  });

  test("asks for the name of a code nobody has named, and takes a learned one", () => {
    expect(reason(addCodeRow(small, "05", { code: "2299901" }))).toBe("name-needed code=2299901");
    const learned = new Map([["functional", new Map([["2299901", "其他支出"]])]]);
    const next = after(small, addCodeRow({ ...small, learned }, "05", { code: "2299901" }));
    expect(codes(next, "05").at(-1)).toBe("2299901 其他支出");
  });

  test("refuses what is no code, what is there already, and names that say too little", () => {
    expect(reason(addCodeRow(small, "05", { code: "2080" }))).toBe("code-malformed code=2080");
    expect(reason(addCodeRow(small, "06", { code: "3010101", name: "甲" }))).toBe("code-malformed code=3010101");
    expect(reason(addCodeRow(small, "05", { code: "208" }))).toBe("code-exists code=208 name=社会保障和就业支出");
    expect(reason(addCodeRow(small, "05", { name: "没有这样的科目" }))).toBe("name-unknown name=没有这样的科目");
    expect(reason(addCodeRow(small, "05", { name: "  " }))).toBe("code-needed text=");
    const learned = new Map([
      [
        "functional",
        new Map([
          ["2010101", "行政运行"],
          ["2010301", "行政运行"],
        ]),
      ],
    ]);
    expect(reason(addCodeRow({ ...small, learned }, "05", { name: "行政运行" }))).toBe(
      "name-ambiguous name=行政运行 codes=2010101 2010301",
    );
  });

  test("makes a leaf's own figures stated once its first child is there", () => {
    const next = after(small, addCodeRow(small, "05", { code: "21301", name: "农业农村" }));
    expect(figure(next, "05", "213", "expenditureProject")).toBe("5.00");
    const row = next.session.workbook.tables.get("05")?.rows.find(({ key }) => key === "213");
    expect(row?.marks.get("expenditureProject")?.kind).toBe("stated");
  });

  test("keeps 公开06's footer rows below and each 类 together", () => {
    const economic = workbookWith({
      table: "06",
      rows: [
        { key: "301", name: "工资福利支出", cells: {} },
        { key: "303", name: "对个人和家庭的补助", cells: {} },
        { key: "302", name: "商品和服务支出", cells: {} },
        { key: "30299", name: "其他商品和服务支出", cells: {} },
      ],
    });
    const next = after(economic, addCodeRow(economic, "06", { code: "30201" }));
    expect(next.computed.rows("06")).toEqual(["301", "303", "302", "30201", "30299", "personnelTotal", "runningTotal"]);
  });
});

describe("removing rows", () => {
  test("offers to take the rows below along, and does so only when told", () => {
    expect(reason(removeRows(small, [{ table: "05", row: "208" }]))).toBe(
      "has-children code=208 name=社会保障和就业支出 count=2",
    );
    const next = after(small, removeRows(small, [{ table: "05", row: "208" }], { withChildren: true }));
    expect(codes(next, "05")).toEqual(["total 合计", "213 农林水支出"]);
    const chosen = ["2080101", "208", "20801"].map((row) => ({ table: "05", row }));
    expect(codes(after(small, removeRows(small, chosen)), "05")).toEqual(["total 合计", "213 农林水支出"]);
  });

  test("leaves a parent that lost its last child with its figures", () => {
    const next = after(small, removeRows(small, [{ table: "05", row: "2080101" }]));
    expect(codes(next, "05")).toContain("20801 人力资源和社会保障管理事务");
    expect(figure(next, "05", "20801", "expenditureBasic")).toBe("10.00");
    expect(figure(next, "05", "total", "expenditureTotal")).toBe("15.00");
  });

  test("leaves what the form prints by itself", () => {
    expect(reason(removeRows(small, [{ table: "05", row: "total" }]))).toBe("row-printed name=合计");
    const editing = published();
    expect(reason(removeRows(editing, [{ table: "12-funds", row: "p1/carryover" }]))).toBe(
      "row-printed name=上年结转资金",
    );
    expect(reason(removeRows(editing, [{ table: "01", row: "r3" }]))).toMatch(/^row-printed /);
  });
});

describe("giving a row another code", () => {
  test("moves its figures to the new code's place and takes the list's name for a listed one", () => {
    const next = after(small, renameCode(small, { table: "05", row: "213" }, "201"));
    expect(codes(next, "05").slice(0, 3)).toEqual(["total 合计", "201 一般公共服务支出", "208 社会保障和就业支出"]);
    expect(figure(next, "05", "201", "expenditureProject")).toBe("5.00");
    expect(figure(next, "05", "total", "expenditureTotal")).toBe("15.00");
  });

  test("keeps a name that somebody wrote, and residuals of the row", () => {
    const editing = workbookWith({
      table: "05",
      rows: [{ key: "2080101", name: "自己写的", cells: { expenditureBasic: "1.00", expenditureTotal: "1.01" } }],
    });
    const next = after(editing, renameCode(editing, { table: "05", row: "2080101" }, "2080102"));
    expect(codes(next, "05")).toEqual([
      "total 合计",
      "208 社会保障和就业支出",
      "20801 人力资源和社会保障管理事务",
      "2080102 自己写的",
    ]);
    expect(figure(next, "05", "2080102", "expenditureTotal")).toBe("1.01");
  });

  test("is refused for a row with rows below it and for a code that is there", () => {
    expect(reason(renameCode(small, { table: "05", row: "20801" }, "20802"))).toMatch(/^has-children code=20801 /);
    expect(reason(renameCode(small, { table: "05", row: "2080101" }, "213"))).toMatch(/^code-exists code=213 /);
    expect(renameCode(small, { table: "05", row: "213" }, "213")).toEqual({
      ok: true,
      value: { origin: "rows", changes: [] },
    });
    expect(editingOf(small.session).computed.rows("05")).toEqual(small.computed.rows("05"));
  });
});
