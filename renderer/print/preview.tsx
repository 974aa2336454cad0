import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Button, IconButton } from "../ui/button.js";
import { Choice } from "../ui/choice.js";
import type { PreviewState } from "./preview-maker.js";
import { PaperSheet } from "./paper-sheet.js";
import { pageAt, placePapers, type PaperPlaces, type Zoom } from "./paper-places.js";
import { usePapers } from "./use-papers.js";
import { useGround, type Ground } from "./use-ground.js";
import { STEPS, WORDS } from "./wording.js";

export interface PreviewProps {
  readonly state: PreviewState;
  /** Why there is nothing to show, where nothing can be. */
  readonly nothing: string | undefined;
  /** Why the pages could not be made, as a sentence. */
  readonly failure: string | undefined;
  readonly onRetry: () => void;
  /** Loads the window again, where that may help. */
  readonly onRestart?: () => void;
}

/** The pages as they will come out, one below the other. Only those in view are drawn. */
export function Preview({ state, nothing, failure, onRetry, onRestart }: PreviewProps): ReactNode {
  const scroll = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>("width");
  const papers = usePapers(nothing === undefined ? state.made?.pdf : undefined);
  const ground = useGround(scroll);
  const places = placePapers(papers?.sizes ?? [], zoom, ground);
  const page = pageAt(places, ground.top + ground.height / 3);
  const step = state.step ?? (state.made?.pdf === papers?.pdf ? undefined : "drawing");
  const turn = (to: number): void => {
    const place = places.pages[Math.max(0, Math.min(to, places.pages.length - 1))];
    if (place !== undefined) scroll.current?.scrollTo({ top: place.top - places.gap });
  };
  useEffect(() => scroll.current?.focus({ preventScroll: true }), []);
  return (
    <div className="print-preview">
      <header className="print-bar">
        <PageTurner page={page} count={places.pages.length} onTurn={turn} />
        <Choice label={WORDS.zoom} hideLabel value={zoom} options={ZOOMS} onValue={setZoom} />
        <span className="print-step" role="status">
          {step === undefined || nothing !== undefined ? "" : STEPS[step]}
        </span>
      </header>
      <div
        className="print-ground"
        role="group"
        aria-label={WORDS.preview}
        aria-busy={step !== undefined}
        tabIndex={0}
        ref={scroll}
        onKeyDown={(event) => turnByKey(event, page, places.pages.length, turn)}
      >
        {nothing !== undefined ? <p className="print-empty">{nothing}</p> : null}
        {failure !== undefined ? <Failed text={failure} onRetry={onRetry} onRestart={onRestart} /> : null}
        {papers === undefined || failure !== undefined ? null : (
          <Sheets papers={papers} places={places} ground={ground} />
        )}
      </div>
    </div>
  );
}

const ZOOMS = (["width", "whole", "actual"] as const).map((value) => ({ value, label: WORDS.zooms[value] }));

function turnByKey(event: KeyboardEvent, page: number, count: number, turn: (to: number) => void): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const to = { PageUp: page - 1, PageDown: page + 1, Home: 0, End: count - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  turn(to);
}

interface PageTurnerProps {
  readonly page: number;
  readonly count: number;
  readonly onTurn: (to: number) => void;
}

function PageTurner({ page, count, onTurn }: PageTurnerProps): ReactNode {
  return (
    <div className="print-turner">
      <IconButton
        label={WORDS.previousPage}
        keys="PageUp"
        icon={<ChevronLeft size={16} aria-hidden />}
        disabled={page <= 0}
        onClick={() => onTurn(page - 1)}
      />
      <span className="print-count" aria-label={count === 0 ? undefined : WORDS.page(page + 1, count)}>
        {count === 0 ? "" : WORDS.count(page + 1, count)}
      </span>
      <IconButton
        label={WORDS.nextPage}
        keys="PageDown"
        icon={<ChevronRight size={16} aria-hidden />}
        disabled={page >= count - 1}
        onClick={() => onTurn(page + 1)}
      />
    </div>
  );
}

interface SheetsProps {
  readonly papers: NonNullable<ReturnType<typeof usePapers>>;
  readonly places: PaperPlaces;
  readonly ground: Ground;
}

function Sheets({ papers, places, ground }: SheetsProps): ReactNode {
  // One screen above and below is drawn ahead.
  const [from, to] = [ground.top - ground.height, ground.top + 2 * ground.height];
  return (
    <div className="print-sheets" style={{ width: places.width, height: places.height }}>
      {places.pages.map((place, index) => (
        <PaperSheet
          key={index}
          papers={papers}
          index={index}
          count={places.pages.length}
          place={place}
          scale={places.scale}
          drawn={place.top < to && place.top + place.height > from}
        />
      ))}
    </div>
  );
}

interface FailedProps {
  readonly text: string;
  readonly onRetry: () => void;
  readonly onRestart: (() => void) | undefined;
}

function Failed({ text, onRetry, onRestart }: FailedProps): ReactNode {
  return (
    <div className="print-empty" role="alert">
      <p>
        <strong>{WORDS.failed}</strong>
      </p>
      <p>{text}</p>
      <Button onClick={onRetry}>{WORDS.retry}</Button>
      {onRestart === undefined ? null : <Button onClick={onRestart}>{WORDS.restartPage}</Button>}
    </div>
  );
}
