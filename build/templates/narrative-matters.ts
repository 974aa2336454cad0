import { TERMS, TERMS_OF_FIGURES } from "./narrative-terms.js";
import {
  changeWithReason,
  change,
  changes,
  direction,
  line,
  only,
  paragraph,
  share,
  SUBJECT,
  when,
  type Block,
  type TableCell,
} from "./narrative-sentences.js";

const RUNNING = "三公.22.决算统计数";
const PROCUREMENT = "要素.采购货物支出 + 要素.采购工程支出 + 要素.采购服务支出";

/** 国有资产占有使用情况表 by column: printed head and the pack's column name, in printed order. */
const ASSETS: readonly (readonly [head: string, column: string])[] = [
  ["资产总额", "资产总额"],
  ["流动资产", "流动资产"],
  ["小计", "固定资产"],
  ["房屋构筑物", "房屋构筑物"],
  ["车辆", "车辆"],
  ["单价200万以上大型设备", "大型设备"],
  ["其他固定资产", "其他固定资产"],
  ["对外投资/有价证券", "对外投资"],
  ["在建工程", "在建工程"],
  ["无形资产", "无形资产"],
  ["其他资产", "其他资产"],
];

/** 第四部分 (其他重要事项及相关口径情况说明) and 第五部分 (名词解释). */
export const MATTERS: readonly Block[] = [
  line("part", "第四部分　其他重要事项及相关口径情况说明"),
  line("heading1", "一、机关运行经费支出情况"),
  paragraph(
    "机关运行经费",
    `${SUBJECT}{年度}年机关运行经费支出{${RUNNING}}万元，${changeWithReason(RUNNING, "机关运行经费增减原因")}` +
      only(`${RUNNING} ≠ 0`, "部门机关运行经费主要用于{要素.机关运行经费用途}。"),
  ),
  line("heading1", "二、国有资产占用情况"),
  paragraph("国有资产", assetSentences()),
  line("caption", "国有资产占有使用情况表"),
  line("unit", "单位：万元"),
  { kind: "table", widths: [12, 8, 14, 13, 13, 13, 12, 13, 14, 12, 10, 11, 11], rows: assetRows() },
  line("note", "填报说明：1.资产总额＝流动资产＋固定资产＋对外投资／有价证券＋在建工程＋无形资产＋其他资产"),
  line("note", "2.固定资产＝房屋构筑物＋车辆＋单价200万元以上大型设备＋其他固定资产"),
  line("note", "3.填报金额为资产“账面原值”。"),
  line("heading1", "三、政府采购支出情况"),
  paragraph(
    "政府采购",
    `{年度}年度，部门政府采购支出总额{${PROCUREMENT}}万元，其中：政府采购货物支出{要素.采购货物支出}万元；政府采购工程支出` +
      "{要素.采购工程支出}万元；政府采购服务支出{要素.采购服务支出}万元。授予中小企业合同金额{要素.中小企业合同金额}万元" +
      `${only(`${PROCUREMENT} ≠ 0`, `，占政府采购支出总额的${share("要素.中小企业合同金额", PROCUREMENT)}`)}。`,
  ),
  line("heading1", "四、部门绩效自评情况"),
  paragraph("绩效自评", "部门绩效自评情况详见附表（附表10—附表12）。"),
  line("heading1", "五、其他重要事项情况说明"),
  paragraph("其他重要事项", only("有数(要素.其他重要事项)", "{要素.其他重要事项|段落}", "无")),
  line("heading1", "六、相关口径说明"),
  ...TERMS_OF_FIGURES,
  line("part", "第五部分　名词解释"),
  ...TERMS,
  ...when("若", "有数(要素.监督索引号)", line("ending", "监督索引号　{要素.监督索引号}")),
];

function assetSentences(): string {
  const parts = [
    ["流动资产", "流动资产"],
    ["固定资产", "固定资产"],
    ["对外投资及有价证券", "对外投资"],
    ["在建工程", "在建工程"],
    ["无形资产", "无形资产"],
    ["其他资产", "其他资产"],
  ].map(([name, column]) => `${name ?? ""}{资产.合计.${column ?? ""}}万元`);
  return (
    `截至{年度}年12月31日，${SUBJECT}资产总额{资产.合计.资产总额}万元，其中，${parts.join("，")}（具体内容详见附表）。与上年相比，` +
    `本年资产总额${changeAlone("资产.合计.资产总额")}，其中固定资产${changeAlone("资产.合计.固定资产")}。处置房屋建筑物` +
    "{要素.处置房屋面积|最简}平方米，账面原值{要素.处置房屋原值}万元；处置车辆{要素.处置车辆数}辆，账面原值{要素.处置车辆原值}万元；" +
    "报废报损资产{要素.报废报损资产项数}项，账面原值{要素.报废报损资产原值}万元，实现资产处置收入{要素.资产处置收入}万元；出租房屋" +
    "{要素.出租房屋面积|最简}平方米，账面原值{要素.出租房屋原值}万元，实现资产使用收入{要素.资产使用收入}万元。"
  );
}

function changeAlone(figure: string): string {
  return only(changes(figure), `${direction(figure)}${change(figure)}万元`, "持平");
}

/** Heads in two rows (固定资产 spans five columns), the printed column numbers, and the one row of figures. */
function assetRows(): readonly (readonly TableCell[])[] {
  const before: readonly TableCell[] = ["项目", "行次"].map((text) => ({ text, rows: 2 }));
  const tops: TableCell[] = ASSETS.flatMap(([head], index): TableCell[] => {
    if (index === 2) return [{ text: "固定资产", columns: 5 }];
    return index > 2 && index < 7 ? [] : [{ text: head, rows: 2 }];
  });
  const fixed = ASSETS.slice(2, 7).map(([head]) => ({ text: head }));
  const numbers = ASSETS.map((_, index) => ({ text: String(index + 1) }));
  const figures = ASSETS.map(([, column]) => ({ text: blankWhenZero(`资产.合计.${column}`) }));
  return [
    [...before, ...tops],
    fixed,
    [{ text: "栏次" }, { text: "" }, ...numbers],
    [{ text: "合计" }, { text: "1" }, ...figures],
  ];
}

/** The table prints nothing where nothing is owned; what is missing is marked in the sentences above it. */
function blankWhenZero(figure: string): string {
  return only(`有数(${figure}) 且 ${figure} ≠ 0`, `{${figure}}`);
}
