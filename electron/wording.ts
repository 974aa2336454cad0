import type { OpenKind } from "../shared/host/contract.js";

/** What the shell itself says to people: the words of the system's dialogs. Menus are in shared/host/menu, all else is the page's. */

interface DialogWords {
  readonly title: string;
  readonly filters: { readonly name: string; readonly extensions: string[] }[];
}

/** The dialog that asks for a file, by what is looked for. */
export const OPEN_DIALOGS: Readonly<Record<OpenKind, DialogWords>> = {
  workbook: { title: "打开公开表", filters: [{ name: "Excel、WPS 工作簿", extensions: ["xlsx", "xls", "et"] }] },
  "previous-workbook": {
    title: "选择上年公开表",
    filters: [{ name: "Excel、WPS 工作簿", extensions: ["xlsx", "xls", "et"] }],
  },
  "code-list": { title: "选择科目表", filters: [{ name: "科目表", extensions: ["xlsx", "xls", "et", "csv"] }] },
  narrative: { title: "选择决算说明", filters: [{ name: "Word、PDF、文本", extensions: ["docx", "pdf", "txt"] }] },
  "narrative-template": { title: "选择决算说明模板", filters: [{ name: "Word 文档", extensions: ["docx"] }] },
};

export const SAVE_DIALOG_TITLE = "另存为";
export const EXPORT_DIALOG = { title: "选择导出文件夹", buttonLabel: "导出到这里" } as const;

/** Asked when an export would replace files. */
export const REPLACE_QUESTION = {
  message: "文件夹里已有同名文件，要替换吗？",
  buttons: ["替换", "取消"],
} as const;

/** Where a folder that goes out is made. */
export const PUBLISH_DIALOG = { title: "选择公开文件夹放在哪里", buttonLabel: "放在这里" } as const;

/** Which folder is added as a pack. */
export const PACK_DIALOG = { title: "选择模板包文件夹（里面有 pack.json）", buttonLabel: "添加" } as const;

/** Asked when a publication would replace an earlier one. */
export const REPUBLISH_QUESTION = {
  message: "这里已有上次生成的公开文件夹，要整个替换吗？",
  buttons: ["替换", "取消"],
} as const;

/** Asked when the page crashes again and again, and told when it cannot be loaded anew. */
export const CRASH_QUESTION = {
  type: "error",
  message: "窗口接连意外停止",
  detail: "修改都已留有恢复记录，没有丢失。可以重新载入再试；也可以先退出，下次启动程序时会提示恢复。",
  buttons: ["重新载入", "退出"],
} as const;

/** What a kind of file is called in a dialog, by the end of its name. */
export function fileKindName(extension: string): string {
  return KINDS[extension] ?? "文件";
}

const KINDS: Readonly<Record<string, string>> = { xlsx: "Excel 工作簿", docx: "Word 文档", pdf: "PDF 文档" };
