import {
  ChartPie,
  FileOutput,
  FolderOpen,
  ListChecks,
  Printer,
  Redo2,
  Save,
  Search,
  Undo2,
  type LucideIcon,
} from "lucide-react";
import type { ReactNode } from "react";
import type { MenuCommand } from "../../shared/host/contract.js";
import { MENUS, type MenuEntry as CommandEntry } from "../../shared/host/menu.js";
import { IconButton } from "../ui/button.js";
import { MenuBar, type MenuSpec } from "../ui/menu-bar.js";
import type { MenuEntry } from "../ui/menu-items.js";
import { commandEntry, commandName } from "./command-list.js";
import { PANE } from "./panes-cycle.js";
import { WORDS } from "./wording.js";

/** What the bar may ask about commands, and how it gives them. */
export interface CommandDesk {
  possible(command: MenuCommand): boolean;
  run(command: MenuCommand): boolean;
}

export interface ToolBarProps {
  readonly desk: CommandDesk;
  /** Whether panels that a command switches are shown now. */
  readonly shown: Partial<Readonly<Record<MenuCommand, boolean>>>;
  /** What stands at the right end: the workbook's name and department. */
  readonly children?: ReactNode;
}

/** Menu bar and the buttons of the main commands in one slim line. */
export function ToolBar({ desk, shown, children }: ToolBarProps): ReactNode {
  return (
    <header className="tool-bar" {...{ [PANE]: "tools" }}>
      <MenuBar label={WORDS.menuBar} menus={menus(desk, shown)} />
      <div className="tool-buttons" role="toolbar" aria-label={WORDS.toolBar}>
        {BUTTONS.map((group) => (
          <div key={group[0]?.[0]} className="tool-group">
            {group.map(([id, Icon]) => (
              <CommandButton key={id} id={id} icon={Icon} desk={desk} pressed={shown[id]} />
            ))}
          </div>
        ))}
      </div>
      {children}
    </header>
  );
}

const BUTTONS: readonly (readonly (readonly [MenuCommand, LucideIcon])[])[] = [
  [
    ["open", FolderOpen],
    ["save", Save],
  ],
  [
    ["undo", Undo2],
    ["redo", Redo2],
    ["find", Search],
  ],
  [
    ["export", FileOutput],
    ["print", Printer],
  ],
  [
    ["show-findings", ListChecks],
    ["show-overview", ChartPie],
  ],
];

interface CommandButtonProps {
  readonly id: MenuCommand;
  readonly icon: LucideIcon;
  readonly desk: CommandDesk;
  readonly pressed: boolean | undefined;
}

function CommandButton({ id, icon: Icon, desk, pressed }: CommandButtonProps): ReactNode {
  const { keys } = commandEntry(id);
  return (
    <IconButton
      label={commandName(id)}
      {...(keys === undefined ? {} : { keys })}
      {...(pressed === undefined ? {} : { pressed })}
      icon={<Icon size={17} strokeWidth={1.8} aria-hidden />}
      disabled={!desk.possible(id)}
      // The sheet keeps the keyboard while a button is clicked.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={() => desk.run(id)}
    />
  );
}

function menus(desk: CommandDesk, shown: ToolBarProps["shown"]): readonly MenuSpec[] {
  return MENUS.map(({ label, items }) => ({
    id: label,
    label,
    entries: items.map((item, index): MenuEntry =>
      item === "line" ? { kind: "separator", id: `line-${index}` } : entryOf(item, desk, shown),
    ),
  }));
}

function entryOf({ command, label, keys }: CommandEntry, desk: CommandDesk, shown: ToolBarProps["shown"]): MenuEntry {
  const checked = shown[command];
  const disabled = !desk.possible(command);
  return {
    kind: "item",
    id: command,
    label,
    disabled,
    ...(disabled ? { hint: WORDS.unavailable[command] ?? WORDS.unavailableHere } : {}),
    onSelect: () => desk.run(command),
    ...(keys === undefined ? {} : { keys }),
    ...(checked === undefined ? {} : { checked }),
  };
}
