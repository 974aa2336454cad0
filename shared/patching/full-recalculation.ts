import type { PackageEdit } from "./package-edit.js";
import { withAttribute } from "./package-edit.js";
import { TextSplices } from "../archive/text-splices.js";
import { prefixOf } from "../archive/xml-scan.js";
import { childOf, parseTree, type XmlElement } from "../archive/xml-tree.js";

/** What may stand behind `<calcPr>` in a workbook part (CT_Workbook, ISO/IEC 29500-1 18.2.27). */
const BEHIND_CALCULATION: ReadonlySet<string> = new Set([
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
]);

/** Makes Excel compute every formula when it opens the file (`fullCalcOnLoad`), because cached values are stale. */
export function askForRecalculation(edit: PackageEdit): void {
  edit.edit(edit.workbookPath, (text) => {
    const tree = parseTree(text);
    const splices = new TextSplices();
    const existing = childOf(tree.root, "calcPr");
    if (existing !== undefined) withAttribute(tree, splices, existing, "fullCalcOnLoad", "1");
    else splices.insert(placeFor(tree.root), `<${prefixOf(tree.root.name)}calcPr fullCalcOnLoad="1"/>`);
    return splices.apply(text);
  });
}

function placeFor(root: XmlElement): number {
  const behind = root.children.find((child) => BEHIND_CALCULATION.has(child.local));
  return behind?.start ?? root.children.at(-1)?.end ?? root.openEnd;
}
