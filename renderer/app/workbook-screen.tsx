import { memo, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { FindingActions, type AskedAction } from "./finding-actions.js";
import { FindingsPanel } from "../findings/findings-panel.js";
import { hostFailureText } from "../files/wording.js";
import type { FindingKindName } from "../findings/finding-kinds.js";
import { narrativeDesk } from "../narrative/window-narrative.js";
import type { OpenDocument } from "../session/document-store.js";
import { attention } from "../session/window-store.js";
import { useAfterPaint } from "../ui/use-after-paint.js";
import { AsideSwitch } from "./aside-switch.js";
import { Centre } from "./centre.js";
import { formMarks } from "./form-marks.js";
import { Navigator } from "./navigator.js";
import { NarrativeAside } from "./narrative-aside.js";
import { FINDINGS_WIDTHS, NAVIGATOR_WIDTHS, usePaneLayout, type AsideContent } from "./pane-layout.js";
import { Pane, type PaneState } from "./pane.js";
import { PANE } from "./panes-cycle.js";
import { PrintPlace } from "./print-place.js";
import { RowsPlace } from "./rows-place.js";
import { StatusPlace } from "./status-place.js";
import { UnitPlace } from "./unit-place.js";
import { WorkbookBar } from "./workbook-bar.js";
import { useScreenCommands } from "./use-screen-commands.js";
import { useFindingCursor, type FindingCursor } from "./use-finding-cursor.js";
import { viewOfCell, type View } from "./view.js";
import { sheets } from "./window-sheets.js";
import { WORDS } from "./wording.js";

/** The window with an open workbook: bars, the navigator of forms, the sheet, the findings. */
export function WorkbookScreen({ document }: { readonly document: OpenDocument }): ReactNode {
  const [view, setView] = useState<View>(() => ({ kind: "form", form: document.computed.pack.forms[0]?.id ?? "" }));
  const [asked, setAsked] = useState<AskedAction>();
  const cursor = useFindingCursor();
  const { navigator, findings, aside, onPane, onAside, onKind, onFindings } = usePanes(cursor);
  const isBeside = aside === "narrative" && findings.open && view.kind === "form";
  useAttention(document, setView, isBeside);
  useScreenCommands(document, view, setView, cursor, onFindings);
  const { department, year } = document.session.workbook.profile;
  return (
    <div className="window">
      <WorkbookBar
        department={department}
        year={year}
        file={document.name}
        folder={document.folder}
        findings={findings.open && aside === "findings"}
        overview={view.kind === "overview"}
      />
      <div className="panes" data-view={view.kind}>
        <Pane
          side="left"
          title={WORDS.navigator}
          words={NAVIGATOR_WORDS}
          state={navigator}
          {...NAVIGATOR_WIDTHS}
          onState={onPane}
        >
          <Marks document={document} view={view} onView={setView} />
        </Pane>
        <Middle document={document} view={view} onView={setView} />
        <Pane
          side="right"
          title={WORDS.asides[isBeside ? "narrative" : "findings"]}
          head={view.kind === "form" ? <AsideSwitch value={aside} onValue={onAside} /> : undefined}
          words={FINDINGS_WORDS}
          state={findings}
          {...FINDINGS_WIDTHS}
          onState={onPane}
        >
          {isBeside ? <NarrativeAside /> : <Findings document={document} cursor={cursor} onAsk={setAsked} />}
        </Pane>
      </div>
      <StatusPlace document={document} view={view} onKind={onKind} />
      <FindingActions
        asked={asked}
        document={document}
        onDone={() => {
          setAsked(undefined);
        }}
      />
      <RowsPlace document={document} />
      <UnitPlace profile={document.session.workbook.profile} />
    </div>
  );
}

/** Both panes, how they are folded and drawn wider, what the right one holds, and how findings are brought to sight in it. */
function usePanes({ setKinds }: FindingCursor) {
  const [{ navigator, findings }, setLayout] = usePaneLayout();
  const onPane = useCallback(
    (side: "left" | "right", state: PaneState) => setLayout(side === "left" ? "navigator" : "findings", state),
    [setLayout],
  );
  const [aside, onAside] = useState<AsideContent>("findings");
  const onKind = useCallback(
    (kind: FindingKindName) => {
      setKinds(new Set([kind]));
      onAside("findings");
      if (!findings.open) onPane("right", { ...findings, open: true });
    },
    [setKinds, findings, onPane],
  );
  const onFindings = (): void => {
    onPane("right", { ...findings, open: aside === "narrative" || !findings.open });
    onAside("findings");
  };
  return { navigator, findings, aside, onPane, onAside, onKind, onFindings };
}

const NAVIGATOR_WORDS = { collapse: WORDS.collapseNavigator, open: WORDS.openNavigator, width: WORDS.navigatorWidth };
const FINDINGS_WORDS = { collapse: WORDS.collapseFindings, open: WORDS.openFindings, width: WORDS.findingsWidth };

/** The navigator a beat behind the sheet: a gesture is painted before the marks are counted. */
const Marks = memo(function Marks({ document, view, onView }: MiddleProps): ReactNode {
  const { computed, findings } = useAfterPaint(document);
  const marks = useMemo(() => formMarks(computed, findings), [computed, findings]);
  return <Navigator marks={marks} view={view} onView={onView} />;
});

interface MiddleProps {
  readonly document: OpenDocument;
  readonly view: View;
  readonly onView: (view: View) => void;
}

const Middle = memo(function Middle({ document, view, onView }: MiddleProps): ReactNode {
  return view.kind === "print" ? (
    <PrintPlace document={document} back={view.back} onView={onView} />
  ) : (
    <Centre document={document} view={view} />
  );
});

interface FindingsProps {
  readonly document: OpenDocument;
  readonly cursor: FindingCursor;
  readonly onAsk: (asked: AskedAction) => void;
}

const Findings = memo(function Findings({ document, cursor, onAsk }: FindingsProps): ReactNode {
  const settled = useAfterPaint(document);
  const onAction = useCallback<Parameters<typeof FindingsPanel>[0]["onAction"]>(
    (finding, action) => {
      onAsk({ finding, action });
    },
    [onAsk],
  );
  return (
    <div className="findings-panel" {...{ [PANE]: "findings" }}>
      <FindingsPanel
        document={settled}
        kinds={cursor.kinds}
        onKinds={cursor.setKinds}
        current={cursor.current}
        onLook={cursor.look}
        onAction={onAction}
      />
    </div>
  );
});

/** Turns to the table of the cells somebody leads the eye to; the sheet itself selects and highlights them. */
function useAttention({ computed }: OpenDocument, setView: (view: View) => void, isBeside: boolean): void {
  const { pack } = computed;
  useEffect(() => {
    sheets.onForm = (form) => setView({ kind: "form", form });
    narrativeDesk.onShow = (what) => {
      if (what === "page" || !isBeside) setView({ kind: "narrative" });
    };
    narrativeDesk.hostFailureText = hostFailureText;
  }, [setView, isBeside]);
  useEffect(
    () =>
      attention.subscribe(({ cells, focus }) => {
        const view = viewOfCell(pack, cells[0]);
        if (view !== undefined) setView(view);
        if (view?.kind === "form") sheets.show(cells, focus);
      }),
    [pack, setView],
  );
}
