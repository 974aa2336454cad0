import type { SheetRange } from "../../shared/forms/form-sheet.js";
import { readTabbedText, type ClipboardBlock } from "./clipboard-block.js";
import { readHtmlTable } from "./clipboard-html.js";
import { copiedSelection } from "./copy-actions.js";
import type { SheetExtent } from "./selection.js";
import type { SheetGround } from "./sheet-ground.js";
import { NOTICES } from "./wording.js";
import { pasteBlock, type Written } from "./write-actions.js";

/** Who copies and pastes. */
export interface ClipboardOwner {
  isEditing(): boolean;
  extent(): SheetExtent;
  ranges(): readonly SheetRange[];
  /** These ranges lie on the clipboard now. */
  copied(ranges: readonly SheetRange[]): void;
  /** Clears what was cut. */
  cut(): void;
  done(written: Written): void;
}

/**
 * The system's clipboard, through the events of the textarea that always has the focus: Ctrl+C, Ctrl+X, Ctrl+V and the menu's
 * commands arrive here alike. While a text is typed, the clipboard is the textarea's own business.
 */
export class ClipboardEvents {
  private readonly stop = new AbortController();

  constructor(
    private readonly input: HTMLTextAreaElement,
    private readonly ground: SheetGround,
    private readonly owner: ClipboardOwner,
  ) {
    const options = { signal: this.stop.signal };
    input.addEventListener("copy", (event) => this.copy(event), options);
    input.addEventListener("cut", (event) => this.copy(event), options);
    input.addEventListener("paste", (event) => this.paste(event), options);
  }

  close(): void {
    this.stop.abort();
  }

  /** Copy or cut asked for by a menu. */
  copyByCommand(command: "copy" | "cut"): void {
    this.input.focus({ preventScroll: true });
    // The one way to raise a copy event with both forms of the data; there is no other interface for it.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- navigator.clipboard cannot write x:num unsanitised
    document.execCommand(command);
  }

  /** Paste asked for by a menu: the page may read the clipboard only where the shell allows it. */
  pasteByCommand(): void {
    this.input.focus({ preventScroll: true });
    readClipboard()
      .then((block) => this.pasteFound(block))
      .catch(() => this.owner.done({ notice: { kind: "refused", text: NOTICES.pasteByKey } }));
  }

  private copy(event: ClipboardEvent): void {
    if (this.owner.isEditing()) return;
    event.preventDefault();
    const ranges = this.owner.ranges();
    const copied = copiedSelection(this.ground.content(), this.owner.extent(), ranges);
    if (copied === undefined) return this.owner.done({ notice: { kind: "refused", text: NOTICES.manyRanges } });
    event.clipboardData?.setData("text/plain", copied.text);
    event.clipboardData?.setData("text/html", copied.html);
    if (event.type === "cut") this.owner.cut();
    else this.owner.copied(ranges);
  }

  private paste(event: ClipboardEvent): void {
    if (this.owner.isEditing() || event.clipboardData === null) return;
    event.preventDefault();
    const { clipboardData } = event;
    this.pasteFound(blockOf(clipboardData.getData("text/html"), clipboardData.getData("text/plain")));
  }

  private pasteFound(block: ClipboardBlock | undefined): void {
    if (block === undefined) return this.owner.done({ notice: { kind: "refused", text: NOTICES.nothingToPaste } });
    this.owner.done(pasteBlock(this.ground, this.owner.extent(), this.owner.ranges(), block));
  }
}

/** A table of HTML where there is one, because it has the exact numbers; else the text. */
function blockOf(html: string, text: string): ClipboardBlock | undefined {
  const table = html === "" ? undefined : readHtmlTable(html);
  return table ?? (text === "" ? undefined : readTabbedText(text));
}

async function readClipboard(): Promise<ClipboardBlock | undefined> {
  const [item] = await navigator.clipboard.read();
  if (item === undefined) return undefined;
  const textOf = async (type: string): Promise<string> =>
    item.types.includes(type) ? (await item.getType(type)).text() : "";
  return blockOf(await textOf("text/html"), await textOf("text/plain"));
}
