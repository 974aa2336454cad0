import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Session } from "../../shared/calc/session.js";
import { proseCheckOf, type ProseCheck } from "../../shared/comparing/check-prose.js";
import { openWorkbook } from "../../shared/exchange/open-workbook.js";
import { findingText } from "../../shared/messages/finding-text.js";
import { computedOf } from "../../shared/calc/computed-session.js";
import type { Finding } from "../../shared/model/finding.js";
import { outlineOf } from "../../shared/narrative/outline.js";
import { renderOutline, textOf } from "../../shared/narrative/render.js";
import { proseOf } from "../../shared/prose/prose.js";
import { templateParagraphs } from "./narrative.js";
import { loadFormulas, loadPack } from "./seed.js";

const ROOT = new URL("../../", import.meta.url).pathname;
const PACK = loadPack("yunnan-2020");
const READY = [{ pack: PACK, formulas: loadFormulas(PACK) }];

/** The pack's template, read once. */
export const OUTLINE = outlineOf(templateParagraphs());

/** One of the pack's samples as a session. */
export function sampleSession(name: "sample" | "sample-as-published"): Session {
  const opened = openWorkbook(readFileSync(join(ROOT, "templates/yunnan-2020", `${name}.xlsx`)), READY);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value.session;
}

/** The paragraphs of a workbook's own narrative. */
export function ownNarrative(session: Session): readonly string[] {
  return renderOutline(OUTLINE, session).paragraphs.map(textOf);
}

/** What is found in a text of one paragraph a line; every finding must have its sentence. */
export function check(session: Session, texts: readonly string[]): readonly Finding[] {
  const findings = preparedFor(session)(proseOf(texts));
  for (const finding of findings) findingText(computedOf(session), finding);
  return findings;
}

const PREPARED = new WeakMap<Session, ProseCheck>();

function preparedFor(session: Session): ProseCheck {
  const known = PREPARED.get(session) ?? proseCheckOf(OUTLINE, session);
  PREPARED.set(session, known);
  return known;
}

/** Findings as short lines: `error text-figure 97.89% → 97.99`. */
export function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map(
    ({ severity, code, text }) =>
      `${severity} ${code} ${text?.figure ?? ""}${text?.expected === undefined || text.expected === "" ? "" : ` → ${text.expected}`}`,
  );
}

/** A text with one digit of one figure changed. */
export interface Mutation {
  readonly paragraph: number;
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly texts: readonly string[];
}

/** Changes one digit of each figure in turn, of those paragraphs that are asked for; `every` takes only each n-th figure. */
export function mutations(texts: readonly string[], takes: (text: string) => boolean, every = 1): readonly Mutation[] {
  let count = 0;
  return texts.flatMap((text, paragraph) => {
    if (!takes(text)) return [];
    return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/gu)].flatMap(({ 0: before, index: at }): readonly Mutation[] => {
      const isNumbering = (at === 0 && /^\d+[.、]/u.test(text)) || /附表[\d—]*$/u.test(text.slice(0, at));
      count += 1;
      if (isNumbering || count % every !== 0) return [];
      const places = [...before.matchAll(/\d/gu)].map(({ index }) => index);
      const place = places[(count * 7) % places.length] ?? 0;
      const digit = (Number.parseInt(before.charAt(place), 10) + 1 + (count % 8)) % 10;
      const after = `${before.slice(0, place)}${digit}${before.slice(place + 1)}`;
      const changed = `${text.slice(0, at)}${after}${text.slice(at + before.length)}`;
      return [{ paragraph, at, before, after, texts: texts.with(paragraph, changed) }];
    });
  });
}

/** Whether findings name the place of a mutation, other than as one that could not be checked. */
export function isNamed(findings: readonly Finding[], { paragraph, at }: Mutation): boolean {
  return findings.some(({ text, kind }) => {
    const mark = text?.mark;
    return kind !== "not-checked" && mark?.paragraph === paragraph && mark.start <= at + 1 && mark.end > at;
  });
}
