import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";

export interface PaneEdgeProps {
  /** What the edge moves, for people who hear the window: 表目录宽度. */
  readonly label: string;
  /** Which side of the edge the pane lies on. */
  readonly pane: "left" | "right";
  /** The pane's width in CSS pixels. */
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly onWidth: (width: number) => void;
}

/** The edge between two panes: drawn with the mouse, moved with the arrow keys, put back with a double click. */
export function PaneEdge({ label, pane, width, least, most, onWidth }: PaneEdgeProps): ReactNode {
  const drag = useRef<{ readonly x: number; readonly width: number } | undefined>(undefined);
  const first = useRef(width);
  const outward = pane === "left" ? 1 : -1;
  const set = (next: number): void => {
    onWidth(Math.min(most, Math.max(least, Math.round(next))));
  };
  const onPointerMove = (event: PointerEvent): void => {
    const { current } = drag;
    if (current !== undefined) set(current.width + outward * (event.clientX - current.x));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(width + outward * step);
  };
  return (
    <div
      className="pane-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = undefined)}
      onDoubleClick={() => {
        set(first.current);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
