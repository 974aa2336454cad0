import type { MenuEntry } from "../ui/menu-items.js";
import type { RowDesk } from "./row-desk.js";
import { WORDS } from "./wording.js";

/** The lines about rows in the menu of the right button, for the place it opens at. */
export function rowEntries(desk: RowDesk): readonly MenuEntry[] {
  const { rows, removal, block, split } = desk.possible();
  const lines: MenuEntry[] = [];
  const line = (id: string, label: string, onSelect: () => void, disabled = false): void => {
    lines.push({ kind: "item", id, label, disabled, onSelect });
  };
  if (rows !== undefined) {
    line("add-row", rows === "code" ? WORDS.addCode : WORDS.addRow, () => desk.addRow());
    line("remove-row", WORDS.removeRows, () => desk.removeSelected(), !removal);
  }
  if (split) line("split", WORDS.split, () => desk.split());
  if (block) {
    line("add-project", WORDS.addBlock, () => desk.addBlock());
    line("remove-project", WORDS.removeBlock, () => desk.removeBlock());
  }
  return lines.length === 0 ? [] : [{ kind: "separator", id: "rows" }, ...lines];
}
