import type { PublishedPages } from "../../shared/delivery/publication.js";
import type { DocumentComment } from "../../shared/documents/mark-word.js";
import type { DocumentKind } from "../../shared/documents/read-document.js";
import type { Failure } from "../../shared/failure.js";
import type { OutputFile, PackFolder } from "../../shared/host/contract.js";
import type { ChecklistEntry } from "../../shared/messages/checklist-text.js";
import type { Summary } from "../../shared/messages/summary.js";
import type { CheckedParagraph } from "../../shared/messages/annotated-content.js";
import type { Finding } from "../../shared/model/finding.js";
import type { ZeroStyle } from "../../shared/pages/page-options.js";
import type { Profile } from "../../shared/model/workbook.js";
import type { PlainWorkbook } from "./plain-workbook.js";

/**
 * What the page asks its worker, and what it gets. One worker holds one workbook: its bytes, what was read from them, and a session
 * that follows every gesture of the page's own.
 */
export interface Jobs {
  /** The packs to recognise workbooks with. Comes first. */
  readonly prepare: { readonly ask: { readonly packs: readonly PackFolder[] }; readonly answer: undefined };
  /**
   * Opens a workbook. An old .xls or .et becomes a new workbook made from its pack's template, one of `templates`.
   */
  readonly open: {
    readonly ask: { readonly bytes: Uint8Array; readonly templates: readonly PackTemplate[] };
    readonly answer: FoundDocument;
  };
  /** A blank workbook from a pack's template. */
  readonly create: {
    readonly ask: { readonly template: PackTemplate; readonly profile: Partial<Profile> };
    readonly answer: FoundDocument;
  };
  /** One gesture, as transactionText writes it. */
  readonly apply: { readonly ask: { readonly entry: string }; readonly answer: undefined };
  /** The workbook as a file. `fingerprint`: of the page's session, which must be the worker's. */
  readonly save: { readonly ask: { readonly fingerprint: string }; readonly answer: SavedWorkbook };
  /** Workbook, narrative and findings report, as the command line writes them. */
  readonly export: { readonly ask: ExportWish; readonly answer: Exported };
  /** The workbook, or parts of it, as pages for preview, printer and PDF. */
  readonly pages: { readonly ask: PagesWish; readonly answer: PrintedPages };
  /** What people must know and confirm before the workbook as it stands is published. */
  readonly "prepare-publication": { readonly ask: PublicationQuestion; readonly answer: PreparedPublication };
  /** The files of a publication, those that are printed still as pages. */
  readonly publish: { readonly ask: PublicationWish; readonly answer: MadePublication };
  /** Checks a narrative written elsewhere against the workbook as it stands. */
  readonly "check-narrative": { readonly ask: NarrativeToCheck; readonly answer: NarrativeChecked };
  /** A copy of a Word document with comments on it. */
  readonly "mark-narrative": {
    readonly ask: {
      readonly document: Uint8Array;
      readonly comments: readonly DocumentComment[];
      readonly author: string;
    };
    readonly answer: Uint8Array;
  };
  /** Judges a folder that is to become a pack. */
  readonly "check-pack": { readonly ask: PackToCheck; readonly answer: CheckedPack };
  /** The figures a pack wants of last year, from any workbook a pack knows. */
  readonly previous: {
    readonly ask: { readonly bytes: Uint8Array; readonly references: readonly string[] };
    readonly answer: PreviousFigures;
  };
}

export type JobName = keyof Jobs;
export type Ask<Name extends JobName> = Jobs[Name]["ask"];
export type Answer<Name extends JobName> = Jobs[Name]["answer"];

/** A pack's template workbook. */
export interface PackTemplate {
  readonly pack: string;
  readonly bytes: Uint8Array;
}

/** A workbook as the worker found it; the page opens its own session of it. */
export interface FoundDocument {
  readonly pack: string;
  readonly workbook: PlainWorkbook;
  readonly reading: readonly Finding[];
  /** The bytes of a workbook that no file holds: a new one, or one made of an .xls. */
  readonly made?: Uint8Array;
}

/** A saved workbook's bytes, read back and compared before anybody gets them. */
export interface SavedWorkbook {
  readonly bytes: Uint8Array;
  /** What a journal that begins with these bytes must do first to stand where the session stands; absent where nothing is left to do. */
  readonly base?: string;
  /** Formulas that gave way to values. */
  readonly findings: readonly Finding[];
}

/** What is to be exported, and from which session. */
export interface ExportWish {
  readonly fingerprint: string;
  /** The narrative's template: the pack's, or the bureau's own with its file's name. */
  readonly template: { readonly bytes: Uint8Array; readonly name?: string };
  /** Whether every form gets the foot row for signatures. */
  readonly signOff: boolean;
  /** Whether the person was asked and exports with error findings. */
  readonly force: boolean;
}

