import { expect, type Locator, type Page } from "playwright/test";

/** What the clipboard holds, in the forms office programs exchange. */
export interface ClipboardTexts {
  readonly text?: string;
  readonly html?: string;
}

/** A person's hand on the sheet in front: presses cells, types, and looks at what stands there. */
export class SheetHand {
  constructor(
    readonly page: Page,
    readonly title: string,
  ) {}

  grid(): Locator {
    return this.page.getByRole("grid", { name: this.title });
  }

  /** A cell by its row below the head and its column on the sheet, both from 0. */
  cell(row: number, column: number): Locator {
    return this.grid().locator(`[role="row"][row-index="${row}"] [role="gridcell"][col-id="c${column}"]`);
  }

  /** The one text field that always has the keyboard while the sheet is worked in. */
  field(): Locator {
    return this.page.locator("[data-front] textarea[data-focus-home]");
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Selects from one cell to another with the mouse. */
  async drag(from: Locator, to: Locator): Promise<void> {
    await from.scrollIntoViewIfNeeded();
    const [start, end] = [await middle(from), await middle(to)];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 });
    await this.page.mouse.move(end.x, end.y, { steps: 3 });
    await this.page.mouse.up();
  }

  /** Waits until a cell shows a text. */
  async shows(row: number, column: number, text: string): Promise<void> {
    await expect(this.cell(row, column)).toHaveText(text);
  }

  /** Waits until the active cell is described by these words: its place, its content, its state. */
  async isAt(words: RegExp): Promise<void> {
    await expect(this.field()).toHaveAccessibleName(words);
  }

  /** Waits until the last gesture said this. */
  async says(words: RegExp | string): Promise<void> {
    await expect(this.page.locator(".status-notice")).toHaveText(words);
  }

  /** The sum of the selection, as the status bar says it. */
  async sums(words: RegExp | string): Promise<void> {
    await expect(this.page.locator(".status-summary")).toContainText(words);
  }
}

/** Opens the sample and brings one of its forms to the front. */
export async function openSampleForm(page: Page, title: string): Promise<SheetHand> {
  // Wide enough for all thirteen columns beside the window's panes.
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole("button", { name: "打开示例" }).first().click();
  return turnTo(page, title);
}

/** Brings a form to the front, as the navigator does it. */
export async function turnTo(page: Page, title: string): Promise<SheetHand> {
  await page.getByRole("navigation").getByRole("button", { name: title }).first().click();
  const hand = new SheetHand(page, title);
  await expect(hand.field()).toBeFocused();
  return hand;
}

/** Puts texts on the system's clipboard, as another program does. */
export async function putOnClipboard(page: Page, { text, html }: ClipboardTexts): Promise<void> {
  await page.evaluate(
    ({ text: plain, html: rich }) => {
      const onCopy = (event: ClipboardEvent): void => {
        event.preventDefault();
        event.stopImmediatePropagation();
        if (plain !== undefined) event.clipboardData?.setData("text/plain", plain);
        if (rich !== undefined) event.clipboardData?.setData("text/html", rich);
      };
      window.addEventListener("copy", onCopy, { capture: true, once: true });
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to fill the system's clipboard without a permission
      document.execCommand("copy");
    },
    { text, html },
  );
}

/** What another program would get from the system's clipboard. */
export async function clipboardTexts(page: Page): Promise<Required<ClipboardTexts>> {
  await page.evaluate(() => {
    const target = document.createElement("div");
    target.contentEditable = "true";
    target.id = "other-program";
    document.body.append(target);
    target.focus();
    target.addEventListener("paste", (event) => {
      event.preventDefault();
      target.dataset["text"] = event.clipboardData?.getData("text/plain") ?? "";
      target.dataset["html"] = event.clipboardData?.getData("text/html") ?? "";
    });
  });
  await page.keyboard.press("Control+v");
  return page.evaluate(() => {
    const target = document.getElementById("other-program");
    const { text = "", html = "" } = target?.dataset ?? {};
    target?.remove();
    document.querySelector<HTMLElement>("[data-front] textarea[data-focus-home]")?.focus();
    return { text, html };
  });
}

async function middle(of: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await of.boundingBox();
  if (box === null) throw new Error("not on the screen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
