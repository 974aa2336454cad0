import type { MenuCommand } from "../../shared/host/contract.js";
import { COMMAND_WORDS as W } from "./command-words.js";

/** One command as menus show it. */
export interface CommandSpec {
  readonly id: MenuCommand;
  readonly label: string;
  /** Keys as `Ctrl+Shift+S`, the way people read them; absent where a command has none. */
  readonly keys?: string;
  /** Whether the keys belong to text fields while one has the focus (Ctrl+C copies the text in it). */
  readonly editing?: true;
}

/** One menu: groups of commands, a line between two groups. */
export interface MenuGroupSpec {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly (readonly CommandSpec[])[];
}

function command(id: MenuCommand, keys?: string, editing?: true): CommandSpec {
  return {
    id,
    label: W.labels[id],
    ...(keys === undefined ? {} : { keys }),
    ...(editing === undefined ? {} : { editing }),
  };
}

/** The one list of the window's commands: menu bar, keyboard and the list of shortcuts are drawn from it. */
export const MENUS: readonly MenuGroupSpec[] = [
  {
    id: "file",
    label: W.menus.file,
    groups: [
      [command("new", "Ctrl+N"), command("open", "Ctrl+O"), command("open-sample")],
      [command("save", "Ctrl+S"), command("save-as", "Ctrl+Shift+S")],
      [command("export", "Ctrl+E"), command("publish"), command("print", "Ctrl+P")],
      [command("close-document", "Ctrl+W"), command("quit", "Ctrl+Q")],
    ],
  },
  {
    id: "edit",
    label: W.menus.edit,
    groups: [
      [command("undo", "Ctrl+Z", true), command("redo", "Ctrl+Y", true)],
      [
        command("cut", "Ctrl+X", true),
        command("copy", "Ctrl+C", true),
        command("paste", "Ctrl+V", true),
        command("delete", "Delete", true),
        command("select-all", "Ctrl+A", true),
      ],
      [command("fill-down", "Ctrl+D")],
      [command("find", "Ctrl+F"), command("replace", "Ctrl+H")],
    ],
  },
  {
    id: "table",
    label: W.menus.table,
    groups: [
      [command("add-row", "Alt+Insert"), command("remove-row", "Alt+Delete")],
      [command("add-project"), command("remove-project")],
      [command("take-previous"), command("import-codes")],
    ],
  },
  {
    id: "check",
    label: W.menus.check,
    groups: [[command("next-finding", "F8"), command("previous-finding", "Shift+F8")], [command("check-narrative")]],
  },
  {
    id: "view",
    label: W.menus.view,
    groups: [
      [command("next-table", "Ctrl+PageDown"), command("previous-table", "Ctrl+PageUp")],
      [command("show-findings", "Ctrl+Shift+F"), command("show-overview"), command("show-narrative")],
      [command("zoom-in", "Ctrl+="), command("zoom-out", "Ctrl+-"), command("zoom-reset", "Ctrl+0")],
    ],
  },
  { id: "help", label: W.menus.help, groups: [[command("shortcuts", "F1"), command("about")]] },
];

/** Every command of the menus, in their order. */
export const COMMANDS: readonly CommandSpec[] = MENUS.flatMap(({ groups }) => groups.flat());
