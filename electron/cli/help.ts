import { readFileSync } from "node:fs";
import path from "node:path";

/** What `--help` prints. */
export const HELP = `公开表编辑器（命令行）：部门决算公开表的核对与导出

用法：gongkai 命令 [选项]

  packs [--json]
      列出全部模板包。
  new --pack 编号 --out 文件.xlsx [--department 单位名称] [--year 年度]
      按模板新建一个空白工作簿。
  check 文件.xlsx … [--previous 上年.xlsx] [--json]
      打开工作簿，计算并核对全部勾稽关系。
  export 文件.xlsx --out 文件夹 [--previous 上年.xlsx] [--template 模板.docx] [--sign-off] [--pdf] [--force]
      写出“公开表.xlsx”“决算说明.docx”“校验报告.xlsx”；加 --pdf 另写出表和说明的 PDF（需要 Chromium、Chrome 或 Edge）。
      有错误时不写出，加 --force 照样写出（PDF 每页标“草稿”）。
  --help、--version

退出码：0 完成，没有错误；1 有错误；2 没能完成（文件打不开、写不出等）。
生成公开文件夹（publish）在以后的版本里提供。`;

/** The program's name and version, from its package.json. */
export function versionText(): string {
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    try {
      const text: unknown = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
      if (typeof text === "object" && text !== null && "version" in text) return `gongkai ${String(text.version)}`;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
  }
  return "gongkai";
}
