import type { MenuCommand } from "../../shared/host/contract.js";

/** What a command does now, and whether it can be done. */
export interface CommandHandler {
  run(): void;
  /** Absent: always possible. */
  possible?(): boolean;
}

/**
 * The commands of menu, tool bar and keyboard, and who carries them out. A part of the window registers what it can do while it is
 * there; of several the one that came last has the command, so that a dialog or a sheet goes before what lies below it.
 */
export class Commands {
  private readonly handlers = new Map<MenuCommand, readonly CommandHandler[]>();
  private readonly listeners = new Set<() => void>();

  /** Takes a command on; gives back how to give it up. */
  register(command: MenuCommand, handler: CommandHandler): () => void {
    return this.registerAll({ [command]: handler });
  }

  /** Takes several commands on at once; those who listen are told once. */
  registerAll(handlers: Partial<Readonly<Record<MenuCommand, CommandHandler>>>): () => void {
    const entries = Object.entries(handlers) as readonly (readonly [MenuCommand, CommandHandler])[];
    for (const [command, handler] of entries) this.handlers.set(command, [...this.ofCommand(command), handler]);
    this.refresh();
    return () => {
      for (const [command, handler] of entries) {
        this.handlers.set(
          command,
          this.ofCommand(command).filter((one) => one !== handler),
        );
      }
      this.refresh();
    };
  }

  /** Carries a command out; gives whether anybody could. */
  run(command: MenuCommand): boolean {
    const handler = this.ofCommand(command).at(-1);
    if (handler === undefined || handler.possible?.() === false) return false;
    handler.run();
    return true;
  }

  /** Whether a command could be carried out now. */
  possible(command: MenuCommand): boolean {
    const handler = this.ofCommand(command).at(-1);
    return handler !== undefined && handler.possible?.() !== false;
  }

  /** The commands that could be carried out now, as one text that is equal while they are the same. */
  allPossible(): string {
    return [...this.handlers.keys()].filter((command) => this.possible(command)).join(" ");
  }

  /** Told when it may have changed what is possible. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Says that it may have changed what is possible: a document opened, a selection moved. */
  refresh(): void {
    for (const listener of this.listeners) listener();
  }

  private ofCommand(command: MenuCommand): readonly CommandHandler[] {
    return this.handlers.get(command) ?? [];
  }
}
