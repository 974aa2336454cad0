import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { proseCheckOf } from "../../shared/comparing/check-prose.js";
import { findingText } from "../../shared/messages/finding-text.js";
import { markWord } from "../../shared/documents/mark-word.js";
import { openWord, readWord } from "../../shared/documents/read-word.js";
import { writeWord } from "../../shared/word/write-word.js";
import { check, OUTLINE, ownNarrative, sampleSession } from "../support/existing-narrative.js";
import { templateFile } from "../support/narrative.js";
import { convertDocument } from "../support/tools.js";

const SESSION = sampleSession("sample");

async function ownDocument(): Promise<Uint8Array> {
  const written = await writeWord(templateFile(), SESSION);
  if (!written.ok) throw new Error(written.failure.code);
  return written.value;
}

function textsOf(bytes: Uint8Array): readonly string[] {
  const read = readWord(bytes);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.paragraphs.map(({ text }) => text);
}

function marked(bytes: Uint8Array, ...comments: Parameters<typeof markWord>[1]): Uint8Array {
  const made = markWord(bytes, comments, "核对");
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

function part(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

describe("a marked copy of a Word document", () => {
  it("has a comment on the very figure, and says what it said", async () => {
    const own = await ownDocument();
    const texts = textsOf(own);
    const paragraph = texts.findIndex((text) => text.includes("收入合计8,300.02万元"));
    const start = (texts[paragraph] ?? "").indexOf("8,300.02");
    const copy = marked(own, { paragraph, start, end: start + 8, text: "与表不符 <&>" });
    expect(textsOf(copy)).toEqual(texts);
    expect(part(copy, "word/document.xml")).toMatch(
      /<w:commentRangeStart w:id="0"\/><w:r>(?:(?!<w:t).)*<w:t xml:space="preserve">8,300\.02<\/w:t><\/w:r><w:commentRangeEnd w:id="0"\/>/u,
    );
    expect(part(copy, "word/comments.xml")).toContain("与表不符 &lt;&amp;&gt;");
    expect(part(copy, "[Content_Types].xml")).toContain('PartName="/word/comments.xml"');
    expect(part(copy, "word/_rels/document.xml.rels")).toContain('Target="comments.xml"');
    expect(openWord(copy).ok).toBe(true);
  });

  it("keeps the comments that were there and takes several in one paragraph", async () => {
    const own = await ownDocument();
    const paragraph = textsOf(own).findIndex((text) => text.includes("收入合计8,300.02万元"));
    const first = marked(own, { paragraph, start: 0, end: 2, text: "一" });
    const both = marked(
      first,
      { paragraph, start: 1, end: 4, text: "二" },
      { paragraph, start: 3, end: 5, text: "三" },
    );
    expect([...part(both, "word/comments.xml").matchAll(/w:comment w:id="(\d+)"/gu)].map(([, id]) => id)).toEqual([
      "0",
      "1",
      "2",
    ]);
    for (const id of [0, 1, 2]) {
      expect(part(both, "word/document.xml").split(`<w:commentRangeStart w:id="${id}"/>`)).toHaveLength(2);
      expect(part(both, "word/document.xml").split(`<w:commentRangeEnd w:id="${id}"/>`)).toHaveLength(2);
    }
    expect(textsOf(both)).toEqual(textsOf(own));
  });

  it("takes the findings of a check as they come, and nothing for none", async () => {
    const own = await ownDocument();
    expect(markWord(own, [], "核对")).toEqual({ ok: true, value: own });
    const comments = check(SESSION, ownNarrative(SESSION)).flatMap(({ text }) =>
      text?.mark === undefined ? [] : [{ ...text.mark, text: text.quote }],
    );
    expect(comments.length).toBeGreaterThan(5);
    expect(textsOf(marked(own, ...comments))).toEqual(textsOf(own));
  });

  it("is refused for what is no Word document", () => {
    expect(markWord(zipSync({ a: strToU8("b") }), [], "核对").ok).toBe(false);
  });
});

describe("a marked copy opened by LibreOffice", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-marked-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("shows every comment on the very figure it speaks of, in the table as well", async () => {
    const own = await ownDocument();
    const wrong = withTexts(own, [
      ["收入合计8,300.02", "收入合计8,300.20"],
      ["占总支出的28.50", "占总支出的29.21"],
      [">252.61<", ">252.16<"],
    ]);
    const read = readWord(wrong);
    if (!read.ok) throw new Error(read.failure.code);
    const computed = computedOf(SESSION);
    const findings = proseCheckOf(OUTLINE, SESSION)(read.value).filter(({ kind }) => kind !== "not-checked");
    const comments = findings.flatMap((finding) => {
      const mark = finding.text?.mark;
      return mark === undefined ? [] : [{ ...mark, text: findingText(computed, finding) }];
    });
    writeFileSync(path.join(folder, "marked.docx"), marked(wrong, ...comments));
    const opened = readFileSync(convertDocument(path.join(folder, "marked.docx"), "fodt", folder), "utf8");
    const shown = annotationsIn(opened);
    expect(shown).toHaveLength(comments.length);
    for (const [index, { text }] of findings.entries()) {
      expect(shown[index]?.on).toBe(text?.figure);
      expect(shown[index]?.says.replaceAll(/\s/gu, "")).toBe(comments[index]?.text.replaceAll(/\s/gu, ""));
    }
    expect(shown.map(({ on }) => on)).toEqual(expect.arrayContaining(["8,300.20万元", "29.21%", "252.16"]));
  });
});

function withTexts(bytes: Uint8Array, changes: readonly (readonly [string, string])[]): Uint8Array {
  const files = unzipSync(bytes);
  let xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  for (const [from, to] of changes) {
    if (!xml.includes(from)) throw new Error(`not in the document: ${from}`);
    xml = xml.replace(from, to);
  }
  return zipSync({ ...files, "word/document.xml": strToU8(xml) });
}

/** The comments of a flat OpenDocument text: the stretch each is anchored to, and what it says. */
function annotationsIn(xml: string): readonly { readonly on: string; readonly says: string }[] {
  const plain = (markup: string): string => markup.replaceAll(/<[^>]*>/gu, "").replaceAll("&amp;", "&");
  return [...xml.matchAll(/<office:annotation [^>]*office:name="([^"]*)"[^>]*>(.*?)<\/office:annotation>/gsu)].map(
    ({ 0: whole, 1: name = "", 2: content = "", index }) => {
      const behind = xml.slice(index + whole.length);
      const end = behind.indexOf(`<office:annotation-end office:name="${name}"/>`);
      const inside = behind.slice(0, end).replaceAll(/<office:annotation .*?<\/office:annotation>/gsu, "");
      const texts = [...content.matchAll(/<text:p[^>]*>(.*?)<\/text:p>/gsu)].map(([, text = ""]) => plain(text));
      return { on: plain(inside), says: texts.join("") };
    },
  );
}
