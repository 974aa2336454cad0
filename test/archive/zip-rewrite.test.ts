import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { rewriteZip } from "../../shared/archive/zip-rewrite.js";
import { openZip } from "../../shared/archive/zip-gate.js";
import { type RawEntry, rawZip } from "../support/raw-zip.js";
import { runPython } from "../support/tools.js";

const folder = mkdtempSync(path.join(tmpdir(), "gongkai-zip-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const ENTRIES: readonly RawEntry[] = [
  { name: "[Content_Types].xml", data: "types ".repeat(50) },
  { name: "stored.txt", data: "stored as it is", stored: true },
  { name: "stream.xml", data: "stream ".repeat(90), descriptor: 4 },
  { name: "wide.xml", data: "wide ".repeat(90), zip64: true },
  { name: "folder/", data: "", stored: true },
  { name: "folder/表.xml", data: "中文 ".repeat(40), descriptor: 8 },
];

const NOTHING = {
  changed: new Map<string, Uint8Array>(),
  added: new Map<string, Uint8Array>(),
  removed: new Set<string>(),
};
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function contents(bytes: Uint8Array): [string, string | undefined][] {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(`refused: ${JSON.stringify(opened.failure)}`);
  return opened.value.entries.map(({ name }) => [name, opened.value.text(name)]);
}

const TEXTS = ENTRIES.map(({ name, data }): [string, string] => [name, data as string]);

describe("a zip written again", () => {
  const before = rawZip(ENTRIES);

  test("is the same byte for byte when nothing changes", () => {
    expect(Buffer.compare(rewriteZip(before, NOTHING), before)).toBe(0);
  });

  test.each(TEXTS.map(([name]) => name))("with %s changed keeps all other entries", (name) => {
    const after = rewriteZip(before, { ...NOTHING, changed: new Map([[name, bytesOf("neu 新")]]) });
    expect(contents(after)).toEqual(TEXTS.map(([each, text]) => [each, each === name ? "neu 新" : text]));
  });

  test.each(["stream.xml", "folder/表.xml", "wide.xml"])(
    "states the sizes of %s plainly in front of its data",
    (name) => {
      const after = Buffer.from(
        rewriteZip(before, { ...NOTHING, changed: new Map([[name, bytesOf("neu".repeat(99))]]) }),
      );
      const header = after.indexOf(name) - 30;
      const [flags, size, extra] = [
        after.readUInt16LE(header + 6),
        after.readUInt32LE(header + 22),
        after.readUInt16LE(header + 28),
      ];
      expect([flags & 8, size, extra]).toEqual([0, 297, 0]);
    },
  );

  test("with entries removed and added keeps the order", () => {
    const after = rewriteZip(before, {
      changed: new Map([["wide.xml", bytesOf("changed")]]),
      removed: new Set(["stored.txt", "folder/表.xml"]),
      added: new Map([
        ["新.xml", bytesOf("a")],
        ["b.xml", bytesOf("b ".repeat(300))],
      ]),
    });
    expect(contents(after)).toEqual([
      ["[Content_Types].xml", "types ".repeat(50)],
      ["stream.xml", "stream ".repeat(90)],
      ["wide.xml", "changed"],
      ["folder/", ""],
      ["新.xml", "a"],
      ["b.xml", "b ".repeat(300)],
    ]);
  });

  test("keeps what others wrote around the entries: times, extra fields, attributes, comments", () => {
    const file = path.join(folder, "made.zip");
    runPython(
      `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as made:
    for name in ("[Content_Types].xml", "a.xml", "b.xml"):
        info = zipfile.ZipInfo(name, (2019, 5, 4, 3, 2, 6))
        info.extra = b"\\x99\\x99\\x04\\x00extr"
        info.comment = b"of " + name.encode()
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        made.writestr(info, name * 40)
    made.comment = b"of the zip"
`,
      [file],
    );
    const made = new Uint8Array(readFileSync(file));
    writeFileSync(file, rewriteZip(made, { ...NOTHING, changed: new Map([["a.xml", bytesOf("neu")]]) }));
    expect(
      JSON.parse(
        runPython(
          `
import sys, json, zipfile
with zipfile.ZipFile(sys.argv[1]) as made:
    assert made.testzip() is None
    print(json.dumps([made.comment.decode()] + [[i.filename, made.read(i).decode()[:4], i.date_time, i.extra.decode("latin1"), i.comment.decode(), i.external_attr] for i in made.infolist()]))
`,
          [file],
        ),
      ),
    ).toEqual([
      "of the zip",
      ...[
        ["[Content_Types].xml", "[Con"],
        ["a.xml", "neu"],
        ["b.xml", "b.xm"],
      ].map(([name, text]) => [
        name,
        text,
        [2019, 5, 4, 3, 2, 6],
        "\u0099\u0099\u0004\u0000extr",
        `of ${name ?? ""}`,
        0o644 * 65_536,
      ]),
    ]);
  });

  test("gives the same bytes for the same changes", () => {
    const changes = { ...NOTHING, changed: new Map([["stream.xml", bytesOf("x".repeat(9999))]]) };
    expect(Buffer.compare(rewriteZip(before, changes), rewriteZip(before, changes))).toBe(0);
  });
});
