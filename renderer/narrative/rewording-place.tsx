import { PenLine } from "lucide-react";
import { useState, type ReactNode } from "react";
import { store } from "../session/window-store.js";
import { IconButton } from "../ui/button.js";
import { reword, startOfRewording, type RewordPlace } from "./reword.js";
import { RewordingEditor } from "./rewording-editor.js";
import { narrativeDesk } from "./window-narrative.js";
import { WORDS } from "./wording.js";

interface RewordingPlaceProps {
  readonly place: RewordPlace;
  /** Whether the paragraph is reworded already. */
  readonly isReworded: boolean;
  readonly children: ReactNode;
}

/** A paragraph with the way to reword it: a pen beside it, and the editor in its place. */
export function RewordingPlace({ place, isReworded, children }: RewordingPlaceProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const template = narrativeDesk.narrative()?.template;
  const start = isOpen && template !== undefined ? startOfRewording(store, template, place) : undefined;
  if (start !== undefined && template !== undefined) {
    return (
      <RewordingEditor
        start={start}
        onTake={(text) => reword(store, template, place.id, text)}
        onClose={() => {
          setOpen(false);
        }}
      />
    );
  }
  return (
    <>
      {children}
      <span className="narrative-tools" data-tools data-reworded={isReworded}>
        <IconButton
          label={isReworded ? WORDS.rewordedHint : WORDS.reword}
          icon={<PenLine size={14} aria-hidden />}
          onClick={() => {
            setOpen(true);
          }}
        />
      </span>
    </>
  );
}
