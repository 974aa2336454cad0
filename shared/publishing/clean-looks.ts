import { namesGone } from "./clean-drawing.js";
import { prune } from "./prune.js";

/** Parts that only say how things look: styles and themes, whose own names are given by persons and shown to nobody. */
export function cleanLooks(text: string, gone: ReadonlySet<string>): string {
  let number = 0;
  return prune(text, {
    element: (element, reader) => (element.local === "extLst" || namesGone(element, reader, gone) ? "drop" : "keep"),
    attribute: ({ local, parent }, name, value) => {
      if (name !== "name") return value;
      if (THEMES.has(local)) return "Office";
      if (local !== "cellStyle" || parent?.local !== "cellStyles") return value;
      number += 1;
      return `Style ${number}`;
    },
  });
}

const THEMES: ReadonlySet<string> = new Set(["theme", "clrScheme", "fontScheme", "fmtScheme"]);

/** A table of a sheet without formulas, totals that would be computed, and queries; its stripes and filter stay. */
export function cleanTable(text: string): string {
  return prune(text, {
    element: ({ local }) => (TABLE_LOSES.has(local) ? "drop" : "keep"),
    attribute: ({ local }, name, value) => {
      if (local === "table" && ["comment", "tableType", "connectionId"].includes(name)) return undefined;
      const isComputed = local === "tableColumn" && ["totalsRowFunction", "queryTableFieldId"].includes(name);
      return isComputed ? undefined : value;
    },
  });
}

const TABLE_LOSES: ReadonlySet<string> = new Set([
  ...["calculatedColumnFormula", "totalsRowFormula", "xmlColumnPr", "extLst"],
]);
