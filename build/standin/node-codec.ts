import { codecWith } from "./codec.js";

/** The codec as the main process uses it. */
export const codec = codecWith({
  encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"),
  decode: (text) => new Uint8Array(Buffer.from(text, "base64")),
});
