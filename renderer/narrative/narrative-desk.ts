import type { HostFailure } from "../../shared/host/contract.js";
import type { CellAddress } from "../../shared/model/address.js";
import { addressKey } from "../../shared/model/address.js";
import { renderOutline, type Narrative } from "../../shared/narrative/render.js";
import type { DocumentStore, OpenDocument } from "../session/document-store.js";
import type { NarrativeTemplate, NarrativeTemplates } from "../session/narrative-templates.js";
import { isHeading, pageParts, type PagePart } from "./page-parts.js";
import { sentencesByCell, type CellSentence } from "./sentences-by-cell.js";

/** The narrative of the open workbook as it stands now. */
export interface ShownNarrative {
  readonly document: OpenDocument;
  readonly template: NarrativeTemplate;
  readonly narrative: Narrative;
  readonly parts: readonly PagePart[];
  /** The headings among the parts; the very same list as long as none of them changed. */
  readonly headings: readonly PagePart[];
}

/** A place of the page to be brought into view: a part, and in it an element's field. */
export interface NarrativeTarget {
  readonly part?: string;
  readonly element?: string;
  /** Only brought into view: the keyboard stays where it is. */
  readonly quietly?: boolean;
  /** Rises with every wish, so that the same place can be asked for twice. */
  readonly wish: number;
}

/** The two sides of the page: the narrative that is written, and one written elsewhere that is checked. */
export type NarrativeSide = "write" | "check";

/**
 * The window's narrative: rendered when somebody looks at it, once for each state of the workbook, and led to from anywhere. It holds
 * nothing the workbook does not say.
 */
export class NarrativeDesk {
  private readonly listeners = new Set<() => void>();
  private shown: ShownNarrative | undefined;
  private sentences:
    { readonly of: ShownNarrative; readonly byCell: ReadonlyMap<string, readonly CellSentence[]> } | undefined;
  private target_: NarrativeTarget | undefined;
  private side_: NarrativeSide = "write";
  /** Why the machine refused, as a sentence; the frame lends it. */
  hostFailureText: (failure: HostFailure) => string = ({ code }) => code;
  /** Asked to bring the page to the front, or only a place of the narrative, wherever it is shown. */
  onShow: (what: "page" | "place") => void = () => undefined;

  constructor(
    private readonly store: DocumentStore,
    private readonly templates: NarrativeTemplates,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    const ends = [this.store.subscribe(listener), this.templates.subscribe(listener)];
    return () => {
      this.listeners.delete(listener);
      for (const end of ends) end();
    };
  };

  /** The narrative of the workbook that is shown; undefined while its template is not there. */
  narrative = (): ShownNarrative | undefined => {
    const document = this.store.current();
    const state = this.templates.current();
    if (document === undefined || state.kind !== "ready") return undefined;
    const { template } = state;
    const before = this.shown;
    if (before?.template === template && before.document.session === document.session) return before;
    const narrative = renderOutline(template.outline, document.session);
    const known = before?.template === template ? before.parts : [];
    const parts = pageParts(narrative.paragraphs, template.layout, known);
    const headings = kept(before?.headings, parts.filter(isHeading));
    this.shown = { document, template, narrative, parts, headings };
    return this.shown;
  };

  /** The state of the workbook the narrative would be rendered from: for views that only ask it something later. */
  version = (): OpenDocument | undefined => this.store.current();

  /** The sentences of the narrative that use a cell, in their order. */
  sentencesOf(at: CellAddress): readonly CellSentence[] {
    const shown = this.narrative();
    if (shown === undefined) return [];
    if (this.sentences?.of !== shown) this.sentences = { of: shown, byCell: sentencesByCell(shown.parts) };
    return this.sentences.byCell.get(addressKey(at)) ?? [];
  }

  target = (): NarrativeTarget | undefined => this.target_;

  side = (): NarrativeSide => this.side_;

  /** Brings the narrative to the front, at a place of it where one is given. */
  show(place: Omit<NarrativeTarget, "wish"> = {}): void {
    this.side_ = "write";
    this.target_ = { ...place, wish: (this.target_?.wish ?? 0) + 1 };
    this.onShow("place");
    this.tell();
  }

  /** Turns to one side of the page, bringing it to the front. */
  turn(side: NarrativeSide): void {
    this.side_ = side;
    this.onShow("page");
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** The list of before, where the new one holds the very same parts. */
function kept(before: readonly PagePart[] | undefined, now: readonly PagePart[]): readonly PagePart[] {
  return before?.length === now.length && before.every((part, at) => part === now[at]) ? before : now;
}
