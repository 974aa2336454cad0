import { computedOf } from "../../shared/calc/computed-session.js";
import { edit } from "../../shared/calc/edit.js";
import { remarkChange } from "../../shared/editing/answers.js";
import { templateProblemText } from "../../shared/messages/template-problem-text.js";
import { rewordableOf, type Rewordable } from "../../shared/narrative/rewordable.js";
import { renderOutline } from "../../shared/narrative/render.js";
import { REWORDING_PREFIX } from "../../shared/narrative/wording.js";
import type { Transaction } from "../../shared/model/transaction.js";
import type { DocumentStore } from "../session/document-store.js";
import type { NarrativeTemplate } from "../session/narrative-templates.js";
import { placeOfElement } from "./write-element.js";

/** A paragraph that can be reworded: its id, and which of a loop's rows it is. */
export interface RewordPlace {
  readonly id: string;
  readonly occurrence: number;
}

/** What a person starts from; undefined for a paragraph that cannot be reworded. */
export function startOfRewording(
  store: DocumentStore,
  { layout, outline }: NarrativeTemplate,
  place: RewordPlace,
): Rewordable | undefined {
  const session = store.latest();
  return session === undefined ? undefined : rewordableOf(layout.paragraphs, outline, session, place);
}

/**
 * Rewords a paragraph as one gesture; a blank text gives the template's own sentence back. A text with a tag that leads nowhere is not
 * taken: its problems come back as sentences.
 */
export function reword(
  store: DocumentStore,
  { outline }: NarrativeTemplate,
  id: string,
  text: string,
): readonly string[] {
  const session = store.latest();
  const remark = `${REWORDING_PREFIX}${id}`;
  const change = session && remarkChange({ session, computed: computedOf(session) }, remark, text);
  if (session === undefined || change === undefined) return [];
  const transaction: Transaction = { origin: "answer", changes: [change] };
  const { problems } = renderOutline(outline, edit(session, transaction).session);
  const own = problems.filter((problem) => problem.id === id && problem.paragraph < 0);
  if (own.length > 0) {
    return own.map(({ code, tag, found }) => templateProblemText({ reason: code, paragraph: "", id, tag, found }));
  }
  store.run(transaction, placeOfElement(remark));
  return [];
}
