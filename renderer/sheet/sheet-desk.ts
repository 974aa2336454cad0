import type { LearnedNames } from "../../shared/editing/gesture.js";
import type { RefusedText } from "../../shared/editing/plan-writes.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { FormSheet, SheetPosition, SheetRange } from "../../shared/forms/form-sheet.js";
import type { DocumentStore } from "../session/document-store.js";
import type { MenuEntry } from "../ui/menu-items.js";
import { FindBarState } from "./find-bar-state.js";
import type { Selection } from "./selection.js";
import { isPossible } from "./possible-here.js";
import { SelectionSums } from "./selection-sums.js";
import { SheetCache } from "./sheet-cache.js";
import { SheetController } from "./sheet-controller.js";
import type { SheetContent } from "./sheet-content.js";
import type { SheetGround } from "./sheet-ground.js";
import type { SheetCommand, SheetState } from "./sheet-state.js";
import type { SheetView } from "./sheet-view.js";
import { spokenText } from "./spoken.js";
import { isFillable } from "./write-actions.js";

/** A sheet on the page, in front or kept hidden behind it. */
interface MountedSheet {
  readonly controller: SheetController;
  /** Lays the view out for another state of its form. */
  readonly renew: (sheet: FormSheet) => void;
  sheet: FormSheet;
  /** The document changed while the sheet was hidden. */
  isStale: boolean;
}

const ZOOMS = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/**
 * All sheets of the window: which form is in front, what is selected in it, where commands go. Views of the frame read its
 * {@link state}; the sheets themselves live outside of React, because every key passes through here.
 */
export class SheetDesk {
  readonly find: FindBarState;
  private readonly cache: SheetCache;
  private readonly mounted = new Map<string, MountedSheet>();
  private readonly selections = new Map<string, Selection>();
  private readonly listeners = new Set<() => void>();
  private readonly sums: SelectionSums;
  private front: string | undefined;
  private pointed: readonly CellAddress[] = [];
  private pending: CellAddress | undefined;
  private wantsFocus = false;
  private zoom = 1;
  private shown: SheetState | undefined;
  private isTelling = false;
  /** Asked to bring another form to the front: an undone gesture, a place found, a link. */
  onForm: (form: string) => void = () => undefined;
  /** Asked to answer a typed text that was not taken, such as a figure in a line without a code; gives whether it does. */
  onRefused: (form: string, refused: RefusedText) => boolean = () => false;
  /** What other parts of the window offer for the place the menu of the right button opens at: rows to be added or removed. */
  entriesHere: () => readonly MenuEntry[] = () => [];
  /** Names of codes that lists and other workbooks taught. */
  learned: LearnedNames = new Map();

