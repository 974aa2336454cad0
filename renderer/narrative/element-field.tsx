import type { ClipboardEvent, KeyboardEvent, ReactNode, RefObject } from "react";
import { useElementDraft } from "./use-element-draft.js";

export interface ElementFieldProps {
  /** The element's id in 说明要素. */
  readonly element: string;
  /** What it asks for: the field's name, and its words while it is empty. */
  readonly asks: string;
  /** The text that stands, as the sentence shows it. */
  readonly standing: string;
  /** Whether it still must be written. */
  readonly missing: boolean;
  /** Paragraphs of its own, or words within a sentence. */
  readonly block: boolean;
}

/**
 * A place in the narrative that only a person can fill, written where it stands. React never writes into it: that would end a
 * composition. What is typed becomes one gesture when the field is left, with Enter (within a sentence) or before a save; Escape gives
 * it up.
 */
export function ElementField({ element, asks, standing, missing, block }: ElementFieldProps): ReactNode {
  const { field, typed, wait, commit, giveUp } = useElementDraft(element, standing, block);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      giveUp();
      field.current?.blur();
    } else if (event.key === "Enter" && (!block || event.ctrlKey)) {
      event.preventDefault();
      field.current?.blur();
    }
  };
  const onBlur = (): void => {
    commit();
    // Left, a text shows its paragraphs as the document will have them.
    if (block) giveUp();
  };
  const props = {
    className: "narrative-field",
    contentEditable: "plaintext-only" as const,
    suppressContentEditableWarning: true,
    role: "textbox",
    "aria-label": asks,
    "aria-multiline": block,
    "data-element": element,
    "data-missing": missing,
    "data-asks": asks,
    spellCheck: false,
    tabIndex: 0,
    onInput: typed,
    onCompositionStart: wait,
    onBlur,
    onKeyDown,
  };
  return block ? (
    <div {...props} ref={field as RefObject<HTMLDivElement | null>} />
  ) : (
    <span {...props} ref={field} onPaste={onPasteLine} />
  );
}

/** Within a sentence a text has no line ends. */
function onPasteLine(event: ClipboardEvent): void {
  const text = event.clipboardData.getData("text/plain");
  if (!/[\r\n]/u.test(text)) return;
  event.preventDefault();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other API that keeps the field's own history
  document.execCommand("insertText", false, text.replaceAll(/\s*[\r\n]+\s*/gu, ""));
}
