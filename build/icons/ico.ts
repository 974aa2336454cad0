/** One size of an icon: as PNG, and as its pixels, four bytes each (red, green, blue, opacity), line by line from the top. */
export interface IconPicture {
  readonly size: number;
  readonly png: Uint8Array;
  readonly pixels: Uint8Array;
}

/** From this size on Windows takes a PNG; the smaller ones are bitmaps, which its older parts need. */
const PNG_FROM = 256;

/** The file with an icon in all its sizes, as Windows reads it. */
export function icoFile(pictures: readonly IconPicture[]): Uint8Array {
  const contents = pictures.map((picture) => (picture.size >= PNG_FROM ? Buffer.from(picture.png) : bitmap(picture)));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let place = head.length;
  for (const [index, { size }] of pictures.entries()) {
    const at = 6 + 16 * index;
    const length = contents[index]?.length ?? 0;
    head.writeUInt8(size % 256, at); // 256 is written as 0
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(length, at + 8);
    head.writeUInt32LE(place, at + 12);
    place += length;
  }
  return Buffer.concat([head, ...contents]);
}

/** A bitmap without its file head, lines from the bottom, and behind it a mask that the opacity makes needless. */
function bitmap({ size, pixels }: IconPicture): Buffer {
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(size, 4);
  head.writeInt32LE(size * 2, 8); // the picture and the mask
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  const lines = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = (y * size + x) * 4;
      const to = ((size - 1 - y) * size + x) * 4;
      const [red = 0, green = 0, blue = 0, opacity = 0] = pixels.subarray(from, from + 4);
      lines.set([blue, green, red, opacity], to);
    }
  }
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size);
  return Buffer.concat([head, lines, mask]);
}
