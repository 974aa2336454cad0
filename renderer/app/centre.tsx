import { useState, type ReactNode } from "react";
import type { CellAddress } from "../../shared/model/address.js";
import { files } from "../files/window-files.js";
import { NarrativePage } from "../narrative/narrative-page.js";
import { OverviewPage } from "../overview/overview-page.js";
import type { OpenDocument } from "../session/document-store.js";
import { attention, drafts, store } from "../session/window-store.js";
import { SheetDeck } from "../sheet/sheet-deck.js";
import { TextForm } from "../texts/text-form.js";
import { hasLongTexts, isTextForm } from "../texts/text-sections.js";
import { TextSwitch } from "../texts/text-switch.js";
import { FormulaPlace } from "./formula-place.js";
import { PANE } from "./panes-cycle.js";
import { useSheetCommands } from "./use-sheet-commands.js";
import type { StandingView } from "./view.js";
import { sheets } from "./window-sheets.js";
import { WORDS } from "./wording.js";

export interface CentreProps {
  readonly document: OpenDocument;
  readonly view: StandingView;
}

/** The middle of the window: the formula bar with the sheet below, a form of texts, or a page that is no form. */
export function Centre({ document, view }: CentreProps): ReactNode {
  const sheet = view.kind === "form" ? sheets.content(view.form)?.sheet : undefined;
  const [shownAs, setShownAs] = useState<"table" | "texts">("table");
  const hasBoth = sheet !== undefined && !isTextForm(sheet) && hasLongTexts(sheet);
  const isSheet = sheet !== undefined && !isTextForm(sheet) && !(hasBoth && shownAs === "texts");
  useSheetCommands(isSheet);
  return (
    <main className="centre" aria-label={WORDS.sheet} {...{ [PANE]: "sheet" }}>
      {hasBoth ? <TextSwitch value={shownAs} onValue={setShownAs} /> : null}
      {isSheet ? <FormulaPlace document={document} /> : null}
      <div className="centre-body">
        {view.kind === "overview" ? <OverviewPage document={document} onJump={jump} onPrint={printOverview} /> : null}
        {view.kind === "narrative" ? <NarrativePage /> : null}
        {isSheet ? <SheetDeck desk={sheets} form={sheet.form.id} /> : null}
        {sheet !== undefined && !isSheet ? (
          <TextForm
            key={sheet.form.id}
            sheet={sheet}
            document={document}
            store={store}
            drafts={drafts}
            attention={attention}
          />
        ) : null}
      </div>
    </main>
  );
}

function printOverview(html: string): void {
  void files.print(html);
}

function jump(at: CellAddress): void {
  attention.lead([at]);
}
