import { useId, type ClipboardEvent, type KeyboardEvent, type ReactNode } from "react";
import { findingText } from "../../shared/messages/finding-text.js";
import type { DocumentStore, OpenDocument } from "../session/document-store.js";
import type { Drafts } from "../session/drafts.js";
import { FOCUS_HOME } from "../ui/focus-home.js";
import { plainParagraphs, type TextSection } from "./text-sections.js";
import { useTextDraft } from "./use-text-draft.js";
import { WORDS } from "./wording.js";

export interface TextAreaProps {
  readonly section: TextSection;
  readonly document: OpenDocument;
  readonly store: DocumentStore;
  readonly drafts: Drafts;
}

/**
 * One text of the form: an area that grows with it. It is never controlled by React, for replacing its value would end a composition.
 * What is typed becomes a gesture when the area is left or the keys rest; Ctrl+Z takes whole gestures back.
 */
export function TextArea({ section, document, store, drafts }: TextAreaProps): ReactNode {
  const id = useId();
  const standing = document.computed.text(section.at) ?? "";
  const { area, count, typed, wait, commit } = useTextDraft({ at: section.at, standing, store, drafts });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) wait();
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const text = plainParagraphs(event.clipboardData.getData("text/plain"));
    event.currentTarget.setRangeText(text, selectionStart, selectionEnd, "end");
    typed();
  };
  const findings = document.findingsAt.get(section.id) ?? [];
  return (
    <section className="text-section" aria-labelledby={`${id}-heading`}>
      <header>
        <h4 id={`${id}-heading`}>{section.heading}</h4>
        <span className="text-count">{WORDS.count(count)}</span>
      </header>
      <textarea
        ref={area}
        aria-labelledby={`${id}-heading`}
        aria-describedby={findings.length === 0 ? undefined : `${id}-findings`}
        data-section={section.id}
        defaultValue={standing}
        spellCheck={false}
        rows={section.height > 100 ? 6 : 3}
        onInput={typed}
        onCompositionStart={wait}
        // Undo and redo are the workbook's here, as in the sheet's own text field, not the browser's.
        onFocus={(event) => event.currentTarget.setAttribute(FOCUS_HOME, "")}
        onBlur={(event) => {
          event.currentTarget.removeAttribute(FOCUS_HOME);
          commit();
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {findings.length === 0 ? null : (
        <ul className="text-findings" id={`${id}-findings`}>
          {findings.map((finding, index) => (
            <li key={index} data-severity={finding.severity}>
              {findingText(document.computed, finding)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
