import { useSyncExternalStore, type ReactNode } from "react";
import { BesideNarrative } from "../narrative/beside-narrative.js";
import { PANE } from "./panes-cycle.js";
import { sheets } from "./window-sheets.js";

/** The narrative in the right pane, told by the sheet in front which cell is active. */
export function NarrativeAside(): ReactNode {
  const state = useSyncExternalStore(sheets.subscribe, sheets.state);
  return (
    <div className="narrative-aside" {...{ [PANE]: "findings" }}>
      <BesideNarrative at={state?.cell.kind === "cell" ? state.cell.at : undefined} />
    </div>
  );
}
