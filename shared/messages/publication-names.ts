import type { Profile } from "../model/workbook.js";
import type { Publication } from "../template/publication.js";
import { PLACEHOLDERS } from "../template/words.js";
import { fileNamePart } from "./export-names.js";

/** What the folder that goes out and its files are called, and the record of the publication that stays beside it. */
export interface PublicationNames extends Readonly<
  Record<"folder" | "workbook" | "narrative" | "narrativePdf" | "tablesPdf", string>
> {
  readonly record: string;
}

/** The names after the pack's pattern, with department and year; signs that no file system takes are left out. */
export function publicationNames(publication: Publication, { department, year }: Profile): PublicationNames {
  const filled = (pattern: string): string =>
    pattern.replaceAll(PLACEHOLDERS.department, fileNamePart(department)).replaceAll(PLACEHOLDERS.year, String(year));
  const folder = filled(publication.folder);
  return {
    folder,
    workbook: filled(publication.workbook),
    narrative: filled(publication.narrative),
    narrativePdf: filled(publication.narrativePdf),
    tablesPdf: filled(publication.tablesPdf),
    record: `${folder}-公开记录（内部）.txt`,
  };
}

/** A document's name: its file's without the ending. */
export function documentName(file: string): string {
  return file.replace(/\.[A-Za-z]+$/, "");
}
