import type { Profile } from "../model/workbook.js";
import type { Publication } from "../template/publication.js";
import { PLACEHOLDERS } from "../template/words.js";
import { fileNamePart } from "./export-names.js";

/** What the folder that goes out and its files are called. The folder's is what a dialog suggests. */
export type PublicationNames = Readonly<
  Record<"folder" | "workbook" | "narrative" | "narrativePdf" | "tablesPdf", string>
>;

/** The names of the files that go out, in the order in which they are told and written. */
export function publishedNames({ workbook, tablesPdf, narrative, narrativePdf }: PublicationNames): readonly string[] {
  return [workbook, tablesPdf, narrative, narrativePdf];
}

/** Files of a publication in the order of their names. */
export function inPublishedOrder<File extends { readonly name: string }>(
  names: readonly string[],
  files: readonly File[],
): readonly File[] {
  return files.toSorted((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
}

/** The record of a publication, which stays beside the folder and never goes out with it. */
export function publicationRecordName(folder: string): string {
  return `${folder}-公开记录（内部）.txt`;
}

/** The names after the pack's pattern, with department and year; signs that no file system takes are left out. */
export function publicationNames(publication: Publication, { department, year }: Profile): PublicationNames {
  const filled = (pattern: string): string =>
    pattern.replaceAll(PLACEHOLDERS.department, fileNamePart(department)).replaceAll(PLACEHOLDERS.year, String(year));
  return {
    folder: filled(publication.folder),
    workbook: filled(publication.workbook),
    narrative: filled(publication.narrative),
    narrativePdf: filled(publication.narrativePdf),
    tablesPdf: filled(publication.tablesPdf),
  };
}

/** A document's name: its file's without the ending. */
export function documentName(file: string): string {
  return file.replace(/\.[A-Za-z]+$/, "");
}
