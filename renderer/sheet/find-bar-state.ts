import { computedOf } from "../../shared/calc/computed-session.js";
import type { Session } from "../../shared/calc/session.js";
import { planWrites } from "../../shared/editing/plan-writes.js";
import type { WantedText } from "../../shared/editing/wanted-texts.js";
import type { SheetPosition } from "../../shared/forms/form-sheet.js";
import type { Change, Transaction } from "../../shared/model/transaction.js";
import { allIn, findFrom, replacedIn } from "./find.js";
import type { SheetContent } from "./sheet-content.js";
import type { SheetNotice } from "./sheet-state.js";
import { NOTICES } from "./wording.js";

/** What a search works on. */
export interface FindGround {
  forms(): readonly string[];
  content(form: string): SheetContent | undefined;
  frontForm(): string | undefined;
  /** The active position of the form in front. */
  active(): SheetPosition;
  showPosition(form: string, at: SheetPosition): void;
  latest(): Session | undefined;
  run(transaction: Transaction): void;
  say(notice: SheetNotice): void;
  focus(): void;
  changed(): void;
}

/** What the search bar shows. */
export interface FindBarValue {
  readonly isOpen: boolean;
  readonly withReplace: boolean;
  readonly text: string;
  readonly replacement: string;
  readonly allTables: boolean;
}

/** The search bar: finds through all tables, replaces in what people fill; a replacement of everything is one step of undo. */
export class FindBarState {
  private now: FindBarValue = { isOpen: false, withReplace: false, text: "", replacement: "", allTables: true };

  constructor(private readonly ground: FindGround) {}

  value(): FindBarValue {
    return this.now;
  }

  open(withReplace: boolean): void {
    this.set({ isOpen: true, withReplace });
  }

  close(): void {
    this.set({ isOpen: false });
    this.ground.focus();
  }

  set(change: Partial<FindBarValue>): void {
    this.now = { ...this.now, ...change };
    this.ground.changed();
  }

  /** Goes to the next or previous place that holds the text; gives whether there is one. */
  next(step: 1 | -1): boolean {
    const form = this.ground.frontForm();
    const { text } = this.now;
    if (form === undefined || text === "") return false;
    const from = { form, position: this.ground.active() };
    const found = findFrom(this.searched(form), (id) => this.ground.content(id), from, text, step);
    if (found === undefined) {
      this.ground.say({ kind: "refused", text: NOTICES.notFound(text) });
      return false;
    }
    this.ground.showPosition(found.form, found.position);
    return true;
  }

  /** Replaces in the active cell, where it holds the text, and goes to the next place. */
  replaceOne(): void {
    const form = this.ground.frontForm();
    const content = form === undefined ? undefined : this.ground.content(form);
    if (content === undefined) return;
    const wanted = this.replacing(content, [this.ground.active()]);
    const changed = this.write([{ content, wanted }]);
    const isNext = this.next(1);
    if (!isNext && changed > 0) this.ground.say({ kind: "done", text: NOTICES.replaced(changed) });
  }

  /** Replaces everywhere as one gesture, and says how many cells took it. */
  replaceAll(): void {
    const form = this.ground.frontForm();
    if (form === undefined || this.now.text === "") return;
    const pieces = this.searched(form).flatMap((id) => {
      const content = this.ground.content(id);
      return content === undefined ? [] : [{ content, wanted: this.replacing(content, allIn(content, this.now.text)) }];
    });
    const asked = pieces.reduce((sum, { wanted }) => sum + wanted.length, 0);
    const changed = this.write(pieces);
    const left = asked - changed;
    const text = [NOTICES.replaced(changed), ...(left > 0 ? [NOTICES.readOnly(left)] : [])].join("，");
    this.ground.say(
      asked === 0
        ? { kind: "refused", text: NOTICES.notFound(this.now.text) }
        : { kind: left > 0 ? "partly" : "done", text },
    );
  }

  private searched(front: string): readonly string[] {
    return this.now.allTables ? this.ground.forms() : [front];
  }

  /** Computed cells and printed texts are found but never replaced. */
  private replacing(content: SheetContent, places: readonly SheetPosition[]): readonly WantedText[] {
    return places.flatMap((position) => {
      const { kind, isDerived } = content.look(position);
      if (kind !== "cell" || isDerived) return [];
      const text = replacedIn(content.input(position), this.now.text, this.now.replacement);
      return text === undefined ? [] : [{ position, text }];
    });
  }

  /** One transaction over all forms; gives how many cells take their text. */
  private write(pieces: readonly { readonly content: SheetContent; readonly wanted: readonly WantedText[] }[]): number {
    const session = this.ground.latest();
    if (session === undefined) return 0;
    const computed = computedOf(session);
    const changes: Change[] = [];
    let taken = 0;
    for (const { content, wanted } of pieces) {
      const plan = planWrites({ session, computed }, content.sheet, wanted, "typing");
      changes.push(...(plan.transaction?.changes ?? []));
      taken += plan.taken;
    }
    if (changes.length > 0) this.ground.run({ origin: "typing", changes });
    return taken;
  }
}
