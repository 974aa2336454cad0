/** Gathers the text of one `<si>` or `<is>`: its `<t>` and those of its runs `<r>`, not the phonetic guides `<rPh>`. */
export interface RichText {
  open(name: string, depth: number): void;
  close(depth: number): void;
  text(text: string): void;
  /** The text gathered since the last time, escapes decoded. */
  take(): string;
}

/** Makes a gatherer for items that stand at the given depth of their part. */
export function richText(depthOfItem: number): RichText {
  let gathered = "";
  let inRun = false;
  /** The depth of the `<t>` whose text is being gathered; 0 between them. */
  let gathering = 0;
  return {
    open(name, depth) {
      if (depth === depthOfItem + 1) inRun = name === "r";
      const ofItem = depth === depthOfItem + 1 || (inRun && depth === depthOfItem + 2);
      if (name === "t" && ofItem) gathering = depth;
    },
    close(depth) {
      if (depth === gathering) gathering = 0;
    },
    text(text) {
      if (gathering > 0) gathered += text;
    },
    take() {
      const text = decodeEscapes(gathered);
      gathered = "";
      return text;
    },
  };
}

/**
 * Decodes the escapes for characters that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19): `_x000D_` is a carriage return,
 * and `_x005F_` an underscore that would otherwise begin an escape.
 */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
