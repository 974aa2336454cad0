import { useState, type ReactNode } from "react";
import { ContextMenu } from "../ui/context-menu.js";
import type { MenuEntry } from "../ui/menu-items.js";
import type { SheetDesk } from "./sheet-desk.js";
import type { SheetCommand } from "./sheet-state.js";
import { MENU } from "./wording.js";

/** The menu of the right button over the sheet. */
export function SheetMenu({ desk, children }: { readonly desk: SheetDesk; readonly children: ReactNode }): ReactNode {
  const [entries, setEntries] = useState<readonly MenuEntry[]>([]);
  return (
    <ContextMenu
      entries={entries}
      onOpen={() => setEntries([...entriesFor(desk), ...desk.entriesHere()])}
      trigger={<div className="sheet-area" />}
    >
      {children}
    </ContextMenu>
  );
}

const LINES: readonly (readonly [command: keyof typeof MENU & SheetCommand, keys: string] | "separator")[] = [
  ["cut", "Ctrl+X"],
  ["copy", "Ctrl+C"],
  ["paste", "Ctrl+V"],
  "separator",
  ["edit", "F2"],
  ["delete", "Delete"],
  ["fill-down", "Ctrl+D"],
  ["fill-right", "Ctrl+R"],
  "separator",
  ["find", "Ctrl+F"],
];

function entriesFor(desk: SheetDesk): readonly MenuEntry[] {
  return LINES.map((line, index): MenuEntry => {
    if (line === "separator") return { kind: "separator", id: `separator-${index}` };
    const [command, keys] = line;
    return {
      kind: "item",
      id: command,
      label: MENU[command],
      keys,
      disabled: !desk.possible(command),
      onSelect: () => void desk.command(command),
    };
  });
}
