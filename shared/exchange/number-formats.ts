/** The number format of each cell style. */
export interface CellFormats {
  /** The format code of a style index, such as `0.00%`; undefined when the workbook has no such style. */
  code(style: number): string | undefined;
}
