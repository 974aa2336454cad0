import { Circle, CircleCheck } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import type { FormSheet } from "../../shared/forms/form-sheet.js";
import { addressKey } from "../../shared/model/address.js";
import type { AttentionChannel, Attention } from "../session/attention.js";
import type { DocumentStore, OpenDocument } from "../session/document-store.js";
import { commands } from "../session/window-store.js";
import type { Drafts } from "../session/drafts.js";
import { TextArea } from "./text-area.js";
import { textGroups, textSections, type TextSection } from "./text-sections.js";
import { WORDS } from "./wording.js";
import "./texts.css";

export interface TextFormProps {
  readonly sheet: FormSheet;
  readonly document: OpenDocument;
  readonly store: DocumentStore;
  readonly drafts: Drafts;
  readonly attention: AttentionChannel;
}

/** The long texts of a form: its printed headings as an outline on the left, one growing area for each text. */
export function TextForm({ sheet, document, store, drafts, attention }: TextFormProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const sections = textSections(sheet, document);
  useAttention(root, attention);
  useHistory({ store, drafts, attention });
  return (
    <div className="text-form" ref={root} role="region" aria-label={WORDS.texts(sheet.form.title)}>
      <nav className="text-outline" aria-label={WORDS.outline}>
        {textGroups(sections).map((group) => (
          <div key={group.heading}>
            {group.sections.length === 1 && group.sections[0]?.heading === group.heading ? null : (
              <h3>{group.heading}</h3>
            )}
            <ul>
              {group.sections.map((section) => (
                <li key={section.id}>
                  <OutlineLine section={section} document={document} onGo={() => goTo(root.current, section.id)} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="text-sheet">
        <h2>{sheet.form.title}</h2>
        {textGroups(sections).map((group) => (
          <div key={group.heading} className="text-group">
            {group.sections.length === 1 && group.sections[0]?.heading === group.heading ? null : (
              <h3>{group.heading}</h3>
            )}
            {group.sections.map((section) => (
              <TextArea key={section.id} section={section} document={document} store={store} drafts={drafts} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface OutlineLineProps {
  readonly section: TextSection;
  readonly document: OpenDocument;
  readonly onGo: () => void;
}

function OutlineLine({ section, document, onGo }: OutlineLineProps): ReactNode {
  const isFilled = (document.computed.text(section.at) ?? "").trim() !== "";
  return (
    <button type="button" className="text-outline-line" onClick={onGo}>
      {isFilled ? (
        <CircleCheck size={14} aria-label={WORDS.filled} data-filled />
      ) : (
        <Circle size={14} aria-label={WORDS.blank} />
      )}
      <span>{section.heading}</span>
    </button>
  );
}

/** What is typed and no gesture yet becomes one before it is taken back. */
function useHistory({ store, drafts, attention }: Pick<TextFormProps, "store" | "drafts" | "attention">): void {
  useEffect(() => {
    const move = (step: "undo" | "redo") => () => {
      drafts.commitAll();
      const at = store[step]();
      if (at !== undefined) attention.lead([at]);
    };
    return commands.registerAll({ undo: { run: move("undo") }, redo: { run: move("redo") } });
  }, [store, drafts, attention]);
}

/** Goes to the text somebody is led to: by a finding, by undo. */
function useAttention(root: { readonly current: HTMLDivElement | null }, attention: AttentionChannel): void {
  useEffect(() => {
    const follow = ({ cells, focus }: Attention): void => {
      const [first] = cells;
      if (first !== undefined) goTo(root.current, addressKey(first), focus);
    };
    const latest = attention.latest();
    if (latest !== undefined) follow({ ...latest, focus: false });
    return attention.subscribe(follow);
  }, [root, attention]);
}

function goTo(root: HTMLElement | null, id: string, focus = true): void {
  const area = [...(root?.querySelectorAll<HTMLTextAreaElement>("textarea") ?? [])].find(
    (one) => one.dataset["section"] === id,
  );
  area?.closest("section")?.scrollIntoView({ block: "start" });
  if (focus) area?.focus({ preventScroll: true });
}
