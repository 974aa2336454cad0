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
    this.handlers.set(command, [...(this.handlers.get(command) ?? []), handler]);
    this.refresh();
    return () => {
      this.handlers.set(
        command,
        (this.handlers.get(command) ?? []).filter((one) => one !== handler),
      );
      this.refresh();
    };
  }

  /** Takes several commands on at once. */
  registerAll(handlers: Partial<Readonly<Record<MenuCommand, CommandHandler>>>): () => void {
    const ends = Object.entries(handlers).map(([command, handler]) => this.register(command as MenuCommand, handler));
    return () => ends.forEach((end) => end());
  }

  /** Carries a command out; gives whether anybody could. */
  run(command: MenuCommand): boolean {
    const handler = this.handlers.get(command)?.at(-1);
    if (handler === undefined || handler.possible?.() === false) return false;
    handler.run();
    return true;
  }

  /** Whether a command could be carried out now. */
  possible(command: MenuCommand): boolean {
    const handler = this.handlers.get(command)?.at(-1);
    return handler !== undefined && handler.possible?.() !== false;
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
}
