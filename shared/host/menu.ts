import type { MenuCommand } from "./contract.js";

/**
 * The program's menus: what stands where, in the words people read, and by which keys. The system's menu and the one drawn in
 * the window are made from this one list.
 */
export const MENUS: readonly MenuGroup[] = [
  {
    label: "文件",
    items: [
      { command: "new", label: "新建…", keys: "Ctrl+N" },
      { command: "open", label: "打开…", keys: "Ctrl+O" },
      { command: "open-sample", label: "打开示例" },
      { command: "packs", label: "模板包…" },
      "line",
      { command: "save", label: "保存", keys: "Ctrl+S", needsDocument: true },
      { command: "save-as", label: "另存为…", keys: "F12", needsDocument: true },
      { command: "export", label: "导出…", keys: "Ctrl+E", needsDocument: true },
      { command: "publish", label: "公开发布…", needsDocument: true },
      { command: "print", label: "打印…", keys: "Ctrl+P", needsDocument: true },
      "line",
      { command: "close-document", label: "关闭文件", keys: "Ctrl+W", needsDocument: true },
      { command: "quit", label: "退出", keys: "Ctrl+Q" },
    ],
  },
  {
    label: "编辑",
    items: [
      { command: "undo", label: "撤销", keys: "Ctrl+Z", needsDocument: true },
      { command: "redo", label: "重做", keys: "Ctrl+Y", needsDocument: true },
      "line",
      { command: "cut", label: "剪切", keys: "Ctrl+X", keysOfPage: true },
      { command: "copy", label: "复制", keys: "Ctrl+C", keysOfPage: true },
      { command: "paste", label: "粘贴", keys: "Ctrl+V", keysOfPage: true },
      { command: "delete", label: "清除内容", keys: "Delete", keysOfPage: true, needsDocument: true },
      { command: "select-all", label: "全选", keys: "Ctrl+A", keysOfPage: true },
      "line",
      { command: "find", label: "查找…", keys: "Ctrl+F", needsDocument: true },
      { command: "replace", label: "替换…", keys: "Ctrl+H", needsDocument: true },
      { command: "fill-down", label: "向下填充", keys: "Ctrl+D", needsDocument: true },
    ],
  },
  {
    label: "数据",
    items: [
      { command: "add-row", label: "增加科目行…", keys: "Ctrl+Shift+=", needsDocument: true },
      { command: "remove-row", label: "删除科目行", keys: "Ctrl+-", needsDocument: true },
      "line",
      { command: "add-project", label: "增加项目", needsDocument: true },
      { command: "remove-project", label: "删除项目", needsDocument: true },
      "line",
      { command: "unit-details", label: "单位信息…", needsDocument: true },
      { command: "take-previous", label: "取上年数…", needsDocument: true },
      { command: "import-codes", label: "导入科目表…", needsDocument: true },
    ],
  },
  {
    label: "核对",
    items: [
      { command: "next-finding", label: "下一条问题", keys: "F8", needsDocument: true },
      { command: "previous-finding", label: "上一条问题", keys: "Shift+F8", needsDocument: true },
      "line",
      { command: "check-narrative", label: "核对决算说明…", needsDocument: true },
    ],
  },
  {
    label: "视图",
    items: [
      { command: "previous-table", label: "上一张表", keys: "Ctrl+PageUp", needsDocument: true },
      { command: "next-table", label: "下一张表", keys: "Ctrl+PageDown", needsDocument: true },
      "line",
      { command: "show-findings", label: "检查结果", keys: "F7", needsDocument: true },
      { command: "show-overview", label: "概览", needsDocument: true },
      { command: "show-narrative", label: "决算说明", needsDocument: true },
      "line",
      { command: "zoom-in", label: "放大", keys: "Ctrl+Alt+=" },
      { command: "zoom-out", label: "缩小", keys: "Ctrl+Alt+-" },
      { command: "zoom-reset", label: "原始大小", keys: "Ctrl+Alt+0" },
    ],
  },
  {
    label: "帮助",
    items: [
      { command: "shortcuts", label: "快捷键", keys: "F1" },
      { command: "about", label: "关于公开表编辑器" },
    ],
  },
];

/** One menu of the bar, from the left. */
export interface MenuGroup {
  readonly label: string;
  readonly items: readonly (MenuEntry | "line")[];
}

/** One item of a menu. */
export interface MenuEntry {
  readonly command: MenuCommand;
  readonly label: string;
  /** The keys that do the same, spelled as Electron spells accelerators. */
  readonly keys?: string;
  /** The page itself hears these keys, because what they mean depends on where the focus is; the menu only shows them. */
  readonly keysOfPage?: boolean;
  /** Whether it makes sense only while a workbook is open. */
  readonly needsDocument?: boolean;
}
