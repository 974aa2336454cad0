import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NATIVE_UNPACKING } from "../../electron/cli/native-unpacking.js";
import { OWN_UNPACKING } from "../../shared/archive/unpacking.js";

const CONTENTS = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.tuple(fc.nat(255), fc.nat(70_000)).map(([byte, length]) => new Uint8Array(length).fill(byte)),
);
const SETTINGS = { seed: 20208, numRuns: 300 };

/** Bytes as one text: comparing them one by one takes long. */
function written(inflated: ReturnType<typeof OWN_UNPACKING.inflate>): string {
  return typeof inflated === "string" ? inflated : `bytes ${Buffer.from(inflated).toString("base64")}`;
}

describe("unpacking by the process's own zlib", () => {
  it("gives what was packed, and the same checksum", () => {
    fc.assert(
      fc.property(CONTENTS, (content) => {
        const packed = new Uint8Array(deflateRawSync(content));
        expect(written(NATIVE_UNPACKING.inflate(packed, content.length))).toBe(written(content));
        expect(NATIVE_UNPACKING.crc32(content)).toBe(OWN_UNPACKING.crc32(content));
      }),
      SETTINGS,
    );
  });

  it("finds the same fault in data that is cut short, changed or of another size than announced", () => {
    const damage = fc.record({ cut: fc.nat(4), at: fc.nat(), bit: fc.nat(7), size: fc.integer({ min: -2, max: 2 }) });
    fc.assert(
      fc.property(CONTENTS, damage, (content, { cut, at, bit, size }) => {
        const whole = new Uint8Array(deflateRawSync(content));
        const packed = whole.slice(0, Math.max(whole.length - cut, 0));
        if (packed.length > 0) packed[at % packed.length] = (packed[at % packed.length] ?? 0) ^ (1 << bit);
        const announced = Math.max(content.length + size, 0);
        const [found, expected] = [NATIVE_UNPACKING, OWN_UNPACKING].map((one) =>
          written(one.inflate(packed, announced)),
        );
        expect(found).toBe(expected);
      }),
      SETTINGS,
    );
  });
});
