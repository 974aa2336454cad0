import { type Result, refusal, success } from "../result.js";
import { richText } from "./rich-text.js";
import { type XmlSource, type XmlReader, readXml } from "../archive/xml-reader.js";

/** Reads the shared strings part: one text for each `<si>`, whatever its counts say. */
export function readSharedStrings(source: XmlSource, part: string): Result<readonly string[]> {
  const strings: string[] = [];
  const item = richText(2);
  const reader: XmlReader = {
    open(name, depth) {
      if (depth > 2) item.open(name, depth);
    },
    close(name, depth) {
      item.close(depth);
      if (depth === 2 && name === "si") strings.push(item.take());
    },
    text(text) {
      item.text(text);
    },
    problem: () => undefined,
  };
  const refused = readXml(source, part, reader);
  return refused === undefined ? success(strings) : refusal(refused);
}
