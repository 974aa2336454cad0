import { FileText } from "lucide-react";
import { memo, useMemo, useSyncExternalStore, type ReactNode } from "react";
import type { CellAddress } from "../../shared/model/address.js";
import type { OpenDocument } from "../session/document-store.js";
import { Button } from "../ui/button.js";
import { MenuButton } from "../ui/menu-button.js";
import { useAfterPaint } from "../ui/use-after-paint.js";
import { narrativeDesk } from "./window-narrative.js";
import { WORDS } from "./wording.js";

/**
 * For the formula bar: the sentences of the narrative that use the active cell, each a way there. Nothing for a cell that none uses.
 * One frame behind: a gesture is painted before the narrative is asked.
 */
export function CellSentences({ at }: { readonly at: CellAddress | undefined }): ReactNode {
  const version = useSyncExternalStore(narrativeDesk.subscribe, narrativeDesk.version);
  return <Sentences {...useAfterPaint(useMemo(() => ({ version, at }), [version, at]))} />;
}

interface SentencesProps {
  /** The state of the workbook that was painted last. */
  readonly version: OpenDocument | undefined;
  readonly at: CellAddress | undefined;
}

/** Drawn anew only for what has been painted: asking for sentences renders the narrative. */
const Sentences = memo(function Sentences({ version, at }: SentencesProps): ReactNode {
  const sentences = version === undefined || at === undefined ? [] : narrativeDesk.sentencesOf(at);
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
});
