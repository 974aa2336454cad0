import type { ReactNode } from "react";
import { computedOf } from "../../shared/calc/computed-session.js";
import type { Session } from "../../shared/calc/session.js";
import { expectedText } from "../../shared/messages/expected-text.js";
import { findingText } from "../../shared/messages/finding-text.js";
import { cellText } from "../../shared/messages/place-text.js";
import type { Finding } from "../../shared/model/finding.js";
import { attention } from "../session/window-store.js";
import { Button } from "../ui/button.js";
import { WORDS } from "./wording.js";

/** One finding about a narrative: what stands there, what should, and the cells that say so. */
export function CheckFinding({
  finding,
  session,
}: {
  readonly finding: Finding;
  readonly session: Session;
}): ReactNode {
  const computed = computedOf(session);
  const { text, cells } = finding;
  return (
    <li className="narrative-finding" data-group={finding.severity}>
      {text === undefined || text.quote === "" ? null : (
        <blockquote>
          <Quote quote={text.quote} figure={text.figure} />
          {text.line > 0 ? <cite>{WORDS.line(text.line)}</cite> : null}
        </blockquote>
      )}
      {text === undefined || text.figure === "" || text.expected === "" ? null : (
        <p className="narrative-finding-figures">
          {WORDS.said} <del>{text.figure}</del>　{WORDS.expected} <ins>{expectedText(finding)}</ins>
        </p>
      )}
      <p className="narrative-finding-text">{findingText(computed, finding)}</p>
      {cells.length === 0 ? null : (
        <p className="narrative-finding-cells">
          {cells.map((at) => (
            <Button
              key={`${at.table}.${at.row}.${at.column}`}
              look="link"
              onClick={() => {
                attention.lead([at]);
              }}
            >
              {cellText(computed, at)}
            </Button>
          ))}
        </p>
      )}
    </li>
  );
}

/** The sentence with the figure it is about. */
function Quote({ quote, figure }: { readonly quote: string; readonly figure: string }): ReactNode {
  const at = figure === "" ? -1 : quote.indexOf(figure);
  if (at < 0) return quote;
  return (
    <>
      {quote.slice(0, at)}
      <mark>{figure}</mark>
      {quote.slice(at + figure.length)}
    </>
  );
}
