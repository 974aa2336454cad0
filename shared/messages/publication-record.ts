import type { ChecklistEntry } from "./checklist-text.js";
import type { Summary } from "./summary.js";

/** What is written down of a publication, for the bureau and not for the public. */
export interface Publishing {
  /** When it was made, as people write it. */
  readonly time: string;
  /** The workbook's file name without folders. */
  readonly source: string;
  readonly department: string;
  readonly year: number;
  /** Names of folder and files. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly fingerprint: string;
  readonly summary: Summary;
  /** Why it was published while errors stood; absent where nobody had to say. */
  readonly reason?: string;
  /** The sentences of the error findings that stood. */
  readonly errors: readonly string[];
  readonly checklist: readonly ChecklistEntry[];
  readonly leftOut: readonly string[];
}

/** The record of one publication as text, ending with an empty line: the next one is written below. */
export function publicationRecord(made: Publishing): string {
  const { summary } = made;
  return [
    `公开记录　${made.time}`,
    `部门：${made.department}　年度：${made.year}`,
    `工作簿：${made.source}`,
    `数字指纹：${made.fingerprint}`,
    `检查结果：错误 ${summary.errors} 条，需说明 ${summary.explanations} 条，提示 ${summary.hints} 条。`,
    ...(made.reason === undefined ? [] : [`有错误仍然公开的理由：${made.reason}`]),
    ...made.errors.map((error) => `  [错误] ${error}`),
    `公开文件夹：${made.folder}`,
    ...made.files.map((file) => `  ${file}`),
    ...(made.leftOut.length === 0 ? [] : [`没有公开的工作表：${made.leftOut.join("、")}`]),
    "公开前核对：",
    ...made.checklist.flatMap(({ sentence, where }) => [`  ${sentence}`, ...where.map((place) => `    - ${place}`)]),
    "本文件是内部记录，不随公开文件夹发布。",
    "",
    "",
  ].join("\r\n");
}
