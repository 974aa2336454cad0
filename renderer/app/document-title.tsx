import { memo, type ReactNode } from "react";
import { WORDS } from "./wording.js";

export interface DocumentTitleProps {
  readonly department: string;
  readonly year: number;
  readonly file: string;
  readonly folder: string;
}

/** Whose workbook is open and in which file, at the right end of the bar; long names end in … and stand whole in the tooltip. */
export const DocumentTitle = memo(function DocumentTitle(props: DocumentTitleProps): ReactNode {
  const { department, year, file, folder } = props;
  return (
    <div className="document-name" title={`${department}\n${file}${folder === "" ? "" : `\n${folder}`}`}>
      <span className="document-department">{department === "" ? WORDS.unnamed : department}</span>
      <span className="document-year">{WORDS.fiscalYear(year)}</span>
      <span className="document-file">{file}</span>
    </div>
  );
});
