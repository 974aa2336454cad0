import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from "react";
import type { Rewordable } from "../../shared/narrative/rewordable.js";
import { drafts } from "../session/window-store.js";
import { Button } from "../ui/button.js";
import { CHIP_FORMAT, chipContent, textWithTags } from "./chips.js";
import { WORDS } from "./wording.js";

interface RewordingEditorProps {
  readonly start: Rewordable;
  /** Takes the text, or says why not. */
  readonly onTake: (text: string) => readonly string[];
  readonly onClose: () => void;
}

/** Rewords one paragraph: words are typed freely, figures are chips that stay live and can be moved or deleted, but not changed. */
export function RewordingEditor({ start, onTake, onClose }: RewordingEditorProps): ReactNode {
  const editor = useRef<HTMLDivElement>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const take = useRef<() => boolean>(() => true);
  useEffect(() => {
    const own = editor.current;
    if (own === null) return;
    own.replaceChildren(chipContent(start.text, start.prints));
    own.focus();
    take.current = () => {
      const text = textWithTags(own).trim();
      const found = text === start.text.trim() ? [] : onTake(text);
      setProblems(found);
      return found.length === 0;
    };
    return drafts.register(() => take.current());
    // The editor keeps the text it was opened with; a figure that changes meanwhile comes in when it is closed.
  }, []);
  const done = (): void => {
    if (take.current()) onClose();
  };
  const restore = (): void => {
    onTake("");
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onClose();
    if (event.key !== "Enter" || !event.ctrlKey) return;
    event.preventDefault();
    done();
  };
  return (
    <div className="narrative-rewording" role="group" aria-label={WORDS.reword} data-tools onKeyDown={onKeyDown}>
      <div
        ref={editor}
        className="narrative-rewording-text"
        role="textbox"
        aria-multiline
        aria-label={WORDS.rewordingText}
        contentEditable="plaintext-only"
        suppressContentEditableWarning
        spellCheck={false}
        onCopy={copyChips}
        onCut={copyChips}
        onPaste={(event) => pasteChips(event, start.prints)}
      />
      <Below problems={problems} isReworded={start.isReworded} onDone={done} onClose={onClose} onRestore={restore} />
    </div>
  );
}

interface BelowProps extends Pick<RewordingEditorProps, "onClose"> {
  readonly problems: readonly string[];
  readonly isReworded: boolean;
  readonly onDone: () => void;
  readonly onRestore: () => void;
}

/** What is wrong with the text, and what can be done with it. */
function Below({ problems, isReworded, onDone, onClose, onRestore }: BelowProps): ReactNode {
  return (
    <>
      {problems.map((problem) => (
        <p key={problem} className="narrative-rewording-problem" role="alert">
          {problem}
        </p>
      ))}
      <p className="narrative-rewording-note">{WORDS.rewordingNote}</p>
      <div className="narrative-rewording-actions">
        {isReworded ? (
          <Button look="quiet" onClick={onRestore}>
            {WORDS.restore}
          </Button>
        ) : null}
        <span className="narrative-rewording-gap" />
        <Button onClick={onClose}>{WORDS.cancel}</Button>
        <Button look="primary" onClick={onDone}>
          {WORDS.take}
        </Button>
      </div>
    </>
  );
}

/** Chips are copied with their tags, so that a figure that is moved stays a figure. */
function copyChips(event: ClipboardEvent): void {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return;
  const piece = selection.getRangeAt(0).cloneContents();
  event.clipboardData.setData(CHIP_FORMAT, textWithTags(piece));
  event.clipboardData.setData("text/plain", piece.textContent.replaceAll("\u200B", ""));
  event.preventDefault();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other API that keeps the editor's own history
  if (event.type === "cut") document.execCommand("delete");
}

function pasteChips(event: ClipboardEvent, prints: (source: string) => string): void {
  const text = event.clipboardData.getData(CHIP_FORMAT);
  const selection = getSelection();
  if (text === "" || selection === null || selection.rangeCount === 0) return;
  event.preventDefault();
  const range = selection.getRangeAt(0);
  range.deleteContents();
  range.insertNode(chipContent(text, prints));
  range.collapse(false);
}
