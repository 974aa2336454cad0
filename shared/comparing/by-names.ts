import type { Session } from "../calc/session.js";
import { isMoney } from "../amount.js";
import { amountIn, type ProseFigure } from "../prose/figures.js";
import { normalize } from "../prose/normal-text.js";
import { CLAUSE_SIGN } from "../prose/words.js";
import type { NarrativeWords } from "../template/narrative-check-settings.js";
import type { Claim, Worths } from "./claim.js";
import type { ReadSentence } from "./document-reading.js";
import { factClaim, namesIn, type Fact, type FactIndex, type FoundName } from "./facts.js";
import { listsIn, type Listed } from "./lists.js";
import type { Mention } from "./mentions.js";
import {
  changeOf,
  differenceOf,
  directionOf,
  growthOf,
  lastYearOf,
  rateOf,
  shareOf,
  sizeOf,
  EVENTS,
  LED_TO,
  PARTICLE,
  PERSONS,
  SAME_PERIOD,
  SINCE_BEGINNING,
} from "./words.js";

/** What a paragraph has spoken of so far. */
export interface Topic {
  /** The names its first figure was told under. */
  first?: string;
  /** What its last change was measured against, with the name. */
  change?: { readonly name: string; readonly against: "last-year" | "budget" };
}

/** Finds what figures and words speak of by the names, units and words around them. */
export class NameReader {
  private readonly links: readonly string[];
  /** A word that something rose or fell. */
  private readonly direction: RegExp;

  constructor(
    private readonly session: Session,
    private readonly facts: FactIndex,
    private readonly known: { readonly names: readonly string[]; readonly worths: Worths },
  ) {
    const { links, up, down, same } = this.words;
    this.links = [...links, ...up, ...down, ...same, ...this.words.against, ...this.words.share]
      .map((word) => normalize(word).text)
      .sort((a, b) => b.length - a.length);
    this.direction = new RegExp([...up, ...down].join("|"), "u");
  }

  private get words(): NarrativeWords {
    return this.session.plan.layout.pack.narrativeCheck.words;
  }

  /** The claims of a sentence's mentions, each undefined where it cannot be decided. */
  read(sentence: ReadSentence, topic: Topic): readonly (Claim | undefined)[] {
    const text = sentence.of.normal.text;
    const names = namesIn(text.slice(sentence.start, sentence.end), this.facts)
      .map(({ name, start, end }): FoundName => ({ name, start: start + sentence.start, end: end + sentence.start }))
      .filter((name) => this.isWhole(text, name, sentence));
    const lists = listsIn(sentence, names, text);
    let subject: string | undefined = topic.first;
    let from = sentence.start;
    // 较预算数31万元减少11.67万元: what follows a figure it is compared with is measured against that.
    let against: Against | undefined;
    return sentence.mentions.map((mention, index) => {
      if (mention.kind === "figure" && (mention.figure.kind === "year" || mention.figure.kind === "date"))
        return undefined;
      const local = { ...this.localOf(text, names, from, mention), against };
      if (mention.kind === "word") {
        const next = sentence.mentions[index + 1];
        return this.word(mention, next, { text, local, subject, sentence, topic });
      }
      from = mention.figure.unitEnd;
      against = this.comparedWith(local, mention.figure.kind) ?? (local.name === undefined ? against : undefined);
      const listed = lists.get(index);
      if (listed !== undefined) return this.listedFigure(mention, listed, { sentence, topic }, text);
      const name = local.name ?? (local.isPlain ? subject : undefined);
      // What is told next of a figure nobody knows is not told of the one before.
      subject = local.isPlain ? name : undefined;
      if (name === undefined || !local.isPlain) return undefined;
      topic.first ??= name;
      return this.figure(mention, name, local, { sentence, topic });
    });
  }

  /** What a figure is said to be compared with: 较预算数31万元, 比上年21.69万元. */
  private comparedWith(local: Local, kind: string): Against | undefined {
    if (this.lastOf(local.said, this.words.against) === undefined) return undefined;
    if (this.speaksOfYearBefore(local.said)) return "last-year";
    if (kind !== "amount") return undefined;
    const relation = this.relationOf(local, kind);
    return relation === "budget" || relation === "last-year" ? relation : undefined;
  }

