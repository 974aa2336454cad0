import type { SheetPosition } from "../../shared/forms/form-sheet.js";
import { positionsOf, type Selection, type SheetExtent } from "./selection.js";
import type { SheetContent } from "./sheet-content.js";
import type { SheetCommand } from "./sheet-state.js";
import { isFillable } from "./write-actions.js";

/** Nobody waits for a menu until a whole sheet was looked through: behind so many positions everything is offered. */
const MOST = 2000;

/**
 * Whether a command of the sheet's menu can do anything with a selection: printed contents are neither cleared nor filled over. Pasting
 * is always offered: a block that begins on a printed name may well be meant, and a code is a place to begin at, too.
 */
export function isPossible(
  command: SheetCommand,
  content: SheetContent,
  extent: SheetExtent,
  { active, ranges }: Pick<Selection, "active" | "ranges">,
): boolean {
  const some = (holds: (at: SheetPosition) => boolean): boolean => {
    let looked = 0;
    for (const at of positionsOf(extent, ranges)) if (holds(at) || ++looked > MOST) return true;
    return false;
  };
  switch (command) {
    case "edit":
      return isFillable(content, active);
    case "cut":
    case "delete":
      return some((at) => content.look(at).kind === "cell" && content.shown(at) !== "");
    case "fill-down":
    case "fill-right":
      return some((at) => isFillable(content, at) && content.look(at).kind === "cell" && !content.look(at).isDerived);
    default:
      return true;
  }
}
