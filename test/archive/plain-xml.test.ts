import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainTags } from "../../shared/archive/plain-xml.js";
import { parseXml, readXml, type XmlReader } from "../../shared/archive/xml-reader.js";
import { openZip } from "../../shared/archive/zip-gate.js";

const PACK = path.join(import.meta.dirname, "../../templates/yunnan-2020");

/** What a reader was told, texts between two tags joined, and what came of it. */
function toldBy(read: typeof readXml, source: string | Uint8Array): readonly string[] {
  const told: string[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") told.push(`text ${JSON.stringify(text)}`);
    text = "";
  };
  const reader: XmlReader = {
    open(name, depth, attributes) {
      flush();
      told.push(`open ${name} ${depth} ${JSON.stringify(attributes)}`);
    },
    close(name, depth) {
      flush();
      told.push(`close ${name} ${depth}`);
    },
    text(piece) {
      if (told.length > 0) text += piece;
    },
    problem: () => undefined,
  };
  const failure = read(source, "part.xml", reader);
  flush();
  return failure === undefined ? told : [JSON.stringify(failure)];
}

/** Pieces of XML, well spelled and badly, of which random parts are made. */
const PIECES = fc.constantFrom(
  ...["<a>", "</a>", "<a/>", "<b >", "</b >", "<b/ >", "<x:c d='1'>", '<x:c d="1" e=" 2&lt;">', "</x:c>"],
  ...['<a d="1" d="2"/>', '<a d="1"e="2"/>', '<a d="\t"/>', '<a d="&#65;"/>', '<a d="<"/>', '<a  d="1"\n/>', "</a d>"],
  ...["text", " ", "\n", "\r\n", "&amp;", "&quot;", "&#20;", "&", "]]>", "<", ">", "\u0001", "中文", "\uFFFE", "\t"],
  ...["<!-- c -->", "<![CDATA[x]]>", "<?pi?>", '<?xml version="1.0"?>', "<!DOCTYPE a>", "\uFEFF", "<中/>", "<1/>"],
);
const PARTS = fc
  .tuple(fc.constantFrom("", '<?xml version="1.0" encoding="UTF-8"?>\n', "\uFEFF", " "), fc.array(PIECES), fc.boolean())
  .map(([head, pieces, isWrapped]) => head + (isWrapped ? `<r>${pieces.join("")}</r>` : pieces.join("")));

describe("XML read by patterns", () => {
  it("tells its reader what the parser tells, or leaves it to the parser", () => {
    fc.assert(
      fc.property(PARTS, (part) => {
        expect(toldBy(readXml, part)).toEqual(toldBy(parseXml, part));
      }),
      { seed: 20206, numRuns: 4000 },
    );
  });

  it("tells the same of every part of the pack's workbooks, a character changed anywhere included", () => {
    const parts = readdirSync(PACK)
      .filter((name) => name.endsWith(".xlsx"))
      .flatMap((name) => {
        const opened = openZip(readFileSync(path.join(PACK, name)));
        if (!opened.ok) throw new Error(opened.failure.code);
        const { value } = opened;
        return value.names.filter((part) => !part.includes("worksheets")).map((part) => value.text(part) ?? "");
      });
    for (const part of parts) expect(toldBy(readXml, part)).toEqual(toldBy(parseXml, part));
    const short = parts.filter((part) => part.length < 12_000);
    const change = fc.tuple(
      fc.constantFrom(...short),
      fc.nat(),
      fc.constantFrom("<", ">", "&", '"', "'", "/", " ", "=", "a", "\n"),
    );
    fc.assert(
      fc.property(change, ([part, place, sign]) => {
        const at = place % part.length;
        const changed = part.slice(0, at) + sign + part.slice(at + 1);
        expect(toldBy(readXml, changed)).toEqual(toldBy(parseXml, changed));
      }),
      { seed: 20207, numRuns: 400 },
    );
  });

  it("takes what programs write, and leaves to the parser what they do not", () => {
    const isPlain = (text: string): boolean => plainTags(text, 3) !== undefined;
    expect(isPlain("<?xml version='1.0' encoding='utf-8'?>\n<a b=\"&amp;\"><c>1 &lt; 2</c>\n</a>\n")).toBe(true);
    const deep = "<a><a><a><a/></a></a></a>";
    for (const other of [
      "<a><!-- --></a>",
      "<a>&#20;</a>",
      "<a>",
      "<a/><b/>",
      deep,
      deep.replace("<a/>", "<a></a>"),
      "",
    ]) {
      expect([other, isPlain(other)]).toEqual([other, false]);
    }
  });
});
