/** A worksheet of the package. */
export interface SheetPart {
  /** The name on the tab. */
  readonly name: string;
  /** The path of its part, such as `xl/worksheets/sheet1.xml`. */
  readonly path: string;
  readonly state: "visible" | "hidden" | "veryHidden";
}

/** A defined name of the workbook, such as `_xlnm.Print_Titles`. */
export interface DefinedName {
  readonly name: string;
  /** The name of the sheet it belongs to; absent for names of the whole workbook. */
  readonly sheet?: string;
  /** Its formula as stored, without `=`. */
  readonly formula: string;
  readonly hidden: boolean;
}
