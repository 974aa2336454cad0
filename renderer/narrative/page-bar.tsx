import { ChevronDown, FileCog } from "lucide-react";
import { useState, useSyncExternalStore, type ReactNode } from "react";
import { narrativeTemplates } from "../session/window-store.js";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import { MenuButton } from "../ui/menu-button.js";
import type { NarrativeSide } from "./narrative-desk.js";
import { chooseTemplate, usePackTemplate, type RefusedTemplate } from "./template-flow.js";
import { narrativeDesk } from "./window-narrative.js";
import { WORDS } from "./wording.js";

const SIDES: readonly NarrativeSide[] = ["write", "check"];

/** Above the page: its two sides, and the template it is written with. */
export function PageBar({ side }: { readonly side: NarrativeSide }): ReactNode {
  const [refused, setRefused] = useState<RefusedTemplate>();
  return (
    <header className="narrative-bar">
      <div role="group" aria-label={WORDS.sidesLabel} className="narrative-sides">
        {SIDES.map((one) => (
          <button key={one} type="button" aria-pressed={one === side} onClick={() => narrativeDesk.turn(one)}>
            {WORDS.sides[one]}
          </button>
        ))}
      </div>
      <TemplateChoice onChoose={() => void chooseTemplate().then(setRefused)} />
      {refused === undefined ? null : (
        <Refused
          refused={refused}
          onClose={() => {
            setRefused(undefined);
          }}
        />
      )}
    </header>
  );
}

function TemplateChoice({ onChoose }: { readonly onChoose: () => void }): ReactNode {
  const state = useSyncExternalStore(narrativeTemplates.subscribe, narrativeTemplates.current);
  const template = state.kind === "ready" ? state.template : undefined;
  const missing = state.kind === "ready" ? state.missing : undefined;
  const isOwn = template?.name !== undefined || missing !== undefined;
  return (
    <div className="narrative-template">
      {missing === undefined ? null : (
        <span className="narrative-template-missing" role="status">
          {WORDS.templateMissing(missing)}
        </span>
      )}
      <MenuButton
        button={
          <Button look="quiet" icon={<FileCog size={14} aria-hidden />} title={WORDS.template}>
            {template?.name ?? WORDS.packTemplate}
            <ChevronDown size={13} aria-hidden />
          </Button>
        }
        entries={[
          { kind: "item", id: "own", label: WORDS.ownTemplate, onSelect: onChoose },
          { kind: "item", id: "pack", label: WORDS.backToPack, disabled: !isOwn, onSelect: usePackTemplate },
        ]}
      />
    </div>
  );
}

function Refused({ refused, onClose }: { readonly refused: RefusedTemplate; readonly onClose: () => void }): ReactNode {
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={WORDS.templateProblems(refused.name, refused.problems.length)}
      description={WORDS.templateProblemsText}
      actions={
        <Button look="primary" onClick={onClose}>
          {WORDS.close}
        </Button>
      }
    >
      <ol className="narrative-template-problems">
        {refused.problems.map((problem, index) => (
          <li key={index}>{problem}</li>
        ))}
      </ol>
    </Dialog>
  );
}
