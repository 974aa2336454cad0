import { ChartPie, FileText, History, NotebookPen } from "lucide-react";
import { memo, type KeyboardEvent, type ReactNode } from "react";
import { LAST_YEAR_TABLE, REMARKS_TABLE } from "../../shared/model/workbook.js";
import { Hint } from "../ui/tooltip.js";
import { FormMarkIcon, markText } from "./form-mark-icon.js";
import type { FormMark } from "./form-marks.js";
import { PANE } from "./panes-cycle.js";
import { isSameView, type View } from "./view.js";
import { WORDS } from "./wording.js";

export interface NavigatorProps {
  readonly marks: readonly FormMark[];
  readonly view: View;
  readonly onView: (view: View) => void;
}

/** The forms in printed order, each with its mark, and the pages that are no form. */
export const Navigator = memo(function Navigator({ marks, view, onView }: NavigatorProps): ReactNode {
  return (
    <nav className="navigator" aria-label={WORDS.navigator} onKeyDown={moveWithArrows} {...{ [PANE]: "navigator" }}>
      <ul className="navigator-list">
        {PAGES_ABOVE.map((page) => (
          <PageEntry key={page.label} {...page} active={isSameView(page.view, view)} onView={onView} />
        ))}
      </ul>
      <ul className="navigator-list">
        {marks.map((mark) => (
          <FormEntry
            key={mark.form.id}
            mark={mark}
            active={isSameView({ kind: "form", form: mark.form.id }, view)}
            onView={onView}
          />
        ))}
      </ul>
      <ul className="navigator-list">
        {PAGES_BELOW.map((page) => (
          <PageEntry key={page.label} {...page} active={isSameView(page.view, view)} onView={onView} />
        ))}
      </ul>
    </nav>
  );
});

interface PageSpec {
  readonly view: View;
  readonly label: string;
  readonly icon: ReactNode;
}

const PAGES_ABOVE: readonly PageSpec[] = [
  { view: { kind: "overview" }, label: WORDS.overview, icon: <ChartPie size={15} strokeWidth={1.8} aria-hidden /> },
];
const PAGES_BELOW: readonly PageSpec[] = [
  { view: { kind: "narrative" }, label: WORDS.narrative, icon: <FileText size={15} strokeWidth={1.8} aria-hidden /> },
  {
    view: { kind: "form", form: LAST_YEAR_TABLE },
    label: WORDS.lastYear,
    icon: <History size={15} strokeWidth={1.8} aria-hidden />,
  },
  {
    view: { kind: "form", form: REMARKS_TABLE },
    label: WORDS.elements,
    icon: <NotebookPen size={15} strokeWidth={1.8} aria-hidden />,
  },
];

function PageEntry({ view, label, icon, active, onView }: PageSpec & EntryProps): ReactNode {
  return (
    <li>
      <button
        type="button"
        className="navigator-entry"
        aria-current={active ? "page" : undefined}
        onClick={() => {
          onView(view);
        }}
      >
        <span className="navigator-icon">{icon}</span>
        <span className="navigator-title">{label}</span>
      </button>
    </li>
  );
}

interface EntryProps {
  readonly active: boolean;
  readonly onView: (view: View) => void;
}

function FormEntry({ mark, active, onView }: { readonly mark: FormMark } & EntryProps): ReactNode {
  const { form } = mark;
  const words = markText(mark);
  const name = form.no === form.title || form.no === "" ? form.title : `${form.no} ${form.title}`;
  return (
    <li>
      <Hint side="right" text={`${name}\n${words}`}>
        <button
          type="button"
          className="navigator-entry"
          aria-label={`${name}：${words}`}
          aria-current={active ? "page" : undefined}
          onClick={() => {
            onView({ kind: "form", form: form.id });
          }}
        >
          <span className="navigator-words">
            {form.no === form.title || form.no === "" ? null : <span className="navigator-number">{form.no}</span>}
            <span className="navigator-title">{form.title}</span>
          </span>
          <FormMarkIcon mark={mark} />
        </button>
      </Hint>
    </li>
  );
}

/** Up and down move between entries, as in any list of sheets. */
function moveWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>(".navigator-entry")];
  const at = entries.findIndex((entry) => entry === document.activeElement);
  const next = entries[at + step];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
