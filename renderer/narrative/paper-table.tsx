import type { ReactNode } from "react";
import type { PagePart } from "./page-parts.js";
import type { PageWords } from "./page-words.js";
import { Runs } from "./runs.js";

interface PaperTableProps {
  readonly part: Extract<PagePart, { kind: "table" }>;
  readonly words: PageWords;
}

/** A table of the narrative with its figures. */
export function PaperTable({ part, words }: PaperTableProps): ReactNode {
  return (
    <div className="narrative-table-frame">
      <table className="narrative-table">
        <tbody>
          {part.table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} colSpan={cell.columns} rowSpan={cell.rows}>
                  {cell.paragraphs
                    .flatMap((template) => part.cells.get(template) ?? [])
                    .map((paragraph, index) => (
                      <p key={index}>
                        <Runs runs={paragraph.runs} words={words} />
                      </p>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