/** The files, whole; or nothing but the sentences of the errors for which the person must be asked first. */
export type Exported =
  | { readonly kind: "held-back"; readonly errors: readonly string[]; readonly summary: Summary }
  | { readonly kind: "made"; readonly files: readonly OutputFile[]; readonly summary: Summary };

/** What is to be printed, from which session. */
export interface PagesWish {
  readonly fingerprint: string;
  /** Ids of the forms; printed in the pack's order. */
  readonly forms: readonly string[];
  readonly narrative: boolean;
  /** The narrative's template; absent only where none can be read, and then the narrative cannot be printed. */
  readonly template?: { readonly bytes: Uint8Array; readonly name?: string };
  readonly zeros: ZeroStyle;
  readonly signOff: boolean;
  /** The name of the document. */
  readonly title: string;
}

/** Pages as one HTML text, whether they say 草稿, and the fingerprint of their figures for people. */
export interface PrintedPages {
  readonly html: string;
  readonly draft: boolean;
  readonly fingerprint: string;
}

/** All files of a folder by their paths, and the links in it. */
export interface PackToCheck {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly links: readonly string[];
}

/** A folder that can be added as a pack; or everything that is wrong with it, as sentences with file and place. */
export type CheckedPack =
  | { readonly ok: true; readonly id: string; readonly title: string }
  | { readonly ok: false; readonly problems: readonly string[] };

/** From which session something is published, and with which template its narrative is written. */
export interface PublicationQuestion {
  readonly fingerprint: string;
  readonly template: { readonly bytes: Uint8Array; readonly name?: string };
}

/** A publication before it is made: the names it will have, the checklist, and the sentences of the errors that stand. */
export interface PreparedPublication {
  readonly folder: string;
  readonly files: readonly string[];
  readonly record: string;
  readonly checklist: readonly ChecklistEntry[];
  readonly errors: readonly string[];
}

/** A publication as a person decided on it; the reason is there whenever errors stand. */
export interface PublicationWish extends PublicationQuestion {
  /** Ids of the demands that the person confirmed. */
  readonly confirmed: readonly string[];
  readonly reason?: string;
  /** When, as people write it, and the workbook's file name: for the record. */
  readonly time: string;
  readonly source: string;
}

/** A publication in memory; `pages` are still to be printed, each into the PDF of its name. */
export interface MadePublication {
  readonly folder: string;
  /** Every file's name, in the order in which they are told. */
  readonly names: readonly string[];
  readonly files: readonly OutputFile[];
  readonly pages: readonly PublishedPages[];
  readonly record: { readonly name: string; readonly text: string };
  /** Sentence about sheets that stay behind; absent where none does. */
  readonly leftOut?: string;
}

/** An existing narrative, and the template whose sentences it may follow. */
export interface NarrativeToCheck {
  readonly fingerprint: string;
  readonly document: Uint8Array;
  readonly template: Uint8Array;
}

/** What was found in an existing narrative, in the order of the document; what could not be decided is among it. */
export interface NarrativeChecked {
  readonly kind: DocumentKind;
  /** The document's text, for laying the findings beside it. */
  readonly paragraphs: readonly CheckedParagraph[];
  readonly findings: readonly Finding[];
}

/** Last year's figures by reference, as plain decimal text, and whose they are. */
export interface PreviousFigures {
  readonly profile: Profile;
  readonly pack: string;
  readonly figures: readonly (readonly [reference: string, figure: string])[];
  /** What people wrote there: the entries of its 说明要素 by their ids. */
  readonly texts: readonly (readonly [element: string, text: string])[];
}

/** How far a job is. */
export type Progress =
  "reading" | "computing" | "writing-workbook" | "writing-narrative" | "writing-report" | "writing-pages" | "checking";

export type ToWorker = {
  readonly [Name in JobName]: { readonly id: number; readonly job: Name; readonly ask: Ask<Name> };
}[JobName];

export type FromWorker =
  | { readonly id: number; readonly kind: "progress"; readonly progress: Progress }
  | { readonly id: number; readonly kind: "answer"; readonly answer: Answer<JobName> }
  | { readonly id: number; readonly kind: "refused"; readonly failure: Failure }
  /** A defect of the program, with what a report of it should say. */
  | { readonly id: number; readonly kind: "defect"; readonly message: string; readonly stack: string };

/** How a job says how far it is; it gives the worker's thread a moment, in which news may arrive. */
export type Tell = (progress: Progress) => Promise<void>;
