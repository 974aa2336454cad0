import { describe, expect, it } from "vitest";
import { readRelations, relationsPath } from "../../shared/archive/relations.js";

describe("relations", () => {
  it.each([
    ["xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"],
    ["xl/worksheets/sheet1.xml", "../drawings/drawing1.xml", "xl/drawings/drawing1.xml"],
    ["xl/workbook.xml", "/xl/styles.xml", "xl/styles.xml"],
    ["", "xl/workbook.xml", "xl/workbook.xml"],
    ["xl/workbook.xml", "./a//b.xml", "xl/a/b.xml"],
    ["xl/workbook.xml", "../../../etc/passwd", "etc/passwd"],
  ])("of %s to %s lead to %s, never out of the package", (base, target, path) => {
    expect(targets(base, `<Relationship Id="a" Type="x/y/worksheet" Target="${target}"/>`)).toEqual([
      { id: "a", kind: "worksheet", target: path, external: false },
    ]);
  });

  it("to the outside keep their target as written", () => {
    const link = `<Relationship Id="a" Type="x/hyperlink" Target="http://x.cn/../a" TargetMode="External"/>`;
    expect(targets("xl/worksheets/sheet1.xml", link)).toEqual([
      { id: "a", kind: "hyperlink", target: "http://x.cn/../a", external: true },
    ]);
  });

  it("stand beside the part they start from", () => {
    expect(relationsPath("xl/workbook.xml")).toBe("xl/_rels/workbook.xml.rels");
    expect(relationsPath("")).toBe("_rels/.rels");
  });
});

function targets(base: string, relationships: string): unknown {
  const xml = new TextEncoder().encode(`<Relationships>${relationships}</Relationships>`);
  const result = readRelations(xml, base);
  return result.ok ? result.value : result.failure;
}
