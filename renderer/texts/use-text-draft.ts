import { useEffect, useRef, useState, type RefObject } from "react";
import { changesOfCells } from "../../shared/editing/cell-changes.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { DocumentStore } from "../session/document-store.js";
import type { Drafts } from "../session/drafts.js";
import { signCount } from "./text-sections.js";

/** How long after the last key a text becomes a step of undo, in milliseconds. */
const PAUSE = 1500;

/** A text on its way from its area into the workbook. */
export interface TextDraft {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  /** How many signs stand in the area. */
  readonly count: number;
  /** A key was typed: the text is committed when the keys rest. */
  readonly typed: () => void;
  /** An input method is at work: nothing is committed until it is done. */
  readonly wait: () => void;
  readonly commit: () => void;
}

/** Where a text stands, and where it goes. */
export interface TextPlace {
  readonly at: CellAddress;
  /** The text the workbook has. */
  readonly standing: string;
  readonly store: DocumentStore;
  readonly drafts: Drafts;
}

/**
 * Keeps an uncontrolled area and the workbook's text together: what is typed becomes a gesture when the keys rest, when it is committed,
 * and when the area goes; what undo or another view changes comes into the area.
 */
export function useTextDraft({ at, standing, store, drafts }: TextPlace): TextDraft {
  const area = useRef<HTMLTextAreaElement>(null);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [count, setCount] = useState(() => signCount(standing));
  const known = useRef(standing);
  const commit = useRef<() => boolean>(() => true);
  const { table, row, column } = at;
  useEffect(() => {
    const place: CellAddress = { table, row, column };
    // The area itself is gone from the page when this effect ends: its text is read as long as it is there.
    const element = area.current;
    commit.current = () => {
      clearTimeout(pending.current);
      const text = element?.value.replace(/\s+$/u, "") ?? "";
      const session = store.latest();
      if (session === undefined || text === known.current.replace(/\s+$/u, "")) return true;
      known.current = text;
      const input = text === "" ? undefined : ({ kind: "text", text } as const);
      const changes = changesOfCells(session, [{ at: place, input }], "typing");
      if (changes.length > 0) store.run({ origin: "typing", changes }, place);
      return true;
    };
    const stop = drafts.register(() => commit.current());
    return () => {
      commit.current();
      stop();
    };
  }, [drafts, table, row, column, store]);
  useEffect(() => {
    if (area.current === null || standing === known.current) return;
    known.current = standing;
    area.current.value = standing;
    setCount(signCount(standing));
  }, [standing]);
  return {
    area,
    count,
    wait: () => clearTimeout(pending.current),
    commit: () => void commit.current(),
    typed: () => {
      setCount(signCount(area.current?.value ?? ""));
      clearTimeout(pending.current);
      pending.current = setTimeout(() => commit.current(), PAUSE);
    },
  };
}