  /** A figure of a list: what stands before the list is said of each of them. */
  private listedFigure(
    mention: Extract<Mention, { kind: "figure" }>,
    { name, from, first }: Listed,
    around: Pick<Around, "sentence" | "topic">,
    text: string,
  ): Claim | undefined {
    if (name === undefined) return undefined;
    const local = this.localOf(text, [], from, first);
    return local.isPlain ? this.figure(mention, name, local, around) : undefined;
  }

  /** What stands between the last figure and a mention: the name in it, and whether nothing else of weight does. */
  private localOf(text: string, names: readonly FoundName[], from: number, { start }: Mention): Local {
    const raw = text.slice(from, start);
    const share = this.lastOf(raw, this.words.share);
    // Behind 占 stands the whole, and what stands before it is the part.
    const until = share === undefined ? start : from + share;
    const inside = names.filter((one) => one.start >= from && one.end <= until);
    const name = inside.at(-1);
    const behind = text.slice(name?.end ?? from, until);
    const whole = share === undefined ? undefined : text.slice(until, start);
    // Names that hold a word such as 预算 do not say it.
    let said = raw;
    for (const one of inside) {
      said = said.slice(0, one.start - from) + " ".repeat(one.end - one.start) + said.slice(one.end - from);
    }
    return { raw, said, name: name?.name, whole, isPlain: this.isPlain(behind) };
  }

  /** Whether a short name, such as 收入, is all that is said: in 租金收入 it is the end of another. */
  private isWhole(text: string, { name, start, end }: FoundName, sentence: ReadSentence): boolean {
    if (end - start > SHORT_NAME) return true;
    const before = text.slice(sentence.start, start).split(NOT_NAMED).at(-1) ?? "";
    return this.isPlain(before) && this.factsNamed(name, sentence).length > 0;
  }

  private lastOf(text: string, words: readonly string[]): number | undefined {
    const places = words.map((word) => text.lastIndexOf(word)).filter((place) => place >= 0);
    return places.length === 0 ? undefined : Math.max(...places);
  }

  /** Whether a text says nothing of its own: links, years, names of the department. */
  private isPlain(text: string): boolean {
    let rest = this.known.names.reduce((left, name) => (name === "" ? left : left.replaceAll(name, "")), text);
    rest = rest.replaceAll(/\d{4}(?=\D|$)/gu, "");
    while (rest !== "") {
      const link = this.links.find((one) => rest.startsWith(one));
      if (link === undefined) return false;
      rest = rest.slice(link.length);
    }
    return true;
  }

  private figure(
    mention: Extract<Mention, { kind: "figure" }>,
    name: string,
    local: Local,
    { sentence, topic }: Pick<Around, "sentence" | "topic">,
  ): Claim | undefined {
    const { figure } = mention;
    const relation = this.relationOf(local, figure.kind);
    if (relation === undefined) return undefined;
    if (relation === "change" || relation === "growth") {
      topic.change = { name, against: this.isAgainstBudget(local) ? "budget" : "last-year" };
    }
    const meant = this.factsNamed(name, sentence).flatMap((fact) => {
      const source = this.sourceOf(fact, relation, local);
      const claim = source === undefined ? undefined : factClaim(source, fact);
      return claim !== undefined && this.fits(claim, figure.kind, figure.unit) ? [{ claim, fact }] : [];
    });
    const first = meant[0];
    if (first === undefined || this.says(first.claim, figure)) return first?.claim;
    // 总收入 is the year's income to one and the total with what was left over to another: whichever is right is meant.
    const anywhere = meant.filter(({ fact }) => fact.below.length === 0).map(({ claim }) => claim);
    const isMeantHere = anywhere.every(({ key }) => key !== first.claim.key);
    return (isMeantHere ? undefined : anywhere.find((claim) => this.says(claim, figure))) ?? first.claim;
  }

  /** Whether an amount is exactly what the tables print. */
  private says(claim: Claim, { kind, value, unit }: ProseFigure): boolean {
    const { printed } = this.known.worths(claim);
    if (kind !== "amount" || printed.kind !== "value" || !isMoney(printed.unit)) return false;
    return amountIn(value, unit, printed.unit ?? unit).equals(printed.value);
  }

