import type { Relation } from "../archive/relations.js";

/** Which relations may lead on from a part, by the kind of relation that led to it; the package itself is `""`. */
export type KeptRelations = ReadonlyMap<string, ReadonlySet<string>>;

/** What a published workbook is made of. Whatever is not named here stays behind: comments, printers, links, caches, scripts. */
export const WORKBOOK_PARTS: KeptRelations = kept({
  "": ["officeDocument"],
  officeDocument: ["worksheet", "styles", "theme", "sharedStrings"],
  worksheet: ["drawing", "table", "hyperlink"],
  drawing: ["chart", "chartEx", "image", "hyperlink"],
  chart: ["chartStyle", "chartColorStyle", "themeOverride", "image"],
  chartEx: ["chartStyle", "chartColorStyle", "image"],
  theme: ["image"],
  themeOverride: ["image"],
});

/** What a published narrative is made of. */
export const DOCUMENT_PARTS: KeptRelations = kept({
  "": ["officeDocument"],
  officeDocument: [
    ...["styles", "theme", "numbering", "fontTable", "settings", "header", "footer", "footnotes", "endnotes"],
    ...["image", "hyperlink", "chart"],
  ],
  header: ["image", "hyperlink"],
  footer: ["image", "hyperlink"],
  footnotes: ["image", "hyperlink"],
  endnotes: ["image", "hyperlink"],
  numbering: ["image"],
  chart: ["chartStyle", "chartColorStyle", "themeOverride", "image"],
  theme: ["image"],
  themeOverride: ["image"],
});

/** Whether a relation may stay. Of all that leads out of the package only links into the web do: a path tells of a person's disk. */
export function staysRelated(rules: KeptRelations, from: string, { kind, external, target }: Relation): boolean {
  if (rules.get(from)?.has(kind) !== true) return false;
  return external ? kind === "hyperlink" && /^https?:\/\//i.test(target) : kind !== "hyperlink";
}

function kept(kinds: Readonly<Record<string, readonly string[]>>): KeptRelations {
  return new Map(Object.entries(kinds).map(([from, to]) => [from, new Set(to)]));
}
