import {
  change,
  changes,
  changeWithRate,
  changeWithReason,
  direction,
  line,
  only,
  paragraph,
  share,
  SUBJECT,
  type Block,
} from "./narrative-sentences.js";

const REVENUE = "收入.合计.本年收入合计";
const EXPENDITURE = "支出.合计.本年支出合计";
const GENERAL = "一般.合计.支出合计";
const BASIC = "一般.合计.支出基本";
const OTHER_EXPENDITURE = "支出.合计.上缴上级支出 + 支出.合计.经营支出 + 支出.合计.对附属单位补助支出";

/** 收入.合计.其他收入 with its share, for each source of revenue the table has. */
const SOURCES = ["财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
  .map((name) => `${name}{收入.合计.${name}}万元，占总收入的${share(`收入.合计.${name}`, REVENUE)}`)
  .join("；");

/**
 * The classes of 公开04, one paragraph each; 要素.省略零支出类 leaves out those without expenditure. Uses are known to people
 * only; `@行` in the element's id stands for the class's code.
 */
const CLASSES: readonly Block[] = [
  line("body", "{#遍历 财拨.[33-58] 若 财拨.@行.一般公共预算 ≠ 0 或 非(有数(要素.省略零支出类))}"),
  paragraph(
    "一般公共预算分类",
    `{@行.序号}.{@行.名称|类}（类）支出{财拨.@行.一般公共预算}万元，占一般公共预算财政拨款总支出的${share("财拨.@行.一般公共预算", GENERAL)}` +
      `${only("财拨.@行.一般公共预算 ≠ 0", "，主要用于{要素.用途@行}")}。`,
  ),
  line("body", "{/遍历}"),
];

/** 第三部分, but for “三公”经费. */
const REVENUE_AND_EXPENDITURE: readonly Block[] = [
  line("part", "第三部分　{年度}年度部门决算情况说明"),
  line("heading1", "一、收入决算情况说明"),
  paragraph(
    "收入合计",
    `${SUBJECT}{年度}年度收入合计{${REVENUE}}万元。${only(`${REVENUE} ≠ 0`, `其中：${SOURCES}。`)}${changeWithReason(REVENUE, "收入增减原因")}`,
  ),
  line("heading1", "二、支出决算情况说明"),
  paragraph(
    "支出合计",
    `${SUBJECT}{年度}年度支出合计{${EXPENDITURE}}万元。` +
      only(
        `${EXPENDITURE} ≠ 0`,
        `其中：基本支出{支出.合计.基本支出}万元，占总支出的${share("支出.合计.基本支出", EXPENDITURE)}；项目支出{支出.合计.项目支出}万元，` +
          `占总支出的${share("支出.合计.项目支出", EXPENDITURE)}；上缴上级支出、经营支出、对附属单位补助支出共{${OTHER_EXPENDITURE}}万元，` +
          `占总支出的${share(OTHER_EXPENDITURE, EXPENDITURE)}。`,
      ) +
      changeWithReason(EXPENDITURE, "支出增减原因"),
  ),
  line("heading2", "（一）基本支出情况"),
  paragraph(
    "基本支出",
    "{年度}年度用于保障{部门}机关、下属事业单位等机构正常运转的日常支出{支出.合计.基本支出}万元。" +
      changeWithReason("支出.合计.基本支出", "基本支出增减原因") +
      only(
        `${BASIC} ≠ 0`,
        `包括基本工资、津贴补贴等人员经费支出{基本.人员经费合计.金额}万元，占${basicOf()}的${share("基本.人员经费合计.金额", BASIC)}。` +
          "办公费、印刷费、水电费、办公设备购置等公用经费{基本.公用经费合计.金额}万元，" +
          `占${basicOf()}的${share("基本.公用经费合计.金额", BASIC)}。`,
      ),
  ),
  line("heading2", "（二）项目支出情况"),
  paragraph(
    "项目支出",
    "{年度}年度用于保障{部门}机构、下属事业单位等机构为完成特定的行政工作任务或事业发展目标，用于专项业务工作的经费支出" +
      `{支出.合计.项目支出}万元。${changeWithReason("支出.合计.项目支出", "项目支出增减原因")}` +
      only("支出.合计.项目支出 ≠ 0", "项目经费主要用于{要素.项目支出用途}。"),
  ),
  line("heading1", "三、一般公共预算财政拨款支出决算情况说明"),
  line("heading2", "（一）一般公共预算财政拨款支出决算总体情况"),
  paragraph(
    "一般公共预算支出",
    `${SUBJECT}{年度}年度一般公共预算财政拨款支出{${GENERAL}}万元${only(`${EXPENDITURE} ≠ 0`, `，占本年支出合计的${share(GENERAL, EXPENDITURE)}`)}。` +
      changeWithReason(GENERAL, "一般公共预算支出增减原因"),
  ),
  line("heading2", "（二）一般公共预算财政拨款支出决算具体情况"),
  ...CLASSES,
];

/** 公开06 shows basic expenditure of the general public budget; where 公开03's is another figure the sentence names the base. */
function basicOf(): string {
  return `${only(`支出.合计.基本支出 ≠ ${BASIC}`, "一般公共预算财政拨款")}基本支出`;
}

const EXPENSES = "一般公共预算财政拨款“三公”经费";
const TOTAL = actual(2);

/** 四、“三公”经费: against the budget, against last year, and in detail. */
const THREE_PUBLIC: readonly Block[] = [
  line("heading1", `四、${EXPENSES}支出决算情况说明`),
  line("heading2", `（一）${EXPENSES}支出决算总体情况`),
  paragraph(
    "三公预算执行",
    `${SUBJECT}{年度}年度${EXPENSES}支出预算为{${budget(2)}|最简}万元，支出决算为{${TOTAL}}万元${execution(2)}。其中：因公出国（境）费支出决算为` +
      `{${actual(3)}}万元${execution(3)}；公务用车购置及运行维护费支出决算为{${actual(4)}}万元${execution(4)}；公务接待费支出决算为` +
      `{${actual(7)}}万元${execution(7)}。{年度}年度${EXPENSES}支出决算数` +
      only(
        `大小(${TOTAL}, ${budget(2)}) ≠ “等于”`,
        `{大小(${TOTAL}, ${budget(2)})}预算数的主要原因是${travel()}；${vehicles()}；${receptions()}。`,
        "等于预算数。",
      ),
  ),
  paragraph(
    "三公增减",
    `{年度}年度${EXPENSES}支出决算数${changeWithRate(TOTAL, "比{上年度}年")}。其中：因公出国（境）费支出决算${changeWithRate(actual(3))}；` +
      `公务用车购置及运行维护费支出决算${changeWithRate(actual(4))}；公务接待费支出决算${changeWithRate(actual(7))}。` +
      only(changes(TOTAL), `{年度}年度${EXPENSES}支出决算${direction(TOTAL)}的主要原因是{要素.三公增减原因}。`),
  ),
  line("heading2", `（二）${EXPENSES}支出决算具体情况`),
  paragraph(
    "三公构成",
    `{年度}年度${EXPENSES}支出决算中，因公出国（境）费支出{${actual(3)}}万元${part(3)}；公务用车购置及运行维护费支出{${actual(4)}}万元` +
      `${part(4)}；公务接待费支出{${actual(7)}}万元${part(7)}。具体情况如下：`,
  ),
  paragraph(
    "出国费",
    `1.因公出国（境）费支出{${actual(3)}}万元，共安排因公出国（境）团组{${actual(12)}}个，累计{${actual(13)}}人次。` +
      only(`${actual(3)} ≠ 0`, "主要用于{要素.出国费用途}。"),
  ),
  paragraph("公务用车费", `2.公务用车购置及运行维护费支出{${actual(4)}}万元。其中：`),
  paragraph(
    "公务用车购置费",
    `公务用车购置支出{${actual(5)}}万元，购置车辆{${actual(14)}}辆。${only(`${actual(5)} ≠ 0`, "主要用于{要素.公务用车购置用途}。")}`,
  ),
  paragraph(
    "公务用车运行维护费",
    `公务用车运行维护支出{${actual(6)}}万元，开支一般公共预算财政拨款的公务用车保有量为{${actual(15)}}辆。` +
      only(`${actual(6)} ≠ 0`, `上述{${actual(15)}}辆公务用车的运行维护费主要用于{要素.公务用车运行维护费用途}。`),
  ),
  paragraph("公务接待费", `3.公务接待费支出{${actual(7)}}万元。其中：`),
  paragraph(
    "国内接待费",
    `国内接待费支出{${actual(8)}}万元（其中：外事接待费支出{${actual(9)}}万元），共安排国内公务接待{${actual(16)}}批次（其中：外事接待` +
      `{${actual(17)}}批次），接待人次{${actual(18)}}人（其中：外事接待人次{${actual(19)}}人）。` +
      only(`${actual(8)} ≠ 0`, "主要用于{要素.国内接待费用途}。"),
  ),
  paragraph(
    "国外接待费",
    `国（境）外接待费支出{${actual(10)}}万元，共安排国（境）外公务接待{${actual(20)}}批次，接待人次{${actual(21)}}人。` +
      only(`${actual(10)} ≠ 0`, "主要用于{要素.国外接待费用途}。"),
  ),
];

/** 第三部分 (决算情况说明). */
export const ACCOUNTS: readonly Block[] = [...REVENUE_AND_EXPENDITURE, ...THREE_PUBLIC];

/** 公开09's 决算统计数 in a printed line. */
function actual(row: number): string {
  return `三公.${String(row)}.决算统计数`;
}

function budget(row: number): string {
  return `三公.${String(row)}.预算数`;
}

/** A budget of 0 has no rate of execution: the sentence says so instead of 0% or 100%. */
function execution(row: number): string {
  const rate = share(actual(row), budget(row));
  return only(`${budget(row)} ≠ 0`, `，完成预算的${rate}`, "（未安排预算）");
}

function part(row: number): string {
  return only(`${TOTAL} ≠ 0`, `，占${share(actual(row), TOTAL)}`);
}

/** Reasons are asked for where budget and actual differ; one that was given is printed in any case. */
function travel(): string {
  const reason = only(`有数(要素.出国费差异原因) 或 ${actual(3)} ≠ ${budget(3)}`, "，{要素.出国费差异原因}");
  return `因公出国（境）费${only(`${budget(3)} ≠ 0`, `预算数{${budget(3)}|最简}万元，`)}决算数为{${actual(3)}}万元${reason}`;
}

function vehicles(): string {
  const purchase = only(
    `${budget(5)} ≠ 0 或 ${actual(5)} ≠ 0`,
    `公务用车购置费预算数{${budget(5)}|最简}万元，决算数{${actual(5)}}万元，`,
  );
  const comparison = only(
    changes(actual(6)),
    `与{上年度}年决算相比，${direction(actual(6))}${change(actual(6))}万元`,
    "与{上年度}年决算持平",
  );
  const differs = `${actual(4)} > ${budget(4)} 或 ${actual(4)} < ${budget(4)} × 0.8`;
  return (
    `公务用车购置及运行维护费中的${purchase}公务用车运行维护费预算数{${budget(6)}|最简}万元，决算数{${actual(6)}}万元，${comparison}` +
    only(`有数(要素.公务用车费差异原因) 或 ${differs}`, "，主要是{要素.公务用车费差异原因}")
  );
}

function receptions(): string {
  return (
    `公务接待费预算数{${budget(7)}|最简}万元，决算数{${actual(7)}}万元` +
    only(`有数(要素.接待费差异原因) 或 ${actual(7)} ≠ ${budget(7)}`, "，主要是{要素.接待费差异原因}")
  );
}