  private relationOf(local: Local, kind: string): Relation | undefined {
    const { raw, whole } = local;
    const changes = this.lastOf(raw, [...this.words.up, ...this.words.down]);
    const isNear = changes !== undefined && raw.length - changes <= NEAR;
    if (kind === "percent") {
      if (whole !== undefined) return this.isBudgetOnly(whole) ? "execution" : "share";
      if (isNear) return "growth";
      return this.lastOf(raw, this.words.execution) === undefined ? undefined : "execution";
    }
    const led = changes !== undefined && LED_TO.test(raw.slice(changes).replace(this.direction, ""));
    if (isNear && !led) return "change";
    if (this.speaksOfLastYear(raw) || SINCE_BEGINNING.test(raw)) return "last-year";
    const [budget, actual] = [this.lastOf(raw, this.words.budget) ?? -1, this.lastOf(raw, this.words.actual) ?? -1];
    const named = local.name === undefined ? -1 : raw.lastIndexOf(local.name) + local.name.length - 1;
    return budget > actual && budget > named ? "budget" : "plain";
  }

  private isBudgetOnly(whole: string): boolean {
    return this.isPlain(whole) && this.lastOf(whole, this.words.budget) !== undefined;
  }

  /** 上年 or last year's number, not behind a word of comparison. */
  private speaksOfLastYear(raw: string): boolean {
    const year = String(this.session.workbook.profile.year - 1);
    const place = this.lastOf(raw, [...this.words.lastYear, year]);
    if (place === undefined) return false;
    const behind = raw.slice(place);
    if (this.words.against.some((word) => behind.includes(word))) return false;
    // In 较2019年决算数21.69万元减少 the figure is last year's; in 较上年减少，其中接待费 it is not.
    const isCompared = this.words.against.some((word) => raw.slice(0, place).endsWith(word));
    return !isCompared || !(CLAUSE_SIGN.test(behind) || this.direction.test(behind));
  }

  private speaksOfYearBefore(said: string): boolean {
    const year = String(this.session.workbook.profile.year - 1);
    return this.lastOf(said, [...this.words.lastYear, year]) !== undefined || said.includes(SAME_PERIOD);
  }

  private isAgainstBudget(local: Local): boolean {
    const { said } = local;
    const against = this.lastOf(said, this.words.against);
    const budget = this.lastOf(said, this.words.budget);
    if (budget === undefined && local.against === "budget") return !this.speaksOfYearBefore(said);
    return against !== undefined && budget !== undefined && budget > against;
  }

  private sourceOf({ settings }: Fact, relation: Relation, local: Local): string | undefined {
    const { figure, budget } = settings;
    switch (relation) {
      case "plain":
        return figure;
      case "budget":
        return budget;
      case "last-year":
        return lastYearOf(figure);
      case "execution":
        return budget === undefined ? undefined : shareOf(figure, budget);
      case "share":
        return this.shareSource(settings, local.whole ?? "");
      case "change":
        if (!this.isAgainstBudget(local)) return changeOf(figure);
        return budget === undefined ? undefined : differenceOf(figure, budget);
      case "growth":
        if (!this.isAgainstBudget(local)) return growthOf(figure);
        return budget === undefined ? undefined : rateOf(figure, budget);
    }
  }

  private shareSource({ figure, wholes = [] }: Fact["settings"], said: string): string | undefined {
    const [first] = wholes;
    const named = wholes
      .flatMap((whole) => whole.names.map((name) => ({ name: normalize(name).text, figure: whole.figure })))
      .filter(({ name }) => said.includes(name))
      .toSorted((a, b) => b.name.length - a.name.length)[0];
    if (named !== undefined) return shareOf(figure, named.figure);
    if (first !== undefined && this.isPlain(said)) return shareOf(figure, first.figure);
    const found = namesIn(said, this.facts).at(-1);
    const whole =
      found === undefined ? undefined : this.facts.byName.get(found.name)?.find((one) => one.loop === undefined);
    return whole === undefined ? undefined : shareOf(figure, whole.settings.figure);
  }

