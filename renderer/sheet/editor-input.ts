import { FOCUS_HOME } from "../ui/focus-home.js";
import type { SheetBox } from "./sheet-view.js";

/** Whether a text is being typed: over the old content, or into it. */
export type EditorMode = "ready" | "replacing" | "editing";

/** Who the editor works for. */
export interface EditorOwner {
  /** Why the active cell takes no text; undefined when it does. */
  refusal(): string | undefined;
  /** The text that editing begins with. */
  text(): string;
  /** Takes the text into the cell, or says in a sentence why not. */
  take(text: string): string | undefined;
  /** Says that typing was refused, began, went on or ended. */
  refused(reason: string): void;
  changed(): void;
  /** Where the active cell is, the part of the sheet in which cells are seen, and whether figures are typed there. */
  place(): { readonly cell: SheetBox; readonly clip: SheetBox; readonly isFigure: boolean } | undefined;
}

/**
 * The one place where the person types: a textarea that always has the focus and lies, unseen, over the active cell, so that the
 * first key of an input method already composes in it, at the right place, and no letter is lost. The first input makes it the
 * visible editor. It is never controlled by React: replacing the value would end a composition.
 */
export class EditorInput {
  readonly element = document.createElement("textarea");
  private readonly bubble = document.createElement("div");
  private mode: EditorMode = "ready";
  private beganByComposition = false;
  private problem: string | undefined;
  private readonly stop = new AbortController();

  constructor(
    private readonly root: HTMLElement,
    private readonly owner: EditorOwner,
  ) {
    const { element, bubble } = this;
    element.className = "sheet-editor";
    element.rows = 1;
    element.spellcheck = false;
    element.autocomplete = "off";
    element.setAttribute(FOCUS_HOME, "");
    bubble.className = "sheet-problem";
    bubble.setAttribute("role", "alert");
    bubble.hidden = true;
    root.append(element, bubble);
    this.listen();
  }

  currentMode(): EditorMode {
    return this.mode;
  }

  /** What is typed so far and why it is not taken; undefined while nothing is edited. */
  draft(): { readonly text: string; readonly problem: string | undefined } | undefined {
    return this.mode === "ready" ? undefined : { text: this.element.value, problem: this.problem };
  }

  /** Opens the editor with the cell's text, or empty to replace it. Gives whether the cell may be edited. */
  begin(mode: "replacing" | "editing", text = mode === "editing" ? this.owner.text() : ""): boolean {
    if (!this.open(mode)) return false;
    this.element.value = text;
    this.element.setSelectionRange(text.length, text.length);
    this.owner.changed();
    return true;
  }

  /** Puts a text typed elsewhere, in the formula bar, into the editor, opening it. */
  setText(text: string): boolean {
    if (this.mode === "ready" && !this.open("editing")) return false;
    this.element.value = text;
    this.setProblem(undefined);
    this.owner.changed();
    return true;
  }

  /** Hands the text over. The editor stays open, with the reason below it, when the text is not taken. */
  commit(): boolean {
    if (this.mode === "ready") return true;
    const text = this.element.value;
    if (this.beganByComposition && text === "") {
      this.cancel();
      return true;
    }
    const problem = this.owner.take(text);
    if (problem === undefined) this.cancel();
    else this.setProblem(problem);
    this.owner.changed();
    return problem === undefined;
  }

  /** Closes the editor and leaves the cell as it was. */
  cancel(): void {
    this.mode = "ready";
    this.beganByComposition = false;
    this.element.value = "";
    this.setProblem(undefined);
    this.owner.changed();
  }

  toggle(): void {
    this.mode = this.mode === "editing" ? "replacing" : "editing";
  }

  lineBreak(): void {
    const { element } = this;
    element.setRangeText("\n", element.selectionStart, element.selectionEnd, "end");
    this.owner.changed();
  }

