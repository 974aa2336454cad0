/** 1980-01-01 00:00, the earliest date a zip can hold, as MS-DOS date and time. */
const EARLIEST = 0x0021_0000;

const CENTRAL = 0x0201_4b50;
const END = 0x0605_4b50;

/**
 * The same zip with one fixed date on every entry, so that making a template twice gives the same bytes. For zips of our own
 * making only: no comment, no zip64.
 */
export function withFixedDates(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength);
  const end = copy.length - 22;
  if (view.getUint32(end, true) !== END) throw new Error("a zip with a comment, or none of ours");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error(`no central header at ${String(at)}`);
    view.setUint32(at + 12, EARLIEST, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, EARLIEST, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return copy;
}
