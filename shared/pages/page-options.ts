/** How zeros are printed: as figures (0.00), as blank cells, or as the dash of the pack. */
export type ZeroStyle = "figure" | "blank" | "dash";

/** What a printed copy carries besides its content. */
export interface PageOptions {
  readonly zeros: ZeroStyle;
  /** The foot row for signatures below every table and a square left free for the seal (domain, “Printing for sign-off”). */
  readonly signOff: boolean;
  /** Error findings stand: every page says 草稿. */
  readonly draft: boolean;
  /** The figures' fingerprint, printed on every page so that paper and file can be matched; absent on published copies. */
  readonly fingerprint?: string;
}

/** A published copy: no foot row, no fingerprint. */
export const PUBLISHED: PageOptions = { zeros: "figure", signOff: false, draft: false };
