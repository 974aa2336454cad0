import { useMemo, type ReactNode } from "react";
import { cellWithinTable } from "../../shared/messages/place-text.js";
import { figuresToExplain, type ExplainedFigure } from "../../shared/narrative/explained.js";
import type { OpenDocument } from "../session/document-store.js";
import { useDocument } from "../session/use-document.js";
import { attention } from "../session/window-store.js";
import { Button } from "../ui/button.js";
import { fillField } from "./field-text.js";
import { LastYearText } from "./last-year-text.js";
import { elementIn } from "./page-words.js";
import { WORDS } from "./wording.js";

/** Beside a field that is being written: what it asks, the figures it must explain, and what was written last year. */
export function ElementCard({ element, block }: { readonly element: string; readonly block: boolean }): ReactNode {
  const document = useDocument((open) => open);
  const definition = elementIn(document, element);
  const figures = useMemo(
    () => (document === undefined || definition === undefined ? [] : figuresToExplain(definition, document.session)),
    [document, definition],
  );
  if (document === undefined || definition === undefined) return null;
  return (
    <aside
      className="narrative-card"
      aria-label={WORDS.explain}
      // A click in the card leaves the keyboard in the field.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      <p className="narrative-card-asks">{definition.asks ?? element}</p>
      {figures.length === 0 ? null : <Figures document={document} figures={figures} />}
      <LastYearText element={element} onUse={(text) => takeOver(element, text, block)} />
      <p className="narrative-card-keys">{block ? WORDS.blockKeys : WORDS.fieldKeys}</p>
    </aside>
  );
}

function Figures({
  document,
  figures,
}: {
  readonly document: OpenDocument;
  readonly figures: readonly ExplainedFigure[];
}): ReactNode {
  return (
    <dl className="narrative-card-figures">
      {figures.map(({ at, isLastYear, text, unit = "" }) => (
        <div key={`${at.table}.${at.row}.${at.column}.${String(isLastYear)}`}>
          <dt>
            {isLastYear ? WORDS.lastYear : WORDS.thisYear}　{cellWithinTable(document.computed, at)}
          </dt>
          <dd>
            <Button
              look="link"
              onClick={() => {
                attention.lead([at]);
              }}
            >
              {text}
              {unit}
            </Button>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Puts a text into the field that is being written, as if it were typed: it is a gesture once the field is left. */
function takeOver(element: string, text: string, block: boolean): void {
  const field = window.document.activeElement;
  if (!(field instanceof HTMLElement) || field.dataset["element"] !== element) return;
  fillField(field, text, block);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
