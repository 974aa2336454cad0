import type { ReadyPack } from "../../shared/exchange/open-workbook.js";
import type { Summary } from "../../shared/messages/summary.js";
import type { Recovery, WrittenPublication } from "../../shared/host/contract.js";
import type { PreparedPublication, PublicationWish } from "../worker/protocol.js";
import type { CellChange } from "./recovered-changes.js";
import type { PackRow } from "./pack-rows.js";
import type { PreviousRow } from "./previous-rows.js";

/** Everything the flows may ask the person, with the facts a dialog shows and the answers it gives. */
export interface Questions {
  /** The workbook has changes that no file says. */
  readonly unsaved: { readonly facts: { readonly name: string }; readonly answer: "save" | "discard" | "cancel" };
  /** Another program wrote the file since it was opened. */
  readonly "changed-on-disk": {
    readonly facts: { readonly name: string };
    readonly answer: "overwrite" | "save-as" | "cancel";
  };
  /** Something could not be done. `ways`: what the person can do besides closing the dialog. */
  readonly failure: { readonly facts: FailureFacts; readonly answer: FailureWay | "close" };
  /** A workbook of a form no pack knows. */
  readonly "unknown-form": { readonly facts: UnknownForm; readonly answer: "close" };
  readonly new: { readonly facts: { readonly packs: readonly ReadyPack[] }; readonly answer: NewWish | undefined };
  readonly export: { readonly facts: { readonly errors: number }; readonly answer: ExportChoice | undefined };
  /** Error findings stand: export all the same? */
  readonly "errors-stand": {
    readonly facts: { readonly errors: readonly string[]; readonly summary: Summary };
    readonly answer: "export" | "cancel";
  };
  /** What will go out, and what the rules of publication demand of it. */
  readonly publish: { readonly facts: PreparedPublication; readonly answer: PublishDecision | undefined };
  /** What went out, and where it is. */
  readonly published: { readonly facts: PublishedFacts; readonly answer: "close" };
  /** The packs there are, and what to do with them. */
  readonly packs: { readonly facts: { readonly packs: readonly PackRow[] }; readonly answer: PackWish | undefined };
  /** A folder that is no pack, with everything that is wrong with it. */
  readonly "pack-refused": {
    readonly facts: { readonly name: string; readonly problems: readonly string[] };
    readonly answer: "close";
  };
  /** A pack of the same id is there already. */
  readonly "replace-pack": { readonly facts: PackRow; readonly answer: "replace" | "cancel" };
  readonly "remove-pack": { readonly facts: PackRow; readonly answer: "remove" | "cancel" };
  /** Which of the works a crash left behind is to be looked at. */
  readonly recoveries: {
    readonly facts: { readonly recoveries: readonly Recovery[] };
    readonly answer: Recovery | undefined;
  };
  /** What is in one of them. */
  readonly recovery: { readonly facts: RecoveryContent; readonly answer: "recover" | "discard" | "later" };
  readonly previous: { readonly facts: PreviousPreview; readonly answer: "fill" | "replace" | "cancel" };
}

export type QuestionKind = keyof Questions;
export type Facts<Kind extends QuestionKind> = Questions[Kind]["facts"];
export type AnswerTo<Kind extends QuestionKind> = Questions[Kind]["answer"];

export type FailureWay = "retry" | "save-as" | "forget" | "restart-page";

export interface FailureFacts {
  readonly title: string;
  readonly text: string;
  readonly ways: readonly FailureWay[];
}

/** What of an unknown workbook was recognised: sheets with the forms they show, and sheets that show none. */
export interface UnknownForm {
  readonly name: string;
  readonly text: string;
  readonly recognised: readonly string[];
  readonly unrecognised: readonly string[];
}

export interface NewWish {
  readonly pack: string;
  readonly year: number;
  readonly department: string;
}

export interface ExportChoice {
  readonly signOff: boolean;
  /** Whether the bureau's own narrative template is chosen next, in place of the pack's. */
  readonly ownTemplate: boolean;
}

/** What a person confirmed before a publication, and why it goes out although errors stand. */
export type PublishDecision = Pick<PublicationWish, "confirmed" | "reason">;

export interface PublishedFacts extends WrittenPublication {
  /** Sentence about sheets that stayed behind. */
  readonly leftOut?: string;
}

/** What is to be done with packs. */
export type PackWish = { readonly kind: "add" } | { readonly kind: "remove"; readonly pack: PackRow };

/** What a recovered journal holds, as people read it. */
export interface RecoveryContent {
  readonly recovery: Recovery;
  readonly gestures: number;
  readonly changes: readonly CellChange[];
  /** The file was changed since by another program: recovering does not overwrite it without asking. */
  readonly fileChanged: boolean;
  readonly cutShort: boolean;
}

export interface PreviousPreview {
  readonly name: string;
  readonly department: string;
  readonly year: number;
  readonly rows: readonly PreviousRow[];
}

/** A question on the screen. */
export type Asked = {
  readonly [Kind in QuestionKind]: {
    readonly kind: Kind;
    readonly id: number;
    readonly facts: Facts<Kind>;
    readonly answer: (answer: AnswerTo<Kind>) => void;
  };
}[QuestionKind];

/** A question of one kind, with its facts and where its answer goes. */
export type AskedOf<Kind extends QuestionKind> = Extract<Asked, { kind: Kind }>;

/** Long work on the screen, and how it is stopped. */
export interface Working {
  readonly what: string;
  readonly step: string | undefined;
  readonly cancel: () => void;
}

/** A worker that does not answer while somebody waits for it, and what to do about it. */
export interface Silence {
  readonly answer: (way: "restart" | "wait") => void;
}

/** What the dialogs of files show now. At most one question, long work, and that it does not get on. */
export interface DialogState {
  readonly asked: Asked | undefined;
  readonly working: Working | undefined;
  readonly silence: Silence | undefined;
}

const NOTHING: DialogState = { asked: undefined, working: undefined, silence: undefined };

/** Asks questions one at a time and waits for their answers; shows long work. The flows ask here, components draw what stands here. */
export class Dialogs {
  private state: DialogState = NOTHING;
  private readonly listeners = new Set<() => void>();
  private last = 0;

  current(): DialogState {
    return this.state;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Shows a question and gives its answer. The flows ask one after the other; a second one at a time is a defect and throws. */
  ask<Kind extends QuestionKind>(kind: Kind, facts: Facts<Kind>): Promise<AnswerTo<Kind>> {
    if (this.state.asked !== undefined) throw new Error(`${kind} is asked while ${this.state.asked.kind} is open`);
    this.last += 1;
    const id = this.last;
    return new Promise((resolve) => {
      const answer = (given: AnswerTo<Kind>): void => {
        if (this.state.asked?.id !== id) return;
        this.show({ ...this.state, asked: undefined });
        resolve(given);
      };
      this.show({ ...this.state, asked: { kind, id, facts, answer } as unknown as Asked });
    });
  }

  /** Shows long work, or that it is over. */
  work(working: Working | undefined): void {
    this.show({ ...this.state, working });
  }

  /** Shows that the worker does not answer, or that this is over. */
  silent(silence: Silence | undefined): void {
    this.show({ ...this.state, silence });
  }

  private show(state: DialogState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
