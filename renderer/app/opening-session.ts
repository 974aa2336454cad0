import type { Session } from "../../shared/calc/session.js";
import type { DocumentStore } from "../session/document-store.js";

/**
 * Remembers the session each workbook was opened with, so that the formula bar can tell the file's figures from typed ones.
 * A workbook with nothing to undo and nothing to redo has just been opened, made or recovered.
 */
export class OpeningSession {
  private session: Session | undefined;

  /** Begins to watch; gives back how to stop. */
  watch(store: Pick<DocumentStore, "current" | "subscribe">): () => void {
    const look = (): void => {
      const document = store.current();
      if (document === undefined) this.session = undefined;
      else if (!document.canUndo && !document.canRedo) this.session = document.session;
    };
    look();
    return store.subscribe(look);
  }

  /** The session of the open workbook as it was at first. */
  current(): Session | undefined {
    return this.session;
  }
}

/** The window's one. */
export const openingSession = new OpeningSession();
