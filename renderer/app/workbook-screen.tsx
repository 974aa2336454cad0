import { useCallback, useDeferredValue, useEffect, useMemo, useState, type ReactNode } from "react";
import { FindingActions, type AskedAction } from "./finding-actions.js";
import { FindingsPanel } from "../findings/findings-panel.js";
import { hostFailureText } from "../files/wording.js";
import { countFindings, type FindingKindName } from "../findings/finding-kinds.js";
import { narrativeDesk } from "../narrative/window-narrative.js";
import type { OpenDocument } from "../session/document-store.js";
import { attention, commands } from "../session/window-store.js";
import { Centre } from "./centre.js";
import { DocumentTitle } from "./document-title.js";
import { formMarks } from "./form-marks.js";
import { Navigator } from "./navigator.js";
import { FINDINGS_WIDTHS, NAVIGATOR_WIDTHS, usePaneLayout } from "./pane-layout.js";
import { Pane } from "./pane.js";
import { PANE } from "./panes-cycle.js";
import { PrintPlace } from "./print-place.js";
import { RowsPlace } from "./rows-place.js";
import { StatusPlace } from "./status-place.js";
import { ToolBar } from "./tool-bar.js";
import { runCommand, useCommandChanges, useCommandHandlers } from "./use-commands.js";
import { UnitPlace } from "./unit-place.js";
import { useFindingCursor, type FindingCursor } from "./use-finding-cursor.js";
import { neighbourForm, printView, viewOfCell, type View } from "./view.js";
import { sheets } from "./window-sheets.js";
import { WORDS } from "./wording.js";

/** The window with an open workbook: bars, the navigator of forms, the sheet, the findings. */
export function WorkbookScreen({ document }: { readonly document: OpenDocument }): ReactNode {
  const [view, setView] = useState<View>(() => ({ kind: "form", form: document.computed.pack.forms[0]?.id ?? "" }));
  const [layout, setLayout] = usePaneLayout();
  const [asked, setAsked] = useState<AskedAction>();
  const cursor = useFindingCursor();
  const { navigator, findings } = layout;
  useAttention(document, setView);
  useScreenCommands(document, view, setView, cursor, () => {
    setLayout({ ...layout, findings: { ...findings, open: !findings.open } });
  });
  const onKind = useCallback(
    (kind: FindingKindName) => {
      cursor.setKinds(new Set([kind]));
      if (!findings.open) setLayout({ ...layout, findings: { ...findings, open: true } });
    },
    [cursor, findings, layout, setLayout],
  );
  return (
    <div className="window">
      <Bar document={document} shown={{ "show-findings": findings.open, "show-overview": view.kind === "overview" }} />
      <div className="panes" data-view={view.kind}>
        <Pane
          side="left"
          title={WORDS.navigator}
          words={NAVIGATOR_WORDS}
          state={navigator}
          {...NAVIGATOR_WIDTHS}
          onState={(state) => {
            setLayout({ ...layout, navigator: state });
          }}
        >
          <Marks document={document} view={view} onView={setView} />
        </Pane>
        <Middle document={document} view={view} onView={setView} />
        <Pane
          side="right"
          title={WORDS.findings}
          words={FINDINGS_WORDS}
          state={findings}
          {...FINDINGS_WIDTHS}
          onState={(state) => {
            setLayout({ ...layout, findings: state });
          }}
        >
          <Findings document={document} cursor={cursor} onAsk={setAsked} />
        </Pane>
      </div>
      <StatusPlace document={document} counts={useCounts(document)} view={view} onKind={onKind} />
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

const NAVIGATOR_WORDS = { collapse: WORDS.collapseNavigator, open: WORDS.openNavigator, width: WORDS.navigatorWidth };
const FINDINGS_WORDS = { collapse: WORDS.collapseFindings, open: WORDS.openFindings, width: WORDS.findingsWidth };

function useCounts(document: OpenDocument): ReturnType<typeof countFindings> {
  const { findings } = useDeferredValue(document);
  return useMemo(() => countFindings(findings), [findings]);
}

type BarProps = { readonly document: OpenDocument } & Pick<Parameters<typeof ToolBar>[0], "shown">;

function Bar({ document, shown }: BarProps): ReactNode {
  useCommandChanges();
  const { department, year } = document.session.workbook.profile;
  return (
    <ToolBar desk={COMMAND_DESK} shown={shown}>
      <DocumentTitle department={department} year={year} file={document.name} folder={document.folder} />
    </ToolBar>
  );
}

const COMMAND_DESK = { possible: commands.possible.bind(commands), run: runCommand };

/** The navigator a beat behind the sheet: a gesture is painted before the marks are counted. */
function Marks(props: { readonly document: OpenDocument } & Omit<Parameters<typeof Navigator>[0], "marks">): ReactNode {
  const { computed, findings } = useDeferredValue(props.document);
  const marks = useMemo(() => formMarks(computed, findings), [computed, findings]);
  return <Navigator marks={marks} view={props.view} onView={props.onView} />;
}

interface MiddleProps {
  readonly document: OpenDocument;
  readonly view: View;
  readonly onView: (view: View) => void;
}

function Middle({ document, view, onView }: MiddleProps): ReactNode {
  return view.kind === "print" ? (
    <PrintPlace document={document} back={view.back} onView={onView} />
  ) : (
    <Centre document={document} view={view} />
  );
}

interface FindingsProps {
  readonly document: OpenDocument;
  readonly cursor: FindingCursor;
  readonly onAsk: (asked: AskedAction) => void;
}

function Findings({ document, cursor, onAsk }: FindingsProps): ReactNode {
  const settled = useDeferredValue(document);
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
}

/** Turns to the table of the cells somebody leads the eye to; the sheet itself selects and highlights them. */
function useAttention({ computed }: OpenDocument, setView: (view: View) => void): void {
  const { pack } = computed;
  useEffect(() => {
    sheets.onForm = (form) => setView({ kind: "form", form });
    narrativeDesk.onShow = () => setView({ kind: "narrative" });
    narrativeDesk.hostFailureText = hostFailureText;
  }, [setView]);
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

function useScreenCommands(
  document: OpenDocument,
  view: View,
  setView: (view: View) => void,
  cursor: FindingCursor,
  toggleFindings: () => void,
): void {
  const { findings } = document;
  const { pack } = document.computed;
  const turn = (step: 1 | -1) => ({
    run: () => {
      const next = neighbourForm(pack, view, step);
      if (next !== undefined) setView(next);
    },
  });
  const handlers = useMemo(
    () => ({
      "next-table": turn(1),
      "previous-table": turn(-1),
      "next-finding": { run: () => cursor.step(findings, pack, 1), possible: () => findings.length > 0 },
      "previous-finding": { run: () => cursor.step(findings, pack, -1), possible: () => findings.length > 0 },
      "show-findings": { run: toggleFindings },
      "show-overview": { run: () => setView({ kind: "overview" }) },
      // The print page and the overview print themselves.
      ...(view.kind === "print" || view.kind === "overview" ? {} : { print: { run: () => setView(printView(view)) } }),
      "show-narrative": { run: () => narrativeDesk.turn("write") },
      "check-narrative": { run: () => narrativeDesk.turn("check") },
    }),
    [findings, pack, view, setView, cursor, toggleFindings],
  );
  useCommandHandlers(handlers);
}
