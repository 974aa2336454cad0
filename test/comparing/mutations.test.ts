import { describe, expect, it } from "vitest";
import { PARAPHRASES } from "../support/paraphrases.js";
import { check, isNamed, lines, mutations, ownNarrative, sampleSession } from "../support/existing-narrative.js";

const SESSION = sampleSession("sample");
const OWN = ownNarrative(SESSION).filter((text) => text.trim() !== "" && !/^[\d.,]+$/u.test(text));
const FROM = OWN.findIndex((text) => text.startsWith("二、部门基本情况"));
const TO = OWN.findIndex((text) => text.startsWith("第五部分"));
const CHECKED = new Set(
  OWN.slice(FROM, TO).filter((text) => !text.startsWith("填报说明") && !/^\d\.[固填]/u.test(text)),
);

/** Every figure takes minutes; each second one shows the same. `EVERY=1` takes them all. */
const EVERY = Number.parseInt(process.env["EVERY"] ?? "2", 10);

/** Words and what they are swapped with. */
const SWAPS: Readonly<Record<string, string>> = {
  增加: "减少",
  减少: "增加",
  增长: "下降",
  下降: "增长",
  持平: "增加",
  大于: "小于",
  小于: "大于",
};

describe("the workbook's own narrative", () => {
  it("has no error", () => {
    expect(lines(check(SESSION, OWN)).filter((line) => line.startsWith("error"))).toEqual([]);
  });

  it("shows at least 97 of 100 wrong digits, each in its place", () => {
    const all = mutations(OWN, (text) => CHECKED.has(text), EVERY);
    const missed = all.filter((mutation) => !isNamed(check(SESSION, mutation.texts), mutation));
    expect(all.length).toBeGreaterThan(180 / EVERY);
    expect(
      missed.length,
      missed.map(({ before, after, texts, paragraph }) => `${before}→${after} ${texts[paragraph] ?? ""}`).join("\n"),
    ).toBeLessThanOrEqual(all.length * 0.03);
  }, 600_000);

  it("shows every direction word that was swapped", () => {
    const missed: string[] = [];
    for (const [paragraph, text] of OWN.entries()) {
      if (!CHECKED.has(text)) continue;
      for (const { 0: word, index: at } of text.matchAll(new RegExp(Object.keys(SWAPS).join("|"), "gu"))) {
        const swapped = `${text.slice(0, at)}${SWAPS[word] ?? ""}${text.slice(at + word.length)}`;
        const mutation = { paragraph, at, before: word, after: "", texts: OWN.with(paragraph, swapped) };
        if (!isNamed(check(SESSION, mutation.texts), mutation))
          missed.push(`${word} ${text.slice(Math.max(0, at - 20), at)}`);
      }
    }
    expect(missed).toEqual([]);
  }, 300_000);
});

describe("the same told in other departments' words", () => {
  const texts = PARAPHRASES.flatMap(({ heading, sentences }) => [...heading, ...sentences]);
  const sentences = new Set(PARAPHRASES.flatMap(({ sentences: some }) => some));

  it("has no error", () => {
    expect(sentences.size).toBeGreaterThanOrEqual(30);
    expect(lines(check(SESSION, texts)).filter((line) => line.startsWith("error"))).toEqual([]);
  });

  it("shows at least 85 of 100 wrong digits, each in its place", () => {
    const all = mutations(texts, (text) => sentences.has(text));
    const missed = all.filter((mutation) => !isNamed(check(SESSION, mutation.texts), mutation));
    expect(
      missed.length,
      missed
        .map(({ before, after, texts: all_, paragraph }) => `${before}→${after} ${all_[paragraph] ?? ""}`)
        .join("\n"),
    ).toBeLessThanOrEqual(all.length * 0.15);
  }, 300_000);
});
