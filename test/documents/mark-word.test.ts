import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { markWord } from "../../shared/documents/mark-word.js";
import { openWord, readWord } from "../../shared/documents/read-word.js";
import { writeWord } from "../../shared/word/write-word.js";
import { check, ownNarrative, sampleSession } from "../support/existing-narrative.js";
import { templateFile } from "../support/narrative.js";

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
