import { CircleAlert, CircleX, EqualApproximately, Info } from "lucide-react";
import type { ReactNode } from "react";
import { fixed, plain, type Decimal } from "../../shared/decimal.js";
import { grouped } from "../../shared/messages/figure-text.js";
import type { FindingCounts, FindingKindName } from "../findings/finding-kinds.js";
import type { OpenDocument } from "../session/document-store.js";
import type { SelectionSummary } from "../sheet/sheet-state.js";
import { PANE } from "./panes-cycle.js";
import { WORDS } from "./wording.js";

export interface StatusBarProps {
  readonly summary: SelectionSummary | undefined;
  /** What the sheet last had to say, such as what a paste skipped. */
  readonly notice: string | undefined;
  readonly counts: FindingCounts;
  readonly saved: OpenDocument["saved"];
  readonly unit: string | undefined;
  readonly zoom: number;
  readonly onKind: (kind: FindingKindName) => void;
  readonly onZoomReset: () => void;
}

/** The line at the bottom: what the selection adds up to, what the checks found, and whether everything is saved. */
export function StatusBar(props: StatusBarProps): ReactNode {
  const { summary, notice, counts, saved, unit, zoom, onKind, onZoomReset } = props;
  return (
    <footer className="status-bar" aria-label={WORDS.status} {...{ [PANE]: "status" }}>
      <div className="status-counts">
        {COUNTS.map(({ kind, words, icon }) => (
          <button
            key={kind}
            type="button"
            className="status-count"
            data-kind={kind}
            data-none={counts[kind] === 0 ? true : undefined}
            onClick={() => {
              onKind(kind);
            }}
          >
            {icon}
            {words(counts[kind])}
          </button>
        ))}
      </div>
      <div className="status-notice" role="status">
        {notice}
      </div>
      <div className="status-summary">{summary === undefined ? null : <Summary summary={summary} />}</div>
      {unit === undefined ? null : <span className="status-item">{WORDS.unit(unit)}</span>}
      <span className="status-item status-saved" data-saved={saved} role="status">
        {WORDS.saved[saved]}
      </span>
      <button type="button" className="status-item status-zoom" title={WORDS.zoomHint} onClick={onZoomReset}>
        {WORDS.zoom(Math.round(zoom * 100))}
      </button>
    </footer>
  );
}

const SIZE = { size: 13, strokeWidth: 2, "aria-hidden": true } as const;
const COUNTS = [
  { kind: "error", words: WORDS.errors, icon: <CircleX {...SIZE} /> },
  { kind: "explain", words: WORDS.explanations, icon: <CircleAlert {...SIZE} /> },
  { kind: "rounding", words: WORDS.roundings, icon: <EqualApproximately {...SIZE} /> },
  { kind: "hint", words: WORDS.hints, icon: <Info {...SIZE} /> },
] as const;

function Summary({ summary }: { readonly summary: SelectionSummary }): ReactNode {
  const { filled, figures, sum, average } = summary;
  if (filled < 2) return null;
  return (
    <>
      <span className="status-item">{WORDS.count(filled)}</span>
      {sum === undefined || figures === 0 ? null : <span className="status-item">{WORDS.sum(figureText(sum))}</span>}
      {average === undefined ? null : <span className="status-item">{WORDS.average(figureText(average))}</span>}
    </>
  );
}

/** At least two places, as amounts are printed. */
function figureText(value: Decimal): string {
  return grouped(value.decimalPlaces() > 2 ? plain(value) : fixed(value, 2));
}
