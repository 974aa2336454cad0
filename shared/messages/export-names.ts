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

/** What a printed copy holds, for its name: one form by its title, or kinds of content. */
export interface PrintedCopy {
  readonly content: "form" | "forms" | "all-forms" | "narrative" | "everything";
  /** The form's title; only of one form. */
  readonly form?: string;
  readonly signOff: boolean;
}

/** The name of a printed copy's PDF, after department, year and what it holds. */
export function printedCopyName(profile: Profile, { content, form = "", signOff }: PrintedCopy): string {
  const what = {
    form: fileNamePart(form),
    forms: "公开表（部分）",
    "all-forms": "公开表",
    narrative: "决算说明",
    everything: "公开表和决算说明",
  }[content];
  return `${fileNamePart(profile.department)}${profile.year}${what}${signOff ? "（签批稿）" : ""}.pdf`;
}

/** Windows and Linux both refuse some signs, and those that turn a name's direction deceive; it may neither end in a dot nor be endless. */
export function fileNamePart(text: string): string {
  const plain = text
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, "")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/\s+/gu, " ")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  const short = Array.from(plain).slice(0, 60).join("");
  return short === "" ? "未填部门" : short;
}
