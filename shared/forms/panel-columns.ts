import type { ColumnId } from "../model/address.js";
import type { GridRegion, Panel, PanelColumn } from "../template/pack.js";

/** The columns a panel is headed with: its own, or the other head that has a place for every column that holds something. */
export function chosenColumns(
  { variants }: GridRegion,
  { columns }: Panel,
  held: ReadonlySet<ColumnId>,
): readonly PanelColumn[] {
  const shows = (each: readonly PanelColumn[]): boolean =>
    [...held].every((id) => each.some(({ column }) => column === id));
  return shows(columns) ? columns : (variants?.find(shows) ?? columns);
}
