/** How many rows a cell is merged over; 0 for a cell that one above reaches over. */
export type Run = number;

/**
 * How the leading texts of a list are merged down, as the forms print them: a text reaches over the rows below that leave
 * its column blank, as far as the text left of it reaches. Takes the texts of each column from left to right and gives the
 * runs of those columns that are merged; the first column with a text in every row ends the merging.
 */
export function runsDown(columns: readonly (readonly string[])[]): readonly (readonly Run[])[] {
  const merged: (readonly Run[])[] = [];
  for (const texts of columns) {
    const runs = columnRuns(texts, merged.at(-1));
    if (runs.every((run) => run === 1)) break;
    merged.push(runs);
  }
  return merged;
}

function columnRuns(texts: readonly string[], left: readonly Run[] | undefined): readonly Run[] {
  const runs: Run[] = [];
  let start: number | undefined;
  for (const [row, text] of texts.entries()) {
    const isLeftMerged = left === undefined || left[row] === 0;
    if (text === "" && start !== undefined && isLeftMerged) {
      runs[start] = (runs[start] ?? 1) + 1;
      runs.push(0);
    } else {
      runs.push(1);
      start = text === "" ? undefined : row;
    }
  }
  return runs;
}
