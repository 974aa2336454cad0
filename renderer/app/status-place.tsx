import { memo, useMemo, useSyncExternalStore, type ReactNode } from "react";
import { countFindings, type FindingCounts, type FindingKindName } from "../findings/finding-kinds.js";
import type { OpenDocument } from "../session/document-store.js";
import { useAfterPaint } from "../ui/use-after-paint.js";
import { StatusBar } from "./status-bar.js";
import { runCommand } from "./use-commands.js";
import type { View } from "./view.js";
import { sheets } from "./window-sheets.js";

export interface StatusPlaceProps {
  readonly document: OpenDocument;
  readonly view: View;
  readonly onKind: (kind: FindingKindName) => void;
}

/** The status bar, told by the sheet in front what is selected. */
export const StatusPlace = memo(function StatusPlace({ document, view, onKind }: StatusPlaceProps): ReactNode {
  const state = useSyncExternalStore(sheets.subscribe, sheets.state);
  const unit = state?.cell.kind === "cell" ? state.cell.unit : formUnit(document, view);
  return (
    <StatusBar
      summary={state?.summary}
      notice={state?.notice?.text}
      counts={useCounts(document)}
      saved={document.saved}
      unit={unit}
      zoom={sheets.currentZoom()}
      onKind={onKind}
      onZoomReset={() => runCommand("zoom-reset")}
    />
  );
});

/** Counted a beat behind the sheet, like the list of the findings itself. */
function useCounts(document: OpenDocument): FindingCounts {
  const { findings } = useAfterPaint(document);
  return useMemo(() => countFindings(findings), [findings]);
}

/** The unit a form prints above its table. */
function formUnit({ computed }: OpenDocument, view: View): string | undefined {
  return view.kind === "form" ? computed.pack.forms.find(({ id }) => id === view.form)?.lines.unit : undefined;
}
