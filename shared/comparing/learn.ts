import { plain, type Decimal } from "../decimal.js";
import type { Session } from "../calc/session.js";
import type { Expression } from "../expression/expression.js";
import { sources } from "../expression/evaluate.js";
import { addressKey, type CellAddress } from "../model/address.js";
import { amountIn } from "../prose/figures.js";
import type { CheckedProse } from "./checked-prose.js";
import type { Claim } from "./claim.js";
import type { LinkedMention } from "./link.js";

/** A change against last year as a text states it, and the figure of last year that follows from it. */
export interface StatedChange {
  readonly link: LinkedMention;
  readonly cell: CellAddress;
  readonly lastYear: Decimal;
}

/** The changes of single cells that a text states with their direction. */
export function statedChanges({ links, worths }: Pick<CheckedProse, "links" | "worths">): readonly StatedChange[] {
  return links.flatMap((link, index) => {
    const { mention, claim } = link;
    const of = claim === undefined ? undefined : changedFigure(claim.expression);
    if (mention.kind !== "figure" || mention.figure.kind !== "amount" || claim === undefined || of === undefined)
      return [];
    const before = links[index - 1];
    if (before?.sentence !== link.sentence || before.mention.kind !== "word") return [];
    const sign = before.mention.direction === "up" ? 1 : before.mention.direction === "down" ? -1 : 0;
    const { printed } = worths({ ...claim, expression: of, key: `${claim.key}#now` });
    const [cell] = sources(printed);
    if (sign === 0 || printed.kind !== "value" || cell === undefined) return [];
    const { value, unit } = mention.figure;
    const change = amountIn(value, unit, printed.unit ?? unit);
    return [{ link, cell, lastYear: sign > 0 ? printed.value.minus(change) : printed.value.plus(change) }];
  });
}

/** The figure of `绝对值(figure − 上年(figure))`; undefined for any other expression. */
function changedFigure(expression: Expression): Expression | undefined {
  if (expression.kind !== "call") return undefined;
  const [of] = expression.args;
  if (of?.kind !== "arithmetic" || of.op !== "-" || of.left.kind !== "cell" || of.right.kind !== "call")
    return undefined;
  return of.left;
}

/** What only the text itself says of things the workbook does not hold: figures of last year and elements of 说明要素. */
export interface Learned {
  /** The workbook as if it held them. */
  readonly session: Session;
  /** The mentions they were learned from, which nothing can confirm. */
  readonly from: ReadonlySet<LinkedMention>;
}

/** Learns from a text what the workbook lacks, so that the rest of the text can be held against it. */
export function learnFrom(checked: Pick<CheckedProse, "links" | "worths">, session: Session): Learned {
  const from = new Set<LinkedMention>();
  const remarks = new Map(session.workbook.remarks);
  for (const link of checked.links) {
    const id = missingElement(link.claim, checked.worths);
    if (id === undefined || link.mention.kind !== "figure" || remarks.has(id)) continue;
    remarks.set(id, plain(link.mention.figure.value));
    from.add(link);
  }
  const lastYear = new Map(session.lastYear);
  for (const { link, cell, lastYear: figure } of statedChanges(checked)) {
    if (lastYear.has(addressKey(cell))) continue;
    lastYear.set(addressKey(cell), figure);
    from.add(link);
  }
  return { session: { ...session, lastYear, workbook: { ...session.workbook, remarks } }, from };
}

function missingElement(claim: Claim | undefined, worths: CheckedProse["worths"]): string | undefined {
  if (claim?.expression.kind !== "element") return undefined;
  return worths(claim).exact.kind === "missing" ? claim.expression.id : undefined;
}
