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
import { IconButton } from "../ui/button.js";
import { MenuBar, type MenuSpec } from "../ui/menu-bar.js";
import type { MenuEntry } from "../ui/menu-items.js";
import { COMMANDS, MENUS, type CommandSpec } from "./command-list.js";
import { COMMAND_WORDS } from "./command-words.js";
import { PANE } from "./panes-cycle.js";

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
      <MenuBar label={COMMAND_WORDS.menuBar} menus={menus(desk, shown)} />
      <div className="tool-buttons" role="toolbar" aria-label={COMMAND_WORDS.toolBar}>
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
  const keys = COMMANDS.find((command) => command.id === id)?.keys;
  return (
    <IconButton
      label={COMMAND_WORDS.labels[id].replace("…", "")}
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
  return MENUS.map(({ id, label, groups }) => ({
    id,
    label,
    entries: groups.flatMap((group, index): readonly MenuEntry[] => [
      ...(index === 0 ? [] : [{ kind: "separator", id: `after-${index}` } as const]),
      ...group.map((spec) => entryOf(spec, desk, shown)),
    ]),
  }));
}

function entryOf({ id, label, keys }: CommandSpec, desk: CommandDesk, shown: ToolBarProps["shown"]): MenuEntry {
  const checked = shown[id];
  return {
    kind: "item",
    id,
    label,
    disabled: !desk.possible(id),
    onSelect: () => desk.run(id),
    ...(keys === undefined ? {} : { keys }),
    ...(checked === undefined ? {} : { checked }),
  };
}
