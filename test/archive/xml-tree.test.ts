import { describe, expect, test } from "vitest";
import {
  attributesOf,
  attributeValue,
  escapeAttribute,
  escapeText,
  resolveEntities,
} from "../../shared/archive/xml-scan.js";
import { contentOf, descendants, parseTree } from "../../shared/archive/xml-tree.js";
import { xmlEvents } from "../support/xml-difference.js";

const outline = (xml: string, closed?: ReadonlySet<string>): string[] => {
  const tree = parseTree(xml, closed);
  return [tree.root, ...descendants(tree.root)].map((element) => xml.slice(element.start, element.end));
};

describe("the elements of a part by their offsets", () => {
  test("comments, CDATA, instructions and signs in attributes are no elements", () => {
    const inner = `<x:b/><![CDATA[<d></a>]]><c  e = "'" ></c\n>`;
    const root = `<a b='>' c="/>"><?p <q> ?>${inner}</a>`;
    const xml = `<?xml version="1.0"?><!-- <z> -->${root}`;
    const { start, openEnd } = parseTree(xml).root;
    expect(attributesOf(xml, { start, end: openEnd }).map(({ name }) => name)).toEqual(["b", "c"]);
    expect(outline(xml)).toEqual([root, "<x:b/>", `<c  e = "'" ></c\n>`]);
  });

  test("closed elements are passed over, whatever stands in them", () => {
    const rows = `<rows><row><c/></row><!-- </rows> --><![CDATA[</rows>]]></rows>`;
    expect(outline(`<s>${rows}<t/></s>`, new Set(["rows"]))).toEqual([`<s>${rows}<t/></s>`, rows, "<t/>"]);
    const plain = "<rows><rowsX></rowsX></rows >";
    expect(outline(`<s>${plain}<t/></s>`, new Set(["rows"]))).toEqual([`<s>${plain}<t/></s>`, plain, "<t/>"]);
  });

  test.each([
    ["no element", "text"],
    ["an end missing", "<a><b></b>"],
    ["a wrong end", "<a><b></a></b>"],
    ["a second root", "<a/><b/>"],
    ["an end of nothing", "</a>"],
    ["a tag without end", "<a b='"],
    ["a comment without end", "<a><!-- </a>"],
    ["an element without a name", "<a>< b></a>"],
    ["a document type", "<!DOCTYPE a><a/>"],
    ["a tower of elements", "<a>".repeat(2000) + "</a>".repeat(2000)],
  ])("%s is broken XML", (_, xml) => {
    expect(() => parseTree(xml)).toThrow("broken XML");
  });

  test("a drawing of old Excel may leave elements open", () => {
    const tree = parseTree("<xml><div><br><p></div><b/></xml>", undefined, true);
    expect(tree.root.children.map(({ name }) => name)).toEqual(["div", "b"]);
    const many = "<div><br></div>".repeat(3000);
    expect(parseTree(`<xml>${many}</xml>`, undefined, true).root.children).toHaveLength(3000);
  });
});

describe("texts and attributes", () => {
  test("are read as a parser reads them", () => {
    const xml = `<a x="&lt;&#20844;&#x5f00;&quot;'&amp;amp;" y='"'>1&lt;<![CDATA[&lt;]]><!-- c -->&gt;\r\n2</a>`;
    const tree = parseTree(xml);
    expect(attributeValue(xml, { start: 0, end: tree.root.openEnd }, "x")).toBe("<公开\"'&amp;");
    expect(attributesOf(xml, { start: 0, end: tree.root.openEnd }).map(({ name }) => name)).toEqual(["x", "y"]);
    expect(contentOf(xml, tree.root)).toBe("1<&lt;>\n2");
    expect(xmlEvents(xml).slice(0, 1)).toEqual([`<a x="<公开"'&amp;" y=""">`]);
  });

  test("are written so that they are read again", () => {
    const words = "a<b>&\"'\r\n\t公";
    expect(resolveEntities(escapeText(words))).toBe(words);
    expect(resolveEntities(escapeAttribute(words))).toBe(words);
    expect(escapeAttribute("'\"")).toBe("'&quot;");
    expect(escapeAttribute("'\"", "'")).toBe('&apos;"');
  });
});
