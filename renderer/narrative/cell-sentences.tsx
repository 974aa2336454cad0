import { FileText } from "lucide-react";
import { useDeferredValue, useSyncExternalStore, type ReactNode } from "react";
import type { CellAddress } from "../../shared/model/address.js";
import { Button } from "../ui/button.js";
import { MenuButton } from "../ui/menu-button.js";
import { narrativeDesk } from "./window-narrative.js";
import { WORDS } from "./wording.js";

/** For the formula bar: the sentences of the narrative that use the active cell, each a way there. Nothing for a cell that none uses. */
export function CellSentences({ at }: { readonly at: CellAddress | undefined }): ReactNode {
  // A beat behind: a gesture is painted before the narrative is asked.
  const shown = useDeferredValue(useSyncExternalStore(narrativeDesk.subscribe, narrativeDesk.version));
  const sentences = shown === undefined || at === undefined ? [] : narrativeDesk.sentencesOf(at);
  if (sentences.length === 0) return null;
  return (
    <MenuButton
      button={
        <Button look="link" icon={<FileText size={13} aria-hidden />} title={WORDS.usedByTitle}>
          {WORDS.usedBy(sentences.length)}
        </Button>
      }
      entries={sentences.map(({ part, text }, index) => ({
        kind: "item",
        id: String(index),
        label: text,
        onSelect: () => narrativeDesk.show({ part }),
      }))}
    />
  );
}
