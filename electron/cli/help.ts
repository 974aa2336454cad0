import { readFileSync } from "node:fs";
import path from "node:path";

/** What `--help` prints. */
export const HELP = `公开表编辑器（命令行）：部门决算公开表的核对、导出与公开

用法：gongkai 命令 [选项]

  packs [--json]
      列出全部模板包。
  new --pack 编号 --out 文件.xlsx [--department 单位名称] [--year 年度]
      按模板新建一个空白工作簿。
  check 文件.xlsx … [--previous 上年.xlsx] [--narrative 说明.docx] [--json]
      打开工作簿，计算并核对全部勾稽关系；加 --narrative 另把已写好的说明（.docx、有文字层的 .pdf、.txt）逐数与表核对。
  export 文件.xlsx --out 文件夹 [--previous 上年.xlsx] [--template 模板.docx] [--sign-off] [--pdf] [--force]
      写出“公开表.xlsx”“决算说明.docx”“校验报告.xlsx”；加 --pdf 另写出表和说明的 PDF（需要 Chromium、Chrome 或 Edge）。
      有错误时不写出，加 --force 照样写出（PDF 每页标“草稿”）。
  publish 文件.xlsx --out 文件夹 [--reason 理由] [--json]
      先列出公开前核对清单，再把 --out 的文件夹生成为公开文件夹：公开表（不含上年数、说明要素，公式换成数值，去掉作者等个人信息）、
      情况说明（Word 和 PDF）、公开表 PDF。文件夹要么完整出现，要么不出现；以前生成的会整个换掉。
      有错误时不生成；确要照现状公开的，用 --reason 写明理由。理由、核对结果和数字指纹记在文件夹旁边的
      “…-公开记录（内部）.txt”里，不放进公开文件夹。
  --help、--version

退出码：0 完成，没有错误；1 有错误；2 没能完成（文件打不开、写不出等）。`;

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
