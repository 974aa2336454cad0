import { CircleCheck, PenLine } from "lucide-react";
import { memo, type ReactNode } from "react";
import { textOf } from "../../shared/narrative/render.js";
import { attention } from "../session/window-store.js";
import type { PagePart } from "./page-parts.js";
import type { PageWords } from "./page-words.js";
import type { ToWrite } from "./to-write.js";
import { WORDS } from "./wording.js";

interface PageOutlineProps {
  readonly headings: readonly PagePart[];
  readonly wanted: readonly ToWrite[];
  readonly words: PageWords;
  readonly onPart: (key: string) => void;
  readonly onElement: (element: string) => void;
}

/** Beside the paper: what is still to be written, and the headings. */
export const PageOutline = memo(function PageOutline(props: PageOutlineProps): ReactNode {
  return (
    <nav className="narrative-side" aria-label={WORDS.outline}>
      <Wanted {...props} />
      <h3 className="narrative-side-head">{WORDS.outline}</h3>
      <ul className="narrative-outline">
        {props.headings.map((part) => {
          if (part.kind !== "paragraph") return null;
          return (
            <li key={part.key}>
              <button
                type="button"
                className="narrative-outline-line"
                data-look={part.look}
                onClick={() => {
                  props.onPart(part.key);
                }}
              >
                {textOf(part.paragraph)}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
});

function Wanted({ wanted, words, onElement }: PageOutlineProps): ReactNode {
  if (wanted.length === 0) {
    return (
      <p className="narrative-written" role="status">
        <CircleCheck size={15} aria-hidden />
        {WORDS.allWritten}
      </p>
    );
  }
  return (
    <section aria-label={WORDS.toWrite}>
      <h3 className="narrative-side-head" role="status">
        {WORDS.toWriteCount(wanted.length)}
      </h3>
      <ul className="narrative-wanted">
        {wanted.map((one) => (
          <li key={one.kind === "element" ? one.element : JSON.stringify(one.at)}>
            <button
              type="button"
              className="narrative-wanted-line"
              onClick={() => {
                if (one.kind === "element") onElement(one.element);
                else attention.lead([words.lastYearCell(one.at)]);
              }}
            >
              <PenLine size={13} aria-hidden />
              <span>{one.kind === "element" ? one.asks : WORDS.lastYearOf(one.item)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
