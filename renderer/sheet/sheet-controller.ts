import type { SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";
import { ClipboardEvents } from "./clipboard-events.js";
import { EditorInput } from "./editor-input.js";
import { handleTarget, planFill, repeated } from "./fill-plan.js";
import { actionOfKey, editorActionOfKey, isKeyOfWindow, type EditorAction, type SheetAction } from "./keys.js";
import { dragged, firstPlace, lastRange, pressed, wholeLines } from "./pointed-selection.js";
import { PointerActions } from "./pointer-actions.js";
import { moved } from "./moved-selection.js";
import * as moves from "./selection-moves.js";
import * as select from "./selection.js";
import type { Selection, SheetExtent } from "./selection.js";
import { extentOf, type SheetGround } from "./sheet-ground.js";
import type { SheetCommand, SheetDraft, SheetNotice } from "./sheet-state.js";
import type { SheetHit, SheetView } from "./sheet-view.js";
import { clearRanges, fillFrom, refusalAt, typeInto, type Written } from "./write-actions.js";
import { NOTICES } from "./wording.js";

/**
 * One sheet as a person works in it: selection, keys, pointer, typing, clipboard, over any {@link SheetView}. It holds what is
 * selected and typed and nothing of the document; figures come from its ground, gestures go there.
 */
export class SheetController {
  private readonly editor: EditorInput;
  private readonly pointer: PointerActions;
  private readonly clipboard: ClipboardEvents;
  private readonly live = document.createElement("div");
  private readonly stopMoved: () => void;
  private extent: SheetExtent;
  private selection: Selection;
  private copied: readonly SheetRange[] = [];
  private pointedOut: readonly SheetRange[] = [];
  private filling: SheetRange | undefined;
  private said: SheetNotice | undefined;
  private isDrawing = false;
  private isClosed = false;

  constructor(
    private readonly view: SheetView,
    private readonly ground: SheetGround,
    before?: Selection,
  ) {
    this.extent = extentOf(ground.content().sheet);
    this.selection =
      before === undefined
        ? select.selectAt(this.extent, firstPlace(ground.content(), this.extent))
        : select.keptWithin(this.extent, before);
    this.editor = this.makeEditor();
    this.pointer = this.makePointer();
    this.clipboard = new ClipboardEvents(this.editor.element, ground, {
      isEditing: () => this.isEditing(),
      extent: () => this.extent,
      ranges: () => this.selection.ranges,
      copied: (ranges) => this.setCopied(ranges),
      cut: () => this.finish(clearRanges(this.ground, this.extent, this.selection.ranges)),
      done: (written) => this.finish(written),
    });
    this.live.className = "sheet-live";
    this.live.setAttribute("aria-live", "polite");
    view.root.append(this.live);
    this.editor.element.addEventListener("keydown", (event) => this.key(event));
    this.stopMoved = view.onMoved(() => this.editor.place());
    view.scrollTo(this.selection.active);
    this.draw();
  }

  close(): void {
    this.isClosed = true;
    this.stopMoved();
    this.pointer.close();
    this.clipboard.close();
    this.editor.close();
    this.live.remove();
    this.view.close();
  }

  /** What is selected, to be kept while the sheet is not mounted. */
  selected(): Selection {
    return this.selection;
  }

  draft(): SheetDraft | undefined {
    return this.editor.draft();
  }

  notice(): SheetNotice | undefined {
    return this.said;
  }

  currentExtent(): SheetExtent {
    return this.extent;
  }

  focus(): void {
    this.editor.focus();
  }

  hit(target: EventTarget | null, clientY: number): SheetHit | undefined {
    return this.view.hit(target, clientY);
  }

  /** The document changed: these positions show something else; "all" when rows came or went. */
  contentChanged(positions: Iterable<SheetPosition> | "all"): void {
    if (positions === "all") {
      this.extent = extentOf(this.ground.content().sheet);
      this.selection = select.keptWithin(this.extent, this.selection);
    }
    this.view.redraw(positions);
    this.draw();
  }

  /** Selects a place and brings it into view; further places may be pointed out. */
  show(at: SheetPosition, pointedOut: readonly SheetRange[] = []): void {
    this.pointedOut = pointedOut;
    this.selection = select.selectAt(this.extent, at);
    this.view.scrollTo(at);
    this.say(undefined);
  }

  /** Takes a sentence to be shown, such as what a search found. */
  say(notice: SheetNotice | undefined): void {
    this.said = notice;
    this.draw();
  }

  /** Hands an open editor's text over; false when it is not taken and the editor stays open. */
  settle(): boolean {
    return this.editor.commit();
  }

  /** Gives up an open editor, saying so when a text is lost. */
  dropDraft(): void {
    const draft = this.editor.draft();
    if (draft === undefined) return;
    this.editor.cancel();
    if (draft.text !== "") this.said = { kind: "refused", text: NOTICES.draftDropped(draft.text) };
    this.draw();
  }

  /** The formula bar's text becomes the draft of the active cell. */
  setDraft(text: string): boolean {
    return this.editor.setText(text);
  }

  /** Enter in the formula bar. */
  commitDraft(): boolean {
    const isTaken = this.editor.commit();
    if (isTaken) this.focus();
    return isTaken;
  }

  cancelDraft(): void {
    this.editor.cancel();
    this.focus();
  }

  /** Carries out a command of a menu; those of more than this sheet go on to the ground. */
  command(command: SheetCommand): void {
    if (this.isEditing() && this.editor.command(command)) return;
    if (!this.settle()) return;
    const { ground, extent } = this;
    const { ranges } = this.selection;
    switch (command) {
      case "edit":
        this.edit("editing");
        return;
      case "delete":
        return this.finish(clearRanges(ground, extent, ranges));
      case "fill-down":
      case "fill-right":
        return this.fill(command === "fill-down" ? "down" : "right");
      case "select-all":
        return this.choose(select.selectAll(extent, this.selection));
      case "copy":
      case "cut":
        return this.clipboard.copyByCommand(command);
      case "paste":
        return this.clipboard.pasteByCommand();
      default:
        return ground.command(command);
    }
  }

  private isEditing(): boolean {
    return this.editor.currentMode() !== "ready";
  }

  private edit(mode: "replacing" | "editing"): void {
    this.view.scrollTo(this.selection.active);
    this.copied = [];
    this.editor.begin(mode);
  }

  private key(event: KeyboardEvent): void {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- 229 is how Chromium marks a key that the input method has
    if (event.isComposing || event.keyCode === 229) return;
    const mode = this.editor.currentMode();
    const isTaken = mode === "ready" ? this.act(actionOfKey(event)) : this.keyInEditor(event, mode);
    if (!isTaken) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Keys of the window (Ctrl+S, F8 …) act on what stands in the cells: the text is handed over first. Others are the textarea's own. */
  private keyInEditor(event: KeyboardEvent, mode: "replacing" | "editing"): boolean {
    if (this.actOnEditor(editorActionOfKey(event, mode))) return true;
    if (isKeyOfWindow(event)) return !this.settle();
    event.stopPropagation();
    return false;
  }

  private act(action: SheetAction | undefined): boolean {
    if (action === undefined) return false;
    switch (action.kind) {
      case "select":
        this.choose(wholeLines(this.extent, this.selection, action.what));
        return true;
      case "replace-text":
        this.edit("replacing");
        return true;
      case "command":
        this.command(action.command);
        return true;
      case "dismiss":
        this.dismiss();
        return true;
      default:
        this.go(
          moved(action, this.extent, this.selection, {
            pageRows: () => this.view.pageRows(),
            isFilled: (at) => this.ground.content().shown(at) !== "",
          }),
        );
        return true;
    }
  }

  private actOnEditor(action: EditorAction | undefined): boolean {
    const { editor, extent } = this;
    switch (action?.kind) {
      case undefined:
        return false;
      case "cancel":
        editor.cancel();
        return true;
      case "toggle":
        editor.toggle();
        return true;
      case "line-break":
        editor.lineBreak();
        return true;
      case "commit":
        if (editor.commit()) this.go(moves.advance(extent, this.selection, action.by, action.back));
        return true;
      case "commit-step":
        if (editor.commit()) this.go(moves.step(extent, this.selection, action.direction, false));
        return true;
      case "commit-everywhere":
        this.commitEverywhere();
        return true;
    }
  }

  /** Ctrl+Enter: the typed text into every selected position. */
  private commitEverywhere(): void {
    const text = this.editor.draft()?.text;
    if (text === undefined) return;
    const positions = [...select.positionsOf(this.extent, this.selection.ranges)];
    const problem = typeInto(this.ground, positions, text);
    if (problem === undefined) this.editor.cancel();
    else this.said = { kind: "refused", text: problem };
    this.draw();
  }

  private dismiss(): void {
    this.copied = [];
    this.pointedOut = [];
    this.say(undefined);
  }

  private fill(towards: "down" | "right"): void {
    const pairs = planFill(this.extent, this.selection.ranges, towards);
    if (pairs.length === 0) return this.say({ kind: "refused", text: NOTICES.fillNeedsRange });
    this.finish(fillFrom(this.ground, pairs, this.selection.ranges));
  }

  private makeEditor(): EditorInput {
    return new EditorInput(this.view.root, {
      refusal: () => refusalAt(this.ground.content(), this.selection.active),
      text: () => this.ground.content().input(this.selection.active),
      take: (text) => typeInto(this.ground, [this.selection.active], text),
      refused: (reason) => this.say({ kind: "refused", text: reason }),
      changed: () => this.draw(),
      place: () => {
        const cell = this.view.boxOf(select.rangeOf(this.extent, this.selection.active));
        const { kind, content } = this.ground.content().look(this.selection.active);
        const isFigure = kind === "cell" && content === "figure";
        return cell === undefined ? undefined : { cell, clip: this.view.clip(), isFigure };
      },
    });
  }

  private makePointer(): PointerActions {
    return new PointerActions(this.view, {
      settle: () => {
        const isSettled = this.settle();
        this.focus();
        return isSettled;
      },
      pressed: (hit, keys) => this.choose(pressed(this.extent, this.selection, hit, keys)),
      draggedTo: (at, by) => this.choose(dragged(this.extent, this.selection, at, by)),
      filledTo: (at) => {
        this.filling = handleTarget(lastRange(this.selection), at);
        this.draw();
      },
      fillReleased: () => this.releaseFill(),
      doubleClicked: () => {
        if (!this.isEditing()) this.edit("editing");
      },
      zoomed: (command) => this.ground.command(command),
      menuAt: (at) => {
        if (!this.selection.ranges.some((range) => select.contains(range, at)))
          this.choose(select.selectAt(this.extent, at));
      },
    });
  }

  private releaseFill(): void {
    const target = this.filling;
    const source = lastRange(this.selection);
    this.filling = undefined;
    if (target === undefined) return this.draw();
    const written = fillFrom(this.ground, repeated(this.extent, source, target), [target]);
    this.finish({ ...written, ranges: [target] });
  }

  /** After a gesture: what it selected, what it has to say. */
  private finish({ notice, ranges }: Written): void {
    this.copied = [];
    if (ranges !== undefined) this.selection = select.selectRanges(this.extent, ranges) ?? this.selection;
    this.say(notice);
  }

  private setCopied(ranges: readonly SheetRange[]): void {
    this.copied = ranges;
    this.draw();
  }

  /** Selects and scrolls along. */
  private go(selection: Selection): void {
    const isExtended = !select.isSamePosition(selection.head, this.selection.head);
    this.selection = selection;
    this.view.scrollTo(isExtended ? selection.head : selection.active);
    this.say(undefined);
  }

  /** Selects without scrolling: the pointer is where it is. */
  private choose(selection: Selection): void {
    this.selection = selection;
    this.say(undefined);
  }

  /** Draws marks and editor and tells others: once for all that one key does, before anything is painted. */
  private draw(): void {
    if (this.isDrawing) return;
    this.isDrawing = true;
    queueMicrotask(() => {
      this.isDrawing = false;
      if (!this.isClosed) this.drawNow();
    });
    this.ground.changed();
  }

  private drawNow(): void {
    const { active, ranges } = this.selection;
    this.view.mark({
      selected: ranges,
      active: select.rangeOf(this.extent, active),
      copied: this.copied,
      pointedOut: this.pointedOut,
      ...(this.filling === undefined ? {} : { filling: this.filling }),
    });
    this.editor.place();
    this.speak();
  }

  private speak(): void {
    const { element } = this.editor;
    if (!this.isEditing()) element.setAttribute("aria-label", this.ground.spoken(this.selection.active));
    const id = this.view.elementId(this.selection.active);
    if (id === undefined) element.removeAttribute("aria-activedescendant");
    else element.setAttribute("aria-activedescendant", id);
    const said = this.said?.text ?? "";
    if (this.live.textContent !== said) this.live.textContent = said;
  }
}
