/** The words of adding and removing rows and blocks. */
export const WORDS = {
  addCode: "增加科目行…",
  addRow: "插入行",
  removeRows: "删除行",
  addBlock: "增加项目",
  removeBlock: "删除本项目…",
  split: "拆分合并格",
  removeTitle: "删除科目行",
  removeText: (row: string, count: string) => `${row}下面还有 ${count} 行。连同下级一起删除吗？`,
  removeAll: "连同下级删除",
  blockTitle: "删除项目",
  blockText: (name: string) => `删除${name === "" ? "这个项目" : `项目“${name}”`}和它的资金、指标？删除后可以撤销。`,
  removeBlockYes: "删除",
  cancel: "取消",
  noRow: "请先选中要删除的行",
  noBlock: "请先选中要删除的项目",
  noList: "这张表的行是印好的，不能增加",
} as const;
