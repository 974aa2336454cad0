import { line, only, paragraph, SUBJECT, when, type Block } from "./narrative-sentences.js";

const UNITS = "要素.行政单位数 + 要素.参公事业单位数 + 要素.其他事业单位数";

/** Title, 第一部分 (部门概况) and 第二部分 (决算表). Duties, tasks, units and posts are known to people only. */
export const OVERVIEW: readonly Block[] = [
  line("title", "{部门}\n{年度}年度部门决算公开情况说明"),
  line("part", "第一部分　{部门}概况"),
  line("heading1", "一、主要职能"),
  line("heading2", "（一）主要职能"),
  paragraph("主要职能", "{要素.主要职能|段落}"),
  line("heading2", "（二）{年度}年度重点工作任务介绍"),
  paragraph("重点工作", "{要素.重点工作|段落}"),
  line("heading1", "二、部门基本情况"),
  line("heading2", "（一）部门决算单位构成"),
  paragraph(
    "单位构成",
    `纳入${SUBJECT}{年度}年度部门决算编报的单位共{${UNITS}}个。其中：行政单位{要素.行政单位数}个，` +
      only("要素.参公事业单位数 ≠ 0", "参照公务员法管理的事业单位{要素.参公事业单位数}个，") +
      "其他事业单位{要素.其他事业单位数}个。分别是：",
  ),
  paragraph("单位名单", "{要素.单位名单|段落}"),
  line("heading2", "（二）部门人员和车辆的编制及实有情况"),
  paragraph(
    "人员编制",
    `${SUBJECT}{年度}年末实有人员编制{要素.行政编制 + 要素.事业编制}人。其中：行政编制{要素.行政编制}人（含行政工勤编制` +
      "{要素.行政工勤编制}人），事业编制{要素.事业编制}人（含参公管理事业编制{要素.参公事业编制}人）；在职在编实有行政人员" +
      "{要素.在职行政人员}人（含行政工勤人员{要素.在职行政工勤人员}人），事业人员{要素.在职事业人员}人（含参公管理事业人员" +
      "{要素.在职参公事业人员}人），其他人员{要素.在职其他人员}人。",
  ),
  paragraph(
    "离退休人员",
    "离退休人员{要素.离休人员 + 要素.退休人员}人。其中：离休{要素.离休人员}人，退休{要素.退休人员}人。",
  ),
  paragraph("车辆编制", "实有车辆编制{要素.车辆编制}辆，在编实有车辆{三公.15.决算统计数}辆。"),

  line("part", "第二部分　{年度}年度部门决算表"),
  line("caption", "（详见附件）"),
  ...emptyTable(
    "政府性基金预算空表",
    "基金.合计.年初合计 + 基金.合计.收入合计 + 基金.合计.支出合计",
    `${SUBJECT}{年度}年度没有政府性基金预算财政拨款收入，也没有使用政府性基金预算财政拨款安排的支出，故《政府性基金预算财政拨款收入` +
      "支出决算表》无数据。",
  ),
  ...emptyTable(
    "国有资本经营预算空表",
    "国资经营.合计.年初结转和结余 + 国资经营.合计.本年收入 + 国资经营.合计.本年支出",
    `${SUBJECT}{年度}年度没有国有资本经营预算财政拨款收入支出，故《国有资本经营预算财政拨款收入支出决算表》无数据。`,
  ),
];

/** A table that is published empty needs the sentence saying why. */
function emptyTable(id: string, figures: string, sentence: string): readonly Block[] {
  return when("否", `有数(${figures}) 且 ${figures} ≠ 0`, paragraph(id, sentence));
}
