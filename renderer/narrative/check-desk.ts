import { computedOf } from "../../shared/calc/computed-session.js";
import type { DocumentKind } from "../../shared/documents/read-document.js";
import type { DocumentComment } from "../../shared/documents/mark-word.js";
import type { CheckedParagraph } from "../../shared/messages/annotated-content.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { findingText } from "../../shared/messages/finding-text.js";
import type { Finding } from "../../shared/model/finding.js";
import type { Session } from "../../shared/calc/session.js";
import type { DocumentDesk } from "../session/document-desk.js";
import type { NarrativeTemplates } from "../session/narrative-templates.js";
import { WorkEnded, WorkerBroken } from "../session/worker-client.js";
import { WORDS } from "./wording.js";

/** A narrative written elsewhere, checked. */
export interface CheckedNarrative {
  /** The file's name; empty for a pasted text. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly kind: DocumentKind;
  readonly paragraphs: readonly CheckedParagraph[];
  readonly findings: readonly Finding[];
  /** The workbook it was checked against. */
  readonly session: Session;
}

/** How far the check is. */
export type CheckState =
  | { readonly kind: "idle" }
  | { readonly kind: "working"; readonly name: string }
  | { readonly kind: "failed"; readonly name: string; readonly text: string }
  | { readonly kind: "done"; readonly checked: CheckedNarrative };

/** 核对已有说明: one document at a time, kept while the window shows something else; given up with the workbook. */
export class CheckDesk {
  private readonly listeners = new Set<() => void>();
  private now: CheckState = { kind: "idle" };
  private count = 0;

  constructor(
    private readonly desk: DocumentDesk,
    private readonly templates: NarrativeTemplates,
  ) {
    desk.store.subscribe(() => {
      if (desk.store.current() === undefined && this.now.kind !== "idle") this.set({ kind: "idle" });
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  state = (): CheckState => this.now;

  /** Checks a document's bytes against the workbook as it stands; a later check overtakes an earlier one. */
  async check(name: string, bytes: Uint8Array): Promise<void> {
    const template = this.templates.current();
    const session = this.desk.store.latest();
    if (template.kind !== "ready" || session === undefined) return;
    this.count += 1;
    const { count } = this;
    this.set({ kind: "working", name });
    const state = await this.checked(name, bytes, template.template.bytes, session);
    if (count === this.count) this.set(state);
  }

  /** The checked Word document with its findings as comments. */
  async marked({ bytes, findings, session }: CheckedNarrative, author: string): Promise<Uint8Array | undefined> {
    const computed = computedOf(session);
    const comments = findings.flatMap((finding): readonly DocumentComment[] => {
      const mark = finding.text?.mark;
      return mark === undefined || finding.kind === "not-checked"
        ? []
        : [{ ...mark, text: findingText(computed, finding) }];
    });
    const marked = await this.desk.markNarrative({ document: bytes, comments, author });
    return marked.ok ? marked.value : undefined;
  }

  /** Gives the result up. */
  clear(): void {
    this.count += 1;
    this.set({ kind: "idle" });
  }

  private async checked(name: string, bytes: Uint8Array, template: Uint8Array, session: Session): Promise<CheckState> {
    const long = { progress: () => undefined, signal: new AbortController().signal };
    try {
      const found = await this.desk.checkNarrative(bytes, template, long);
      if (!found.ok) {
        const { code, facts } = found.failure;
        return {
          kind: "failed",
          name,
          text: failureText({ code, facts: { ...facts, role: "narrative", file: name } }),
        };
      }
      return { kind: "done", checked: { name, bytes, session, ...found.value } };
    } catch (error) {
      if (error instanceof WorkEnded) return { kind: "idle" };
      if (error instanceof WorkerBroken) return { kind: "failed", name, text: WORDS.workerBroken };
      throw error;
    }
  }

  private set(state: CheckState): void {
    this.now = state;
    for (const listener of this.listeners) listener();
  }
}

/** How many findings of each kind a check gave, undecided ones apart. */
export function checkCounts(findings: readonly Finding[]): Readonly<Record<CheckGroup, number>> {
  const counts = { error: 0, explain: 0, hint: 0, undecided: 0 };
  for (const finding of findings) counts[groupOf(finding)] += 1;
  return counts;
}

/** The kinds findings are listed by. */
export type CheckGroup = "error" | "explain" | "hint" | "undecided";

export function groupOf({ kind, severity }: Finding): CheckGroup {
  return kind === "not-checked" ? "undecided" : severity;
}
