import { useEffect, useRef, type RefObject } from "react";
import { drafts, store } from "../session/window-store.js";
import { fieldText, fillField } from "./field-text.js";
import { writeElement } from "./write-element.js";

/** How long keys rest before a text is a gesture even though its field was not left: a crash must not cost more. In milliseconds. */
const REST = 5000;

/** A text on its way from its field into 说明要素. */
export interface ElementDraft {
  readonly field: RefObject<HTMLElement | null>;
  /** A key was typed: the text is committed when the keys rest for long. */
  readonly typed: () => void;
  /** An input method is at work: nothing is committed until it is done. */
  readonly wait: () => void;
  readonly commit: () => void;
  /** Puts the text back that stands in the workbook. */
  readonly giveUp: () => void;
}

/** Keeps an uncontrolled field and the workbook's text together. `standing`: the text the workbook has, as the field shows it. */
export function useElementDraft(element: string, standing: string, block: boolean): ElementDraft {
  const field = useRef<HTMLElement>(null);
  const known = useRef<string>(undefined);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const commit = useRef<() => boolean>(() => true);
  /** Whether anything was typed since the text was taken: what nobody touched is never written. */
  const touched = useRef(false);
  useEffect(() => {
    const own = field.current;
    commit.current = () => {
      clearTimeout(resting.current);
      if (own === null || !touched.current) return true;
      touched.current = false;
      const text = fieldText(own);
      if (text === known.current) return true;
      known.current = text;
      writeElement(store, element, text);
      return true;
    };
    const stop = drafts.register(() => commit.current());
    return () => {
      commit.current();
      stop();
    };
  }, [element]);
  useEffect(() => {
    const own = field.current;
    if (own === null || standing === known.current) return;
    // What is being typed is newer than what stands; a text that changed elsewhere, as undo does, comes in.
    if (touched.current && own === document.activeElement) return;
    known.current = standing;
    fillField(own, standing, block);
  }, [standing, block]);
  return {
    field,
    wait: () => clearTimeout(resting.current),
    commit: () => void commit.current(),
    typed: () => {
      touched.current = true;
      clearTimeout(resting.current);
      resting.current = setTimeout(() => commit.current(), REST);
    },
    giveUp: () => {
      clearTimeout(resting.current);
      touched.current = false;
      if (field.current !== null) fillField(field.current, known.current ?? "", block);
    },
  };
}
