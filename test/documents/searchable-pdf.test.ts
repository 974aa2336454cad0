import { unzlibSync, zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { searchablePdf } from "../../shared/documents/searchable-pdf.js";

/** A PDF of these objects, from 1, with one plain table of places, as a browser writes it. */
function pdfOf(objects: readonly string[], trailer = ""): Uint8Array {
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  text += `trailer\n<</Size ${objects.length + 1}${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

function stream(content: string, packed = true): string {
  const bytes = new TextEncoder().encode(content);
  const data = packed ? zlibSync(bytes) : bytes;
  const filter = packed ? "/Filter /FlateDecode\n" : "";
  return `<<${filter}/Length ${data.length}>> stream\n${String.fromCharCode(...data)}\nendstream`;
}

const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Where the file says that an object stands. */
function objectAt(pdf: Uint8Array, number: number): string {
  const all = text(pdf);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(all)?.[1]);
  expect(all.slice(start, start + 4)).toBe("xref");
  const lines = all.slice(all.indexOf("\n", start + 5) + 1);
  const offset = Number(lines.slice(20 * number, 20 * number + 10));
  expect(all.slice(offset)).toMatch(new RegExp(`^${number} 0 obj\\n`));
  return all.slice(offset, all.indexOf("endobj", offset));
}

/** The content of an object's stream, by the length it announces. */
function streamAt(pdf: Uint8Array, number: number): string {
  const object = objectAt(pdf, number);
  const from = object.indexOf("stream\n") + 7;
  const length = Number(/\/Length (\d+)/.exec(object)?.[1]);
  expect(object.slice(from + length)).toBe("\nendstream\n");
  const data = Uint8Array.from(object.slice(from, from + length), (sign) => sign.charCodeAt(0));
  return text(object.includes("FlateDecode") ? unzlibSync(data) : data);
}

const FONT = "<</Type /Font\n/ToUnicode 2 0 R>>";
const WORDS = "2 beginbfchar\n<01> <2F08>\n<02> <53BF>\nendbfchar\n";

describe("a PDF whose words are searched for", () => {
  it("names characters instead of the radicals that share their glyphs, and nothing else changes", () => {
    const before = pdfOf([FONT, stream(WORDS), stream("BT (2F08) Tj ET"), "<</Title (2F08)>>"]);
    const after = searchablePdf(before);
    expect(streamAt(after, 2)).toBe(WORDS.replace("2F08", "4EBA"));
    for (const number of [1, 3, 4]) expect(objectAt(after, number)).toBe(objectAt(before, number));
    expect(searchablePdf(after)).toBe(after);
  });

  it("follows a table that is not packed, and one that stands behind others", () => {
    const font = FONT.replace("2 0 R", "4 0 R");
    const after = searchablePdf(pdfOf([FONT, stream(WORDS), font, stream(WORDS, false)]));
    expect(streamAt(after, 2)).toContain("<01> <4EBA>");
    expect(streamAt(after, 4)).toContain("<01> <4EBA>");
  });

  it("takes ranges apart where they touch a radical, never more than a hundred in a section", () => {
    const ranges = ["<10> <12> <2F07>", "<20> <22> <53D6>", "<30> <30> <2F3E>"];
    const table = `3 beginbfrange\n${ranges.join("\n")}\nendbfrange`;
    expect(streamAt(searchablePdf(pdfOf([FONT, stream(table)])), 2)).toBe(
      [
        "5 beginbfrange",
        "<10> <10> <4EA0>\n<11> <11> <4EBA>\n<12> <12> <513F>",
        "<20> <22> <53D6>",
        "<30> <30> <6237>",
        "endbfrange",
      ].join("\n"),
    );
    const long = `1 beginbfrange\n<0001> <00D6> <2F00>\nendbfrange`;
    const sections = [...streamAt(searchablePdf(pdfOf([FONT, stream(long)])), 2).matchAll(/(\d+) beginbfrange/g)];
    expect(sections.map(([, count]) => count)).toEqual(["100", "100", "14"]);
  });

  it("leaves alone what is built in another way: nothing is better than a file no viewer opens", () => {
    const whole = pdfOf([FONT, stream(WORDS)]);
    const others = [
      new TextEncoder().encode("<html>no PDF</html>"),
      pdfOf([FONT, stream(WORDS)], "/Prev 9"),
      pdfOf([FONT, stream(WORDS)], "/Encrypt 4 0 R"),
      pdfOf([FONT, stream(WORDS).replace("/FlateDecode", "/LZWDecode")]),
      pdfOf([FONT, stream("1 beginbfchar\n<01> <53BF>\nendbfchar\n")]),
      pdfOf([FONT.replace("2 0", "9 0"), stream(WORDS)]),
      whole.slice(0, -9),
    ];
    for (const other of others) expect(searchablePdf(other)).toBe(other);
  });
});
