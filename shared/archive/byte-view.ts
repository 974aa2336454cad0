/** Little-endian numbers in a zip's bytes. Reading beyond the end gives 0, so that a cut header is seen as a wrong one. */
export class ByteView {
  readonly length: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#bytes = bytes;
  }

  /** Two bytes as a number. */
  u16(at: number): number {
    return this.#byte(at) | (this.#byte(at + 1) << 8);
  }

  /** Four bytes as an unsigned number. */
  u32(at: number): number {
    return (this.u16(at) | (this.u16(at + 2) << 16)) >>> 0;
  }

  /** Eight bytes as a number; beyond 2^53 it is no longer exact but still far beyond every limit. */
  u64(at: number): number {
    return this.u32(at) + this.u32(at + 4) * 2 ** 32;
  }

  /** The bytes between two places, not copied. */
  bytes(from: number, to: number): Uint8Array {
    return this.#bytes.subarray(from, to);
  }

  #byte(at: number): number {
    return this.#bytes[at] ?? 0;
  }
}