  /** The facts a name can mean here, those of the headings above first. */
  private factsNamed(name: string, { of }: ReadSentence): readonly Fact[] {
    const all = this.facts.byName.get(name) ?? [];
    const above = of.headings.join("\n");
    const here = all.filter(({ below }) => below.some((word) => above.includes(word)));
    return [...here, ...all.filter(({ below }) => below.length === 0)];
  }

  private fits(claim: Claim, kind: string, unit: string): boolean {
    const { exact } = this.known.worths(claim);
    if (exact.kind === "undefined") return kind === "percent";
    if (exact.kind === "missing") return true;
    if (exact.kind !== "value") return false;
    if (kind === "percent") return exact.unit === "%";
    if (kind === "amount") return isMoney(exact.unit);
    return kind === "count" && sameCount(exact.unit ?? "", unit);
  }

  private word(
    mention: Extract<Mention, { kind: "word" }>,
    next: Mention | undefined,
    { text, local, subject, sentence, topic }: Around,
  ): Claim | undefined {
    const follows = text.slice(mention.end, mention.end + NEAR);
    const name = local.name ?? (local.isPlain ? subject : undefined);
    const isSize = ["greater", "less", "equal"].includes(mention.direction);
    const measured = next?.kind === "figure" && next.start - mention.end <= 2 && next.figure.kind !== "year";
    if (isSize || (measured && this.isAgainstBudget(local))) {
      const isBudget = this.isAgainstBudget(local) || this.lastOf(follows + local.raw, this.words.budget) !== undefined;
      return isBudget ? this.wordClaim(name, sentence, "budget") : undefined;
    }
    if (measured || mention.direction === "same") {
      return this.wordClaim(name, sentence, this.isAgainstBudget(local) ? "budget" : "last-year");
    }
    const isReason = this.words.reason.some((word) => follows.replace(PARTICLE, "").startsWith(word));
    if (!isReason) return undefined;
    const { change } = topic;
    if (name !== undefined && local.name !== undefined)
      return this.wordClaim(name, sentence, change?.against ?? "last-year");
    return change === undefined || !local.isPlain ? undefined : this.wordClaim(change.name, sentence, change.against);
  }

  private wordClaim(
    name: string | undefined,
    sentence: ReadSentence,
    against: "last-year" | "budget",
  ): Claim | undefined {
    if (name === undefined) return undefined;
    for (const fact of this.factsNamed(name, sentence)) {
      const { figure, budget } = fact.settings;
      const source =
        against === "last-year" ? directionOf(figure) : budget === undefined ? undefined : sizeOf(figure, budget);
      const claim = source === undefined ? undefined : factClaim(source, fact);
      if (claim !== undefined && this.known.worths(claim).exact.kind === "text") return claim;
    }
    return undefined;
  }
}

/** Names this short are ends of many others. */
const SHORT_NAME = 2;

/** Behind a clause or a figure begins another name. */
const NOT_NAMED = /[\d%\u3001\u3002\uFF0C\uFF1B\uFF1A]/u;

/** A direction word or reason stands at most so many characters before what it belongs to. */
const NEAR = 6;

type Against = "last-year" | "budget";

type Relation = "plain" | "budget" | "last-year" | "share" | "execution" | "change" | "growth";

interface Local {
  readonly raw: string;
  /** The same without the names of facts in it. */
  readonly said: string;
  readonly name: string | undefined;
  /** What stands behind 占. */
  readonly whole: string | undefined;
  readonly isPlain: boolean;
  /** What the figure before was compared with, where nothing else has been named since. */
  readonly against?: Against | undefined;
}

interface Around {
  readonly text: string;
  readonly local: Local;
  readonly subject: string | undefined;
  readonly sentence: ReadSentence;
  readonly topic: Topic;
}

/** Whether a text's unit can be the table's: persons are counted as 人 or 人次, visits as 批次, 个 or 次. */
function sameCount(unit: string, written: string): boolean {
  if (unit === written) return true;
  return (PERSONS.has(unit) && PERSONS.has(written)) || (EVENTS.has(unit) && EVENTS.has(written));
}
