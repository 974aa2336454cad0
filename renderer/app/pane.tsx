import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../ui/button.js";
import { PaneEdge } from "../ui/panes.js";

/** How wide a pane is, and whether it is there at all. */
export interface PaneState {
  readonly open: boolean;
  readonly width: number;
}

export interface PaneProps {
  readonly side: "left" | "right";
  readonly title: string;
  readonly words: { readonly collapse: string; readonly open: string; readonly width: string };
  readonly state: PaneState;
  readonly least: number;
  readonly most: number;
  readonly onState: (state: PaneState) => void;
  readonly children: ReactNode;
}

const ICONS = {
  left: { close: PanelLeftClose, open: PanelLeftOpen },
  right: { close: PanelRightClose, open: PanelRightOpen },
};

/** A pane beside the sheet that can be collapsed to a strip and drawn wider, with its edge. */
export function Pane({ side, title, words, state, least, most, onState, children }: PaneProps): ReactNode {
  const { open: OpenIcon, close: CloseIcon } = ICONS[side];
  if (!state.open) {
    return (
      <div className="pane-strip pane" data-side={side}>
        <IconButton
          label={words.open}
          icon={<OpenIcon size={16} strokeWidth={1.8} aria-hidden />}
          onClick={() => {
            onState({ ...state, open: true });
          }}
        />
      </div>
    );
  }
  const edge = (
    <PaneEdge
      label={words.width}
      pane={side}
      width={state.width}
      least={least}
      most={most}
      onWidth={(width) => {
        onState({ ...state, width });
      }}
    />
  );
  return (
    <>
      {side === "right" ? edge : null}
      <aside className="pane" data-side={side} aria-label={title} style={{ width: state.width }}>
        <header className="pane-head">
          <h2>{title}</h2>
          <IconButton
            label={words.collapse}
            icon={<CloseIcon size={16} strokeWidth={1.8} aria-hidden />}
            onClick={() => {
              onState({ ...state, open: false });
            }}
          />
        </header>
        {children}
      </aside>
      {side === "left" ? edge : null}
    </>
  );
}
