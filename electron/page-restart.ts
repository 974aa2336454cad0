import { dialog, type BrowserWindow } from "electron";
import { PAGE_ADDRESS } from "./address.js";
import { CRASH_QUESTION } from "./wording.js";

/** What a restart needs of the program around the window. */
interface Restarting {
  /** Lets go of everything that belonged to the page before. */
  readonly letGo: () => Promise<void>;
  /** Tells the new page that the one before it crashed. */
  readonly tell: () => void;
  readonly now: () => number;
}

/**
 * Loads the window's page anew: when it asks for it after a defect, and by itself when its process is gone. A page that crashes again
 * and again would go round for ever, so a person is asked; the work is in the journals either way.
 */
export class PageRestart {
  private crashes: readonly number[] = [];
  /** Which load is under way, counted: one that another took the place of has not failed. */
  private load = 0;

  constructor(
    private readonly window: BrowserWindow,
    private readonly around: Restarting,
  ) {}

  /** The page's process is gone. Whatever prevents a new one is told to the person, too. */
  crashed(): void {
    if (this.window.isDestroyed()) return;
    this.load += 1;
    const now = this.around.now();
    this.crashes = [...this.crashes, now].filter((crash) => now - crash < OFTEN.withinMs);
    const wayOut = this.crashes.length < OFTEN.crashes ? this.restartAfterCrash() : this.askFirst();
    wayOut.catch((error: unknown) => this.failed(error));
  }

  /** Loads the page anew; what it showed is let go before. */
  async restart(): Promise<void> {
    await this.around.letGo();
    this.load += 1;
    const { load } = this;
    // Not waited for: the page that asked is gone before there is an answer.
    this.window.loadURL(PAGE_ADDRESS).catch((error: unknown) => {
      if (load === this.load) this.failed(error);
    });
  }

  private async restartAfterCrash(): Promise<void> {
    // Not earlier: there is nobody in the page to hear it.
    this.window.webContents.once("did-finish-load", () => this.around.tell());
    await this.restart();
  }

  private async askFirst(): Promise<void> {
    await this.around.letGo();
    const { type, message, detail, buttons } = CRASH_QUESTION;
    const { response } = await dialog.showMessageBox(this.window, {
      type,
      message,
      detail,
      buttons: [...buttons],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    this.crashes = [];
    if (response === 0) await this.restartAfterCrash();
    else this.window.destroy();
  }

  /** There is no page to say it: the person is asked as after many crashes. */
  private failed(error: unknown): void {
    console.error("the page could not be loaded anew:", error);
    if (!this.window.isDestroyed()) this.askFirst().catch((again: unknown) => console.error(again));
  }
}

/** So many crashes within a minute are one too many. */
const OFTEN = { crashes: 3, withinMs: 60_000 } as const;
