import type { Session } from "../../shared/calc/session.js";
import type { Failure } from "../../shared/failure.js";
import type { FileId, Host, HostFailure } from "../../shared/host/contract.js";
import { outlineOf, type Outline } from "../../shared/narrative/outline.js";
import { TEMPLATE_ELEMENT } from "../../shared/recognition/words.js";
import { success, type Result } from "../../shared/result.js";
import { readWordLayout, type WordLayout } from "../../shared/word/word-layout.js";
import type { DocumentStore } from "./document-store.js";

/** A narrative's template, read once. */
export interface NarrativeTemplate {
  readonly bytes: Uint8Array;
  /** The file's name where it is the bureau's own; absent for the pack's. */
  readonly name?: string;
  readonly layout: WordLayout;
  readonly outline: Outline;
}

/** Which template the open workbook's narrative is written with. */
export type TemplateState =
  | { readonly kind: "none" }
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly template: NarrativeTemplate; readonly missing?: string }
  | { readonly kind: "failed"; readonly failure: Failure | HostFailure };

/** Where the files of bureaus' templates are remembered between two starts: file name → the shell's id of the file. */
export interface TemplateShelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/**
 * The template of the open workbook's narrative: the pack's, or the bureau's own that 说明要素 remembers by its file name. That entry is
 * the one truth, so choosing a template is a gesture like any other and undo takes it back. A remembered file that is not there any
 * more is said (`missing`), and the pack's template stands in.
 */
export class NarrativeTemplates {
  private readonly listeners = new Set<() => void>();
  private readonly loaded = new Map<string, TemplateState>();
  private shown: TemplateState = { kind: "none" };

  constructor(
    private readonly host: () => Host,
    private readonly store: DocumentStore,
    private readonly shelf: TemplateShelf,
  ) {
    store.subscribe(() => this.refresh());
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  current = (): TemplateState => this.shown;

  /** Keeps a template that was chosen and found without a problem; it is used as soon as the workbook names it. */
  keep(id: FileId, template: NarrativeTemplate & { readonly name: string }): void {
    this.shelf.setItem(shelfKey(template.name), id);
    this.loaded.set(ownKey(template.name), { kind: "ready", template });
    this.refresh();
  }

  /** Packs were added or taken away: what they say of templates is read anew. */
  forgetPacks(): void {
    this.loaded.clear();
    this.refresh();
  }

  private refresh(): void {
    const document = this.store.current();
    const next = document === undefined ? NONE : this.stateFor(document.ready.pack.id, document.session);
    if (next === this.shown) return;
    this.shown = next;
    for (const listener of this.listeners) listener();
  }

  private stateFor(pack: string, { workbook }: Session): TemplateState {
    const name = workbook.remarks.get(TEMPLATE_ELEMENT)?.trim() ?? "";
    const own = name === "" ? undefined : this.load(ownKey(name), () => this.readOwn(name));
    if (own !== undefined && own.kind !== "failed") return own;
    const standing = this.load(pack, () => this.readPack(pack));
    if (name === "" || standing.kind !== "ready") return standing;
    return this.load(`missing ${name} ${pack}`, () => Promise.resolve({ ...standing, missing: name }));
  }

  private load(key: string, read: () => Promise<TemplateState>): TemplateState {
    const known = this.loaded.get(key);
    if (known !== undefined) return known;
    this.loaded.set(key, LOADING);
    void read().then((state) => {
      this.loaded.set(key, state);
      this.refresh();
    });
    return LOADING;
  }

  private async readPack(pack: string): Promise<TemplateState> {
    const file = await this.host().packFile(pack, "narrative.docx");
    return file.ok ? stateOf(readTemplate(file.value)) : { kind: "failed", failure: file.failure };
  }

  private async readOwn(name: string): Promise<TemplateState> {
    const id = this.shelf.getItem(shelfKey(name));
    if (id === null) return { kind: "failed", failure: { code: "file-missing", facts: { file: name } } };
    const file = await this.host().readFile(id);
    return file.ok ? stateOf(readTemplate(file.value.bytes, name)) : { kind: "failed", failure: file.failure };
  }
}

/** Reads a template; its problems are in its outline. Refused where the file is no Word document. */
export function readTemplate(bytes: Uint8Array, name?: string): Result<NarrativeTemplate> {
  const layout = readWordLayout(bytes);
  if (!layout.ok) return layout;
  const outline = outlineOf(layout.value.paragraphs);
  return success({ bytes, layout: layout.value, outline, ...(name === undefined ? {} : { name }) });
}

const NONE: TemplateState = { kind: "none" };
const LOADING: TemplateState = { kind: "loading" };

function stateOf(read: Result<NarrativeTemplate>): TemplateState {
  return read.ok ? { kind: "ready", template: read.value } : { kind: "failed", failure: read.failure };
}

function ownKey(name: string): string {
  return `own ${name}`;
}

function shelfKey(name: string): string {
  return `narrative-template ${name}`;
}
