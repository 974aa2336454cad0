import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32 } from "../../shared/archive/crc32.js";
import { inflateExactly, probeInflated } from "../../shared/archive/inflate.js";
import { type GateLimits, type ZipParts, openZip } from "../../shared/archive/zip-gate.js";
import { type RawEntry, rawZip } from "../support/raw-zip.js";

const NOTE: RawEntry = { name: "notes/a.txt", data: "收入 8300.02" };

describe("a zip that passes the gate", () => {
  it("gives its entries in the order of the directory, with their inflated bytes", () => {
    const parts = opened([
      NOTE,
      { name: "empty.bin", data: "" },
      { name: "stored.txt", data: "as it is", stored: true },
    ]);
    expect(parts.names).toEqual(["notes/a.txt", "empty.bin", "stored.txt"]);
    expect(parts.names.map((name) => parts.text(name))).toEqual(["收入 8300.02", "", "as it is"]);
    expect(Buffer.from(parts.bytes("stored.txt") ?? []).toString()).toBe("as it is");
  });

  it("finds a part in other letters, as OPC does, and none that is not there", () => {
    const parts = opened([NOTE]);
    expect(parts.has("Notes/A.txt")).toBe(true);
    expect(parts.entry("NOTES/a.TXT")?.name).toBe("notes/a.txt");
    expect([parts.has("b.txt"), parts.bytes("b.txt"), parts.text("__proto__")]).toEqual([false, undefined, undefined]);
  });

  it("tells names apart that are no UTF-8", () => {
    const bytes = Buffer.from(
      rawZip([
        { name: "xl/ab.bin", data: "1" },
        { name: "xl/cd.bin", data: "2" },
      ]),
    );
    for (const [name, chinese] of [
      ["ab.bin", [0xb1, 0xed]],
      ["cd.bin", [0xca, 0xfd]],
    ] as const) {
      bytes.set(chinese, bytes.indexOf(name));
      bytes.set(chinese, bytes.lastIndexOf(name));
    }
    const result = openZip(bytes);
    expect(result.ok && new Set(result.value.names).size).toBe(2);
  });

  it("keeps what a writer needs to copy an entry as it is", () => {
    const parts = opened([NOTE]);
    const packed = deflateRawSync("收入 8300.02");
    const { packed: found, ...rest } = parts.entry("notes/a.txt") ?? { packed: undefined };
    const crc = crc32(Buffer.from("收入 8300.02"));
    expect(rest).toEqual({ name: "notes/a.txt", method: 8, flags: 0, modified: 0x210000, crc, size: 14 });
    expect(Buffer.from(found ?? [])).toEqual(packed);
  });

  it.each<[string, Partial<RawEntry>]>([
    ["sizes behind the data", { descriptor: 4 }],
    ["64-bit sizes", { zip64: true }],
    ["64-bit sizes behind the data", { zip64: true, descriptor: 8 }],
  ])("reads %s", (_, fields) => {
    const parts = opened([
      { ...NOTE, ...fields },
      { ...NOTE, name: "b" },
    ]);
    expect([parts.text("notes/a.txt"), parts.text("b")]).toEqual(["收入 8300.02", "收入 8300.02"]);
  });

  it("reads a directory with 64-bit fields", () => {
    const limits = { maxEntries: 70_000 };
    const entries = Array.from({ length: 66_000 }, (_, n) => ({ name: `n${n}`, data: "x", stored: true }));
    expect(opened(entries, limits).names).toHaveLength(66_000);
  });

  it.each([
    ["deflated", false],
    ["stored", true],
  ])("gives a part that is too large to be kept each time it is asked for, %s", (_, stored) => {
    const large = Buffer.alloc(70 * 1024 * 1024, "0123456789");
    const parts = opened([{ name: "large.xml", data: large, stored }, NOTE], { maxRatio: 2000, maxFile: 100_000_000 });
    expect(Buffer.compare(parts.bytes("large.xml") ?? NOTHING, large)).toBe(0);
    expect(Buffer.compare(Buffer.concat([...(parts.pieces("large.xml") ?? [])]), large)).toBe(0);
    expect(parts.text("notes/a.txt")).toBe("收入 8300.02");
  });

  it.each([
    ["at its beginning", ""],
    ["behind a long comment", `<!--${"x".repeat(100_000)}-->`],
  ])("finds a DOCTYPE in a part that is too large to be kept, %s", (_, before) => {
    const data = `${before}<!DOCTYPE x><x>${"0123456789".repeat(7 * 1024 * 1024)}</x>`;
    const result = openZip(rawZip([{ name: "large.xml", data }]), { maxRatio: 2000 });
    expect(result.ok ? "opened" : result.failure.code).toBe("workbook-doctype");
  });

  it("gives the text of UTF-16 parts with a declaration that says UTF-8", () => {
    const utf16 = Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>合计</a>`, "utf16le");
    expect(opened([{ name: "a.xml", data: utf16 }]).text("a.xml")).toBe(
      `<?xml version="1.0" encoding="UTF-8"?><a>合计</a>`,
    );
    const swapped = Buffer.from(utf16).swap16();
    for (const data of [swapped, utf16.subarray(2), swapped.subarray(2)]) {
      expect(opened([{ name: "a.xml", data }]).text("a.xml")).toContain("合计");
    }
  });

  it("reads UTF-8 that calls itself UTF-16, as some programs write it", () => {
    const data = `<?xml version="1.0" encoding="utf-16"?><a>合计</a>`;
    expect(opened([{ name: "a.xml", data }]).text("a.xml")).toBe(data);
  });

  it("lets a DOCTYPE stand where it is no document type", () => {
    const data = `<?xml version="1.0"?><!-- <!DOCTYPE x> --><a><![CDATA[<!DOCTYPE html>]]></a>`;
    expect(opened([{ name: "customXml/item1.xml", data }]).text("customXml/item1.xml")).toBe(data);
  });
});

describe("damage is told by its place and kind", () => {
  it.each<[string, Partial<RawEntry>]>([
    ["header", { local: { method: 0 } }],
    ["header", { local: { crc: 1 } }],
    ["header", { local: { name: "notes/b.txt" } }],
    ["header", { descriptor: 4, following: { crc: 1 } }],
    ["header", { descriptor: 8, following: { size: 1 } }],
    ["header", { offset: 1 }],
    ["crc", { both: { crc: 1 } }],
    ["longer", { both: { size: 1 } }],
    ["shorter", { both: { size: 99 } }],
    ["corrupt", { packed: new Uint8Array([7, 7, 7, 7]) }],
    ["name", { name: "../a.txt" }],
  ])("%s: %j", (problem, fields) => {
    const entry = { ...NOTE, ...fields };
    const result = openZip(rawZip([{ name: "first.txt", data: "1" }, entry]));
    const facts = { part: entry.name, problem };
    expect(result.ok ? "opened" : result.failure).toEqual({ code: "workbook-damaged", facts });
  });
});

describe("a limit", () => {
  const blanks = " ".repeat(2_000_000);
  const file = rawZip([NOTE, { name: "b.xml", data: blanks }, { name: "c", data: "" }]);
  const ratio = Math.floor(blanks.length / deflateRawSync(blanks).length);

  it.each<[Partial<GateLimits>, string, Record<string, string>]>([
    [{ maxFile: 100 }, "file-too-large", { limit: "100", size: String(file.length) }],
    [{ maxEntries: 1 }, "workbook-bomb", { measure: "entries", limit: "1", size: "3" }],
    [{ maxEntry: 1000 }, "workbook-bomb", { measure: "entry", limit: "1000", size: "2000000", part: "b.xml" }],
    [{ maxTotal: 2_000_005 }, "workbook-bomb", { measure: "total", limit: "2000005", size: "2000014", part: "b.xml" }],
    [{ maxRatio: 100 }, "workbook-bomb", { measure: "ratio", limit: "100", size: String(ratio), part: "b.xml" }],
    [{ maxRatio: ratio + 1 }, "", {}],
  ])("%j gives %s", (limits, code, facts) => {
    const result = openZip(file, { maxRatio: 2000, ...limits });
    expect(result.ok ? { code: "", facts: {} } : result.failure).toEqual({ code, facts });
  });

  it("on the ratio does not touch small parts", () => {
    expect(opened([{ name: "a.xml", data: " ".repeat(900_000) }]).names).toEqual(["a.xml"]);
  });
});

describe("inflating", () => {
  const text = fc.oneof(
    fc.uint8Array({ maxLength: 5000 }),
    fc.string({ maxLength: 5000 }).map((s) => Buffer.from(s.repeat(50))),
  );

  it("gives back every data that was deflated, whole or in passing", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 9 }), (data, level) => {
        const packed = deflateRawSync(data, { level });
        expect(Buffer.from(inflateExactly(packed, data.length) as Uint8Array)).toEqual(Buffer.from(data));
        const probe = probeInflated(packed, data.length, 10);
        expect(probe).toEqual({ crc: crc32(data), head: new Uint8Array(data.subarray(0, 10)) });
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("tells data that is longer or shorter than announced", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 500 }), (data, level, difference) => {
        const packed = deflateRawSync(data, { level });
        expect(inflateExactly(packed, data.length + difference)).toBe("shorter");
        expect(probeInflated(packed, data.length + difference, 10)).toBe("shorter");
        if (data.length < difference) return;
        expect(inflateExactly(packed, data.length - difference)).toBe("longer");
        expect(probeInflated(packed, data.length - difference, 10)).toBe("longer");
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it("never takes data that was cut for whole", () => {
    const packed = deflateRawSync(Buffer.from("收入决算表 8300.02 ".repeat(200)));
    for (let length = 0; length < packed.length; length++) {
      expect(typeof inflateExactly(packed.subarray(0, length), 4600)).toBe("string");
    }
  });
});

describe("CRC-32", () => {
  it("is the one of the standard's test text, whole or in pieces", () => {
    const bytes = Buffer.from("123456789");
    expect(crc32(bytes)).toBe(0xcbf43926);
    expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
    expect(crc32(NOTHING)).toBe(0);
  });
});

const NOTHING = new Uint8Array(0);

function opened(entries: readonly RawEntry[], limits?: Partial<GateLimits>): ZipParts {
  const result = openZip(rawZip(entries), limits);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
