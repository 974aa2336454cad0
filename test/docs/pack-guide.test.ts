import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { computedOf } from "../../shared/calc/computed-session.js";
import { openSession } from "../../shared/calc/open.js";
import { checkRules } from "../../shared/checks/check.js";
import { readPack } from "../../shared/template/read-pack.js";
import { workbookOf } from "../support/rule-example.js";
import { loadFormulas, packFiles } from "../support/seed.js";

const GUIDE = readFileSync(path.join(import.meta.dirname, "../../docs/公式包编写.md"), "utf8");

/** The worked example's pieces, in the guide's order: a column, its printed head, a rule, an element, a figure of last year. */
const [column, head, rule, element, lastYear] = [...GUIDE.matchAll(/```json\n([^`]+)```/gu)].map(
  ([, text = ""]) => JSON.parse(text) as Record<string, unknown>,
);

/** The pack of Yunnan 2020 after everything the guide tells its reader to do. */
function packAfterGuide(): ReadonlyMap<string, string> {
  const files = new Map(packFiles("yunnan-2020"));
  const change = (file: string, how: (held: never) => void): void => {
    const held: unknown = JSON.parse(files.get(file) ?? "");
    how(held as never);
    files.set(file, JSON.stringify(held));
  };
  change("tables/assets.json", ([table]: [{ columns: unknown[] }]) => table.columns.splice(5, 0, column));
  change("forms/assets.json", (form: AssetsForm) => {
    form.regions[0].panels[0].columns.splice(7, 0, head);
    form.print.widths.splice(7, 0, 9.5);
  });
  change("rules/within-assets.json", (rules: unknown[]) => rules.push(rule));
  change("elements.json", (elements: unknown[]) => elements.push(element));
  change("last-year.json", (figures: unknown[]) => figures.push(lastYear));
  return files;
}

interface AssetsForm {
  readonly regions: readonly [{ readonly panels: readonly [{ readonly columns: unknown[] }] }];
  readonly print: { readonly widths: number[] };
}

describe("the guide for authors of packs", () => {
  const read = readPack(packAfterGuide());

  test("leads to a pack that can be read", () => {
    expect(read.ok ? [] : read.problems).toEqual([]);
  });

  test("has a rule whose examples come out as it says", () => {
    if (!read.ok) throw new Error("the pack cannot be read");
    const added = read.pack.rules.find(({ id }) => id === rule?.["id"]);
    const verdicts = added?.examples.map((example) => {
      const session = openSession(read.pack, loadFormulas(read.pack), workbookOf(read.pack, example));
      computedOf(session);
      return checkRules(session).some((finding) => finding.rule === added.id) ? "violated" : "holds";
    });
    expect(verdicts).toEqual(added?.examples.map(({ expect: verdict }) => verdict));
    expect(verdicts).toEqual(["holds", "violated"]);
  });
});
