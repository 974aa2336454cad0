import { type Result, refusal, success } from "../result.js";
import { type XmlSource, type XmlReader, readXml } from "./xml-reader.js";

/** A relation of one part to another (OPC, ISO/IEC 29500-2). */
export interface Relation {
  readonly id: string;
  /** The last word of its type, such as `worksheet`: the same in transitional and strict packages. */
  readonly kind: string;
  /** The path of the part it points to; for an external target the target as written, which is never followed. */
  readonly target: string;
  readonly external: boolean;
}

/** The path of the relations of a part; of the whole package for the empty path. */
export function relationsPath(path: string): string {
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** Reads the relations of the part at `base`. */
export function readRelations(source: XmlSource, base: string): Result<readonly Relation[]> {
  const relations: Relation[] = [];
  const reader: XmlReader = {
    open(name, depth, attributes) {
      if (name !== "Relationship" || depth !== 2) return;
      const external = attributes["TargetMode"] === "External";
      const target = attributes["Target"] ?? "";
      const kind = (attributes["Type"] ?? "").replace(/^.*\//, "");
      relations.push({ id: attributes["Id"] ?? "", kind, target: external ? target : resolve(base, target), external });
    },
    close() {},
    text() {},
    problem: () => undefined,
  };
  const refused = readXml(source, relationsPath(base), reader);
  return refused === undefined ? success(relations) : refusal(refused);
}

/** A target is relative to the folder of the part it starts from, or begins with `/` for the package's root. */
function resolve(base: string, target: string): string {
  const from = target.startsWith("/") ? "" : base.slice(0, base.lastIndexOf("/") + 1);
  const path: string[] = [];
  for (const step of (from + target).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
