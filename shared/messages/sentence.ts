import type { Computed } from "../calc/computed.js";
import type { Finding } from "../model/finding.js";
import { grouped } from "./figure-text.js";
import { cellText, cellWithinTable } from "./place-text.js";
import { shortened } from "./shortened.js";

/** What a sentence is made from: the finding, its facts, and its cells by their printed names. */
export interface Said {
  readonly computed: Computed;
  readonly finding: Finding;
  /** A fact as text; empty when the finding has none of that name. */
  readonly fact: (name: string) => string;
  /** A fact that is a figure, with thousands separators. */
  readonly figure: (name: string) => string;
  /** The n-th cell with its table, from 0; empty when there are fewer cells. */
  readonly cell: (index: number) => string;
}

/** Sentences by the codes of findings. */
export type Sentences = Readonly<Record<string, (said: Said) => string>>;

/** Says a finding with the sentence of its code; undefined when the table has none for it. */
export function sayFrom(sentences: Sentences, computed: Computed, finding: Finding): string | undefined {
  const sentence = Object.hasOwn(sentences, finding.code) ? sentences[finding.code] : undefined;
  if (sentence === undefined) return undefined;
  const fact = (name: string): string => shortened(finding.facts[name] ?? "", LONGEST_FACT);
  const said = sentence({
    computed,
    finding,
    fact,
    figure: (name) => grouped(fact(name)),
    cell: (index) => placeOf(computed, finding, index),
  });
  return finding.remark === undefined ? said : `${said}已说明：${finding.remark}`;
}

/** A fact is quoted, not retold: a cell may hold thirty thousand letters. */
const LONGEST_FACT = 300;

function placeOf(computed: Computed, finding: Finding, index: number): string {
  const at = finding.cells[index];
  const [first] = finding.cells;
  if (at === undefined) return "";
  return index > 0 && first?.table === at.table ? cellWithinTable(computed, at) : cellText(computed, at);
}

/** What to do about something that may be right: give the reason. */
export const EXPLAIN = "请核对；确属实际情况的，请在“说明要素”里写明原因。";
