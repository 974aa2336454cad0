import type { ReactNode } from "react";
import type { OpenDocument } from "../session/document-store.js";
import type { CellAddress } from "../../shared/model/address.js";
import { OverviewPage } from "../overview/overview-page.js";
import { attention } from "../session/window-store.js";
import { SheetDeck } from "../sheet/sheet-deck.js";
import { FormulaPlace } from "./formula-place.js";
import { PANE } from "./panes-cycle.js";
import type { View } from "./view.js";
import { sheets } from "./window-sheets.js";
import { WORDS } from "./wording.js";

/** The middle of the window: the formula bar with the sheet below, or a page that is no form. */
export function Centre({ document, view }: { readonly document: OpenDocument; readonly view: View }): ReactNode {
  return (
    <main className="centre" aria-label={WORDS.sheet} {...{ [PANE]: "sheet" }}>
      {view.kind === "form" ? <FormulaPlace document={document} /> : null}
      <div className="centre-body">
        {view.kind === "form" ? (
          <SheetDeck desk={sheets} form={view.form} merged={merged} />
        ) : view.kind === "overview" ? (
          <OverviewPage document={document} onJump={jump} />
        ) : (
          <p className="centre-empty">{WORDS.noTable}</p>
        )}
      </div>
    </main>
  );
}

/** What shows a form that is no grid of rows. */
function merged(): ReactNode {
  return <p className="centre-empty">{WORDS.noTable}</p>;
}

function jump(at: CellAddress): void {
  attention.lead([at]);
}