  constructor(private readonly store: DocumentStore) {
    this.cache = new SheetCache(store);
    this.sums = new SelectionSums(() => this.changed());
    this.find = new FindBarState({
      forms: () => this.forms(),
      content: (form) => this.content(form),
      frontForm: () => this.front,
      active: () => this.controller()?.selected().active ?? { row: 0, column: 0 },
      showPosition: (form, at) => this.showPosition(form, at),
      latest: () => store.latest(),
      run: (transaction) => store.run(transaction),
      say: (notice) => this.controller()?.say(notice),
      focus: () => this.focus(),
      changed: () => this.changed(),
    });
    store.subscribe(() => this.documentChanged());
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What the sheet in front shows of itself; undefined while none is. */
  state = (): SheetState | undefined => (this.shown ??= this.stateNow());

  currentZoom(): number {
    return this.zoom;
  }

  content(form: string): SheetContent | undefined {
    return this.cache.content(form);
  }

  forms(): readonly string[] {
    return this.cache.forms().map(({ id }) => id);
  }

  frontForm(): string | undefined {
    return this.front;
  }

  controller(): SheetController | undefined {
    return this.front === undefined ? undefined : this.mounted.get(this.front)?.controller;
  }

  /** Puts a form in front. A text still typed in the one before is taken, or given up with a word. */
  bringToFront(form: string): void {
    if (this.front === form) return;
    const before = this.controller();
    if (before?.settle() === false) before.dropDraft();
    this.front = form;
    const sheet = this.mounted.get(form);
    if (sheet?.isStale === true) this.redraw(sheet, form, "all");
    this.arrive();
    this.changed();
  }

  /** A view of a form is on the page. `renew` is told when the form has other rows. Gives back how to take it away again. */
  mount(form: string, view: SheetView, renew: (sheet: FormSheet) => void): () => void {
    const content = this.content(form);
    if (content === undefined) throw new Error(`no form ${form}`);
    const controller = new SheetController(view, this.groundOf(form), this.selections.get(form));
    this.mounted.set(form, { controller, renew, sheet: content.sheet, isStale: false });
    if (form === this.front) this.arrive();
    this.changed();
    return () => {
      this.selections.set(form, controller.selected());
      if (this.mounted.get(form)?.controller === controller) this.mounted.delete(form);
      controller.close();
      this.changed();
    };
  }

  /** What lies under the pointer in the sheet in front. */
  under(
    target: EventTarget | null,
    clientY: number,
  ): { readonly content: SheetContent; readonly position: SheetPosition } | undefined {
    const content = this.front === undefined ? undefined : this.content(this.front);
    const hit = this.controller()?.hit(target, clientY);
    return content === undefined || hit?.kind !== "cell" ? undefined : { content, position: hit.position };
  }

  /** Shows cells: selects the first, points all out, in whichever forms they stand. */
  show(cells: readonly CellAddress[], focus = true): void {
    const [first] = cells;
    if (first === undefined) return;
    this.pointed = cells.length > 1 ? cells : [];
    this.pending = first;
    this.goTo(this.cache.formOf(first));
    if (focus) this.focus();
  }

  /** Selects a position of a form, bringing the form to the front. */
  showPosition(form: string, at: SheetPosition): void {
    this.goTo(form);
    const controller = this.controller();
    if (this.front === form && controller !== undefined) controller.show(at, this.pointedIn(form));
    else this.selections.set(form, { ranges: [{ from: at, to: at }], active: at, anchor: at, head: at });
  }

  /** Hands an open editor's text over before something that needs it: saving, closing. False when it is not taken. */
  settle(): boolean {
    return this.controller()?.settle() ?? true;
  }

  /** Gives the keyboard to the sheet in front, once it is on the page. */
  focus(): void {
    this.wantsFocus = true;
    this.arrive();
  }

  /** Carries out a command; gives whether a sheet is there to do it. */
  command(command: SheetCommand): boolean {
    const controller = this.controller();
    if (controller === undefined) return false;
    controller.command(command);
    return true;
  }

  /** Whether a command can do anything with what is selected in the sheet in front. */
  possible(command: SheetCommand): boolean {
    const controller = this.controller();
    const content = this.front === undefined ? undefined : this.content(this.front);
    if (controller === undefined || content === undefined) return false;
    return isPossible(command, content, controller.currentExtent(), controller.selected());
  }

  private groundOf(form: string): SheetGround {
    const content = (): SheetContent => {
      const now = this.content(form);
      if (now === undefined) throw new Error(`form ${form} is gone`);
      return now;
    };
    return {
      content,
      latest: () => this.store.latest() ?? content().document.session,
      learned: () => this.learned,
      answered: (refused) => this.onRefused(form, refused),
      run: (transaction, at) => this.store.run(transaction, at),
      command: (command) => this.commandOfAll(command),
      spoken: (at) => spokenText(content(), at),
      changed: () => this.changed(),
    };
  }

  private commandOfAll(command: SheetCommand): void {
    switch (command) {
      case "undo":
      case "redo":
        this.controller()?.cancelDraft();
        this.lead(command === "undo" ? this.store.undo() : this.store.redo());
        return;
      case "find":
      case "replace":
        this.find.open(command === "replace");
        return;
      case "zoom-in":
      case "zoom-out":
        return this.setZoom(nextZoom(this.zoom, command === "zoom-in" ? 1 : -1));
      case "zoom-reset":
        return this.setZoom(1);
      default:
        return;
    }
  }

  /** After undo and redo the eye is led to where it happened. */
  private lead(at: CellAddress | undefined): void {
    if (at === undefined) return;
    this.pending = at;
    this.goTo(this.cache.formOf(at));
  }

  private goTo(form: string): void {
    if (form !== this.front && this.cache.content(form) !== undefined) {
      this.bringToFront(form);
      this.onForm(form);
    } else this.arrive();
  }

  /** Goes to the cell that waits to be shown, once its form is in front and has it. */
  private arrive(): void {
    const { front, pending } = this;
    const controller = this.controller();
    if (front === undefined || controller === undefined) return;
    if (this.wantsFocus) {
      this.wantsFocus = false;
      controller.focus();
    }
    const position = pending === undefined ? undefined : this.cache.content(front)?.sheet.positionOf(pending);
    if (position !== undefined) {
      this.pending = undefined;
      controller.show(position, this.pointedIn(front));
    }
  }

  private pointedIn(form: string): readonly SheetRange[] {
    const sheet = this.cache.content(form)?.sheet;
    if (sheet === undefined) return [];
    return this.pointed.flatMap((address) => {
      const at = this.cache.formOf(address) === form ? sheet.positionOf(address) : undefined;
      return at === undefined ? [] : [sheet.merge(at.row, at.column) ?? { from: at, to: at }];
    });
  }

  private setZoom(zoom: number): void {
    this.zoom = zoom;
    this.changed();
  }

  private documentChanged(): void {
    const document = this.store.current();
    if (document === undefined) {
      this.selections.clear();
      this.pending = undefined;
      return this.changed();
    }
    for (const [form, sheet] of this.mounted) {
      if (form !== this.front) sheet.isStale = true;
      else this.redraw(sheet, form, document.changed ?? "all");
    }
    this.arrive();
    this.changed();
  }

  private redraw(mounted: MountedSheet, form: string, changed: ReadonlySet<string> | "all"): void {
    const content = this.content(form);
    if (content === undefined) return;
    mounted.isStale = false;
    const isLaidOutAnew = content.sheet !== mounted.sheet;
    if (isLaidOutAnew) {
      mounted.sheet = content.sheet;
      mounted.renew(content.sheet);
    }
    mounted.controller.contentChanged(isLaidOutAnew || changed === "all" ? "all" : positionsOf(content.sheet, changed));
  }

  private changed(): void {
    this.shown = undefined;
    if (this.isTelling) return;
    this.isTelling = true;
    queueMicrotask(() => {
      this.isTelling = false;
      for (const listener of this.listeners) listener();
    });
  }

  private stateNow(): SheetState | undefined {
    const { front } = this;
    const controller = this.controller();
    const content = front === undefined ? undefined : this.content(front);
    if (front === undefined || controller === undefined || content === undefined) return undefined;
    const { active, ranges } = controller.selected();
    return {
      form: front,
      active,
      cell: content.sheet.at(active.row, active.column),
      editable: isFillable(content, active),
      shown: content.shown(active),
      input: content.input(active),
      ranges,
      draft: controller.draft(),
      notice: controller.notice(),
      summary: this.sums.of(content, controller.currentExtent(), ranges),
      zoom: this.zoom,
    };
  }
}

/** Where the changed cells stand in a form. Keys are those of addressKey: table, row and column between exclamation marks. */
function* positionsOf(sheet: FormSheet, changed: ReadonlySet<string>): Generator<SheetPosition> {
  for (const key of changed) {
    const [table, row, column] = key.split("!");
    if (table === undefined || row === undefined || column === undefined) continue;
    const position = sheet.positionOf({ table, row, column });
    if (position !== undefined) yield position;
  }
}

function nextZoom(zoom: number, step: 1 | -1): number {
  const at = ZOOMS.findIndex((one) => one >= zoom);
  return ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at + step))] ?? zoom;
}