  /** Lays the textarea over the active cell, within the seen part of the sheet. */
  place(): void {
    const { element } = this;
    const isEditing = this.mode !== "ready";
    element.classList.toggle("sheet-editor-open", isEditing);
    const at = this.owner.place();
    element.classList.toggle("sheet-editor-hidden", at === undefined);
    if (at === undefined) return;
    const { cell, clip } = at;
    element.classList.toggle("sheet-editor-figure", at.isFigure);
    const left = clamp(cell.left, clip.left, clip.left + clip.width - 20);
    const top = clamp(cell.top, clip.top, clip.top + clip.height - 20);
    const isSeen = Math.abs(left - cell.left) < 2 && Math.abs(top - cell.top) < 2;
    element.classList.toggle("sheet-editor-scrolled-out", isEditing && !isSeen);
    element.style.transform = `translate(${left}px, ${top}px)`;
    element.style.minWidth = `${cell.width + 1}px`;
    element.style.minHeight = `${cell.height + 1}px`;
    element.style.maxWidth = `${Math.max(cell.width + 1, Math.min(560, clip.left + clip.width - left))}px`;
    this.placeBubble(left, top);
  }

  /**
   * Carries out on the typed text what a menu asks for while one is typed: its own undo, its own clipboard. False for commands that
   * concern the sheet.
   */
  command(command: string): boolean {
    const name = OWN_COMMANDS.get(command);
    if (name === undefined) return false;
    this.focus();
    // The one way to reach a text field's own history and clipboard.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other interface for a field's history
    document.execCommand(name);
    return true;
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  close(): void {
    this.stop.abort();
    this.element.remove();
    this.bubble.remove();
  }

  private open(mode: "replacing" | "editing"): boolean {
    const refusal = this.owner.refusal();
    if (refusal !== undefined) {
      this.element.value = "";
      this.owner.refused(refusal);
      return false;
    }
    this.mode = mode;
    this.setProblem(undefined);
    return true;
  }

  private listen(): void {
    const { element, root } = this;
    const { signal } = this.stop;
    element.addEventListener("compositionstart", () => this.compositionStarts(), { signal });
    element.addEventListener("compositionend", () => this.compositionEnds(), { signal });
    element.addEventListener("input", () => this.typed(), { signal });
    element.addEventListener("focus", () => root.classList.add("sheet-focused"), { signal });
    element.addEventListener("blur", () => root.classList.remove("sheet-focused"), { signal });
  }

  private compositionStarts(): void {
    this.beganByComposition = this.mode === "ready" && this.open("replacing");
    this.owner.changed();
  }

  /** Esc in the candidate list leaves nothing typed: the cell keeps its content instead of being cleared by the next Enter. */
  private compositionEnds(): void {
    setTimeout(() => {
      if (this.beganByComposition && this.mode === "replacing" && this.element.value === "") this.cancel();
      if (this.mode === "ready") this.element.value = "";
      this.beganByComposition = false;
    });
  }

  private typed(): void {
    if (this.mode === "ready" && !this.open("replacing")) return;
    this.setProblem(undefined);
    this.owner.changed();
  }

  private setProblem(problem: string | undefined): void {
    if (problem === this.problem) return;
    this.problem = problem;
    this.bubble.hidden = problem === undefined;
    this.bubble.textContent = problem ?? "";
    this.element.classList.toggle("sheet-editor-bad", problem !== undefined);
    this.element.setAttribute("aria-invalid", String(problem !== undefined));
    this.owner.changed();
  }

  private placeBubble(left: number, top: number): void {
    if (this.problem === undefined) return;
    this.bubble.style.transform = `translate(${left}px, ${top + this.element.offsetHeight + 4}px)`;
  }
}

const OWN_COMMANDS: ReadonlyMap<string, string> = new Map([
  ["undo", "undo"],
  ["redo", "redo"],
  ["cut", "cut"],
  ["copy", "copy"],
  ["paste", "paste"],
  ["delete", "forwardDelete"],
  ["select-all", "selectAll"],
]);

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)));
}
