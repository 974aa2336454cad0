import type { SheetPosition } from "../../shared/forms/form-sheet.js";
import type { SheetAction } from "./keys.js";
import { advance, jump, page, step, toEdge } from "./selection-moves.js";
import type { Selection, SheetExtent } from "./selection.js";

/** The actions that move the selection. */
type Move = Extract<SheetAction, { readonly kind: "step" | "jump" | "edge" | "page" | "advance" }>;

/** What moving asks of the sheet. */
export interface MoveGround {
  pageRows(): number;
  isFilled(at: SheetPosition): boolean;
}

/** The selection after a key that moves it. */
export function moved(action: Move, extent: SheetExtent, selection: Selection, ground: MoveGround): Selection {
  switch (action.kind) {
    case "step":
      return step(extent, selection, action.direction, action.extending);
    case "jump":
      return jump(extent, selection, action.direction, action.extending, (at) => ground.isFilled(at));
    case "edge":
      return toEdge(extent, selection, action.edge, action.whole, action.extending);
    case "page":
      return page(extent, selection, action.screens * ground.pageRows(), action.extending);
    case "advance":
      return advance(extent, selection, action.by, action.back);
  }
}
