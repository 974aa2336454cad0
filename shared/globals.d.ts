/**
 * The only two platform classes that shared/ may use. ES2023's library knows neither, and the libraries that do (DOM, Node)
 * would let every other global of theirs compile as well, so they are declared here by hand.
 */

interface TextEncoder {
  /** The UTF-8 bytes of `input`; a lone surrogate becomes U+FFFD. */
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare var TextEncoder: { prototype: TextEncoder; new (): TextEncoder };

interface TextDecoder {
  /** The text of `input`; with `fatal` a TypeError when the bytes are not valid in the encoding. */
  decode(input?: ArrayBuffer | ArrayBufferView): string;
}

declare var TextDecoder: {
  prototype: TextDecoder;
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};
