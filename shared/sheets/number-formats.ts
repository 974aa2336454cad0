import { type Result, refusal, success } from "../result.js";
import { type XmlSource, type XmlReader, readXml } from "../archive/xml-reader.js";

/** The number format of each cell style. */
export interface CellFormats {
  /** The format code of a style index, such as `0.00%`; undefined when the workbook has no such style. */
  code(style: number): string | undefined;
}

/** The formats of a workbook without a styles part. */
export const NO_FORMATS: CellFormats = { code: () => undefined };

/**
 * The codes of the formats that files name by number only (ISO/IEC 29500-1, 18.8.30). Those from 27 to 58 are the Chinese
 * dates and times; they are given here as plain dates and times, since their look is not kept by their code.
 */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [5, "$#,##0;-$#,##0"],
  [6, "$#,##0;[Red]-$#,##0"],
  [7, "$#,##0.00;-$#,##0.00"],
  [8, "$#,##0.00;[Red]-$#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "yyyy/m/d"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "yyyy/m/d h:mm"],
  [37, "#,##0;-#,##0"],
  [38, "#,##0;[Red]-#,##0"],
  [39, "#,##0.00;-#,##0.00"],
  [40, "#,##0.00;[Red]-#,##0.00"],
  [41, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '],
  [42, '_ $* #,##0_ ;_ $* -#,##0_ ;_ $* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ $* #,##0.00_ ;_ $* -#,##0.00_ ;_ $* "-"??_ ;_ @_ '],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
  ...[27, 36, 50, 52, 57].map((id): [number, string] => [id, "yyyy-m"]),
  ...[28, 29, 51, 53, 54, 58].map((id): [number, string] => [id, "m-d"]),
  [30, "m-d-yy"],
  [31, "yyyy-m-d"],
  ...[32, 34, 55].map((id): [number, string] => [id, "h:mm"]),
  ...[33, 35, 56].map((id): [number, string] => [id, "h:mm:ss"]),
]);

/** Reads the number formats of the styles part. An unknown number without a code of its own is `General`. */
export function readFormats(source: XmlSource, part: string): Result<CellFormats> {
  const own = new Map<number, string>();
  const styles: number[] = [];
  let section = "";
  const reader: XmlReader = {
    open(name, depth, attributes) {
      if (depth === 2) section = name;
      if (depth !== 3) return;
      const id = Number.parseInt(attributes["numFmtId"] ?? "0", 10);
      if (section === "numFmts" && name === "numFmt") own.set(id, attributes["formatCode"] ?? "General");
      if (section === "cellXfs" && name === "xf") styles.push(id);
    },
    close() {},
    text() {},
    problem: () => undefined,
  };
  const refused = readXml(source, part, reader);
  if (refused !== undefined) return refusal(refused);
  const codes = styles.map((id) => own.get(id) ?? BUILT_IN.get(id) ?? "General");
  return success({ code: (style) => codes[style] });
}
