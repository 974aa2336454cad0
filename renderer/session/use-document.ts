import { useSyncExternalStore } from "react";
import type { OpenDocument } from "./document-store.js";
import { store } from "./window-store.js";

/**
 * What a view needs of the open workbook; it is drawn again when the selected value is another one. The selector gives parts of the
 * document as they are, or plain values; one that makes a new object each time would draw without end.
 */
export function useDocument<Part>(select: (document: OpenDocument | undefined) => Part): Part {
  return useSyncExternalStore(subscribe, () => select(store.current()));
}

function subscribe(listener: () => void): () => void {
  return store.subscribe(listener);
}
