/** Keys of the sheet itself, for the list of shortcuts: keys, then what they do. */
export const SHEET_KEYS: readonly (readonly [string, string])[] = [
  ["直接键入", "替换单元格内容"],
  ["F2 或双击", "修改单元格内容"],
  ["Enter / Shift+Enter", "确定并下移 / 上移"],
  ["Tab / Shift+Tab", "确定并右移 / 左移"],
  ["Esc", "放弃本次输入"],
  ["Alt+Enter", "单元格内换行"],
  ["方向键", "移动"],
  ["Ctrl+方向键", "移到数据区边缘"],
  ["Shift+方向键", "扩大选区"],
  ["Home / End", "移到行首 / 行尾"],
  ["Ctrl+Home / Ctrl+End", "移到表首 / 表尾"],
  ["PageUp / PageDown", "翻一屏"],
  ["Ctrl+单击", "增加一个选区"],
  ["Shift+F10 或菜单键", "快捷菜单"],
  ["F6 / Shift+F6", "在工具栏、表目录、表格、检查结果之间切换"],
  ["=12.3+4.5", "输入算式，存结果"],
];
