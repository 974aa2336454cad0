import { memo, useState, type FocusEvent, type ReactNode } from "react";
import { ElementCard } from "./element-card.js";
import { ElementField } from "./element-field.js";
import { paragraphsIn, type PagePart } from "./page-parts.js";
import type { PageWords } from "./page-words.js";
import { PaperTable } from "./paper-table.js";
import { RewordingPlace } from "./rewording-place.js";
import { Runs } from "./runs.js";

export interface PartViewProps {
  readonly part: PagePart;
  readonly words: PageWords;
}

/** One part of the paper, drawn anew only when it says something else; while one of its fields is written, what it must explain stands below. */
export const PartView = memo(function PartView({ part, words }: PartViewProps): ReactNode {
  const [element, setElement] = useState<string>();
  const onFocus = ({ target }: FocusEvent): void => {
    const own = target.getAttribute("data-element");
    if (own !== null) setElement(own);
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) setElement(undefined);
  };
  return (
    <div className="narrative-part" data-part={part.key} data-kind={part.kind} onFocus={onFocus} onBlur={onBlur}>
      <Content part={part} words={words} />
      {element === undefined ? null : <ElementCard key={element} element={element} block={part.kind === "text"} />}
    </div>
  );
});

function Content({ part, words }: PartViewProps): ReactNode {
  switch (part.kind) {
    case "table":
      return <PaperTable part={part} words={words} />;
    case "text":
      return <WholeText part={part} words={words} />;
    case "paragraph": {
      const { runs } = part.paragraph;
      const runsOf = <Runs runs={runs} words={words} />;
      switch (part.look) {
        case "title":
          return <h1 className="narrative-title">{runsOf}</h1>;
        case "part":
          return <h2 className="narrative-h1">{runsOf}</h2>;
        case "heading1":
          return <h3 className="narrative-h2">{runsOf}</h3>;
        case "heading2":
          return <h4 className="narrative-h3">{runsOf}</h4>;
        default:
          return (
            <Rewordable part={part} words={words}>
              <p className="narrative-text" data-look={part.look}>
                {runsOf}
              </p>
            </Rewordable>
          );
      }
    }
  }
}

interface RewordableProps {
  readonly part: Extract<PagePart, { kind: "paragraph" }>;
  readonly words: PageWords;
  readonly children: ReactNode;
}

/** Paragraphs with an id can be reworded; the others are the template's own. */
function Rewordable({ part, words, children }: RewordableProps): ReactNode {
  const { id } = part.paragraph;
  if (id === undefined) return children;
  const occurrence = Number.parseInt(part.key.split(".")[1] ?? "0", 10);
  return (
    <RewordingPlace place={{ id, occurrence }} isReworded={words.isReworded(id)}>
      {children}
    </RewordingPlace>
  );
}

function WholeText({
  part,
  words,
}: {
  readonly part: Extract<PagePart, { kind: "text" }>;
  readonly words: PageWords;
}): ReactNode {
  const runs = paragraphsIn(part).flatMap((paragraph) => paragraph.runs.filter(({ text }) => text !== ""));
  const missing = runs.every(({ kind }) => kind === "mark");
  const standing = missing ? words.written(part.element) : runs.map(({ text }) => text).join("\n");
  return (
    <ElementField element={part.element} asks={words.asks(part.element)} standing={standing} missing={missing} block />
  );
}
