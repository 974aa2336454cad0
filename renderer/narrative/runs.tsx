import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import type { Run } from "../../shared/narrative/render.js";
import { attention } from "../session/window-store.js";
import { ElementField } from "./element-field.js";
import { elementOf } from "./page-parts.js";
import type { PageWords } from "./page-words.js";
import { WORDS } from "./wording.js";

/** The runs of one paragraph: the template's words, figures that lead to their cells, fields of what people write. */
export function Runs({ runs, words }: { readonly runs: readonly Run[]; readonly words: PageWords }): ReactNode {
  return runs.map((run, index) => <OneRun key={keyOf(run, index)} run={run} words={words} />);
}

/** A field keeps its place on the page while it turns from missing to filled. */
function keyOf(run: Run, index: number): string {
  const element = elementOf(run);
  return element === undefined ? String(index) : `element ${element}`;
}

function OneRun({ run, words }: { readonly run: Run; readonly words: PageWords }): ReactNode {
  const element = elementOf(run);
  if (element !== undefined) {
    const missing = run.kind === "mark";
    const standing = missing ? words.written(element) : run.text;
    return (
      <ElementField element={element} asks={words.asks(element)} standing={standing} missing={missing} block={false} />
    );
  }
  switch (run.kind) {
    case "template":
      return run.text;
    case "figure":
      return <Figure run={run} words={words} />;
    case "mark":
      return <MissingFigure run={run} words={words} />;
    case "remark":
      return null;
  }
}

function Figure({
  run,
  words,
}: {
  readonly run: Extract<Run, { kind: "figure" }>;
  readonly words: PageWords;
}): ReactNode {
  const look = /\d/u.test(run.text) ? "figure" : "word";
  if (run.from.length === 0) {
    return (
      <span className={`narrative-${look}`} data-quiet>
        {run.text}
      </span>
    );
  }
  return (
    <CellLink className={`narrative-${look}`} cells={run.from} title={words.places(run.from)}>
      {run.text}
    </CellLink>
  );
}

/** A figure that is not there: it leads to where it is typed. */
function MissingFigure({
  run,
  words,
}: {
  readonly run: Extract<Run, { kind: "mark" }>;
  readonly words: PageWords;
}): ReactNode {
  const { mark } = run;
  if (mark.kind === "element" || mark.kind === "unknown") return <mark className="narrative-mark">{run.text}</mark>;
  const cells =
    mark.kind === "no-base" ? mark.from : [mark.kind === "last-year" ? words.lastYearCell(mark.cell) : mark.cell];
  return (
    <CellLink className="narrative-mark" cells={cells} title={words.places(cells)}>
      {run.text}
    </CellLink>
  );
}

interface CellLinkProps {
  readonly className: string;
  readonly cells: Extract<Run, { kind: "figure" }>["from"];
  readonly title: string;
  readonly children: string;
}

/** A link to cells in running text. A `button` would break lines around it where no line may break. */
function CellLink({ className, cells, title, children }: CellLinkProps): ReactNode {
  const go = (event: MouseEvent | KeyboardEvent): void => {
    event.preventDefault();
    attention.lead(cells);
  };
  return (
    <span
      className={className}
      role="button"
      tabIndex={-1}
      data-link
      title={WORDS.jump(title)}
      onClick={go}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") go(event);
      }}
    >
      {children}
    </span>
  );
}
