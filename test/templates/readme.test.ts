import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PACK_FOLDER } from "../../build/templates/make.js";
import { packFiles } from "../../build/templates/pack-files.js";
import { corrections } from "../../build/templates/seed-tables.js";
import { parseExpression } from "../../shared/expression/parse.js";

const GUIDE = readFileSync(join(PACK_FOLDER, "../README.md"), "utf8");

/** Where field names are free: names of cells, rows and forms in the examples of rules. */
const FREE = new Set(["given", "names", "emptySentences"]);

function fieldsOf(value: unknown, fields: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const item of value) fieldsOf(item, fields);
  else if (typeof value === "object" && value !== null) {
    for (const [field, held] of Object.entries(value)) {
      fields.add(field);
      if (!FREE.has(field)) fieldsOf(held, fields);
    }
  }
  return fields;
}

describe("the guide to packs", () => {
  test("names every field that the pack of Yunnan 2020 uses", () => {
    const fields = new Set<string>();
    for (const [path, text] of packFiles(PACK_FOLDER)) {
      // plausibility.json has its fields explained beside their types.
      if (path.endsWith(".json") && path !== "plausibility.json") fieldsOf(JSON.parse(text), fields);
    }
    expect([...fields].filter((field) => !GUIDE.includes(`\`${field}\``))).toEqual([]);
  });

  test("gives examples that can be read", () => {
    const examples = /### 例子\n\n```\n([^`]*)```/.exec(GUIDE)?.[1]?.trim().split("\n") ?? [];
    const formulas = examples.map((line) => (line.split(/\s{3,}/)[0] ?? "").replace(/ \+ …$/, ""));
    expect(formulas.length).toBeGreaterThan(4);
    expect(formulas.filter((formula) => !parseExpression(formula).ok)).toEqual([]);
  });
});

test("the pack's README lists every correction", () => {
  const readme = readFileSync(join(PACK_FOLDER, "README.md"), "utf8");
  const listed = readme.split("\n").filter((line) => /^\| (公开|国有)\S* \S+ \|.*。 \|$/.test(line));
  expect(listed).toHaveLength(corrections().length);
});
