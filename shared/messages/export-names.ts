import type { Profile } from "../model/workbook.js";

/** The names of the files an export writes. */
export interface ExportNames {
  readonly workbook: string;
  readonly narrative: string;
  readonly report: string;
  /** The printed tables and the printed narrative. */
  readonly tablesPdf: string;
  readonly narrativePdf: string;
}

/** File names after department and year; signs no file system takes are left out. */
export function exportNames(profile: Profile): ExportNames {
  const department = fileNamePart(profile.department);
  return {
    workbook: `${department}${profile.year}公开表.xlsx`,
    narrative: `${department}${profile.year}决算说明.docx`,
    report: "校验报告.xlsx",
    tablesPdf: `${department}${profile.year}公开表.pdf`,
    narrativePdf: `${department}${profile.year}决算说明.pdf`,
  };
}

/** Windows and Linux both refuse some signs, and those that turn a name's direction deceive; it may neither end in a dot nor be endless. */
function fileNamePart(text: string): string {
  const plain = text
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, "")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/\s+/gu, " ")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  const short = Array.from(plain).slice(0, 60).join("");
  return short === "" ? "未填部门" : short;
}
