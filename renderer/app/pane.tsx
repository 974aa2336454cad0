import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from "lucide-react";
import { memo, useCallback, type ReactNode } from "react";
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
  /** In place of the title, where a pane can hold different things. */
  readonly head?: ReactNode;
  readonly words: { readonly collapse: string; readonly open: string; readonly width: string };
  readonly state: PaneState;
  readonly least: number;
  readonly most: number;
  /** The same function at every drawing. */
  readonly onState: (side: "left" | "right", state: PaneState) => void;
  readonly children: ReactNode;
}

const ICONS = {
  left: { close: PanelLeftClose, open: PanelLeftOpen },
  right: { close: PanelRightClose, open: PanelRightOpen },
};

/** A pane beside the sheet that can be collapsed to a strip and drawn wider, with its edge. */
export function Pane({ side, title, head, words, state, least, most, onState, children }: PaneProps): ReactNode {
  const { open, width } = state;
  const fold = useCallback(() => onState(side, { open: !open, width }), [onState, side, open, width]);
  const widen = useCallback((next: number) => onState(side, { open, width: next }), [onState, side, open]);
  if (!open) {
    return (
      <div className="pane-strip pane" data-side={side}>
        <FoldButton side={side} open={false} label={words.open} onFold={fold} />
      </div>
    );
  }
  const edge = <PaneEdge label={words.width} pane={side} width={width} least={least} most={most} onWidth={widen} />;
  return (
    <>
      {side === "right" ? edge : null}
      <aside className="pane" data-side={side} aria-label={title} style={{ width }}>
        <header className="pane-head">
          {head ?? <h2>{title}</h2>}
          <FoldButton side={side} open label={words.collapse} onFold={fold} />
        </header>
        {children}
      </aside>
      {side === "left" ? edge : null}
    </>
  );
}

interface FoldButtonProps {
  readonly side: "left" | "right";
  readonly open: boolean;
  readonly label: string;
  readonly onFold: () => void;
}

/** Drawn anew only when the pane is: what a pane holds changes with every gesture. */
const FoldButton = memo(function FoldButton({ side, open, label, onFold }: FoldButtonProps): ReactNode {
  const Icon = ICONS[side][open ? "close" : "open"];
  return <IconButton label={label} icon={<Icon size={16} strokeWidth={1.8} aria-hidden />} onClick={onFold} />;
});
