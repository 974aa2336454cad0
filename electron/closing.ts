import type { BrowserWindow } from "electron";
import type { HostCommand, WindowDocument } from "../shared/host/contract.js";

/**
 * Closing is the page's decision while a workbook is open: it is told of the wish, asks whatever is to be asked in its own dialog, and
 * then closes the window. A page that hangs or is gone is not asked; its journal holds the work.
 */
export class Closing {
  private agreed = false;
  private hangs = false;

  constructor(
    private readonly window: BrowserWindow,
    private readonly document: () => WindowDocument,
    send: (command: HostCommand) => void,
  ) {
    window.on("unresponsive", () => (this.hangs = true));
    window.on("responsive", () => (this.hangs = false));
    window.on("close", (event) => {
      if (this.agreed || this.hangs || !this.document().opened) return;
      event.preventDefault();
      send({ kind: "close-requested" });
    });
  }

  /** The page has asked: the window closes without a further word. */
  close(): void {
    this.agreed = true;
    this.window.close();
  }
}
