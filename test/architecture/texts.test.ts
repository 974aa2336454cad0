import { describe, expect, test } from "vitest";
import { type TextFile, trackedTexts } from "./sources.js";

/** One kind of text that must not appear. The patterns are written so that they do not match themselves. */
interface Ban {
  readonly name: string;
  readonly pattern: RegExp;
  /** Which files it holds for; all when absent. */
  readonly files?: RegExp;
}

const BANS: readonly Ban[] = [
  { name: "a path of one machine", pattern: /(?<![\w.)}*])\/(?:work|root|home\/\w+)\// },
  { name: "a temporary path", pattern: /(?<![\w.)}*])\/tmp\//, files: /\.md$/ },
  {
    name: "how the text came about",
    pattern: /\b(?:Claude|Anthropic|OpenAI|ChatGPT|Copilot|LLMs?|AI)\b|大模型|人工智能/,
  },
  {
    name: "who was told to write it",
    pattern: /\bsub-?agents?\b|\b(?:an|the|coding|other) agents?\b|\bas instructed\b/i,
  },
  {
    name: "a registry",
    pattern: /\bregistry\.[\w-]+\.\w+|\bnpmmirror\b|\bpypi[.]org\b|\bartifactory\b|"resolved[":]/i,
  },
  {
    name: "a lint exception without rule and reason",
    pattern: /eslint-disable(?!(?:-next-line|-line)?\s+[\w@/-]+.*?\s--\s+\S)/,
    files: /\.(?:ts|tsx|mjs|js|cjs)$/,
  },
];

/** This file speaks of everything that it forbids. */
const ITSELF = "test/architecture/texts.test.ts";

function faults({ path, text }: TextFile): readonly string[] {
  const bans = BANS.filter(({ files }) => files?.test(path) ?? true);
  return text
    .split("\n")
    .flatMap((line, index) =>
      bans.filter(({ pattern }) => pattern.test(line)).map(({ name }) => `${path}:${index + 1} ${name}`),
    );
}

describe("the texts of the repository", () => {
  test("none holds what must not be published", () => {
    const texts = trackedTexts().filter(({ path }) => path !== ITSELF);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap(faults)).toEqual([]);
  });

  test.each([
    ["a path of one machine", "docs/a.md", "Look at /work/main."],
    ["a path of one machine", "shared/a.ts", 'read("/root/.cache")'],
    ["a temporary path", "README.md", "written to /tmp/out"],
    ["how the text came about", "README.md", "Written by ChatGPT."],
    ["how the text came about", "shared/a.ts", "// an AI wrote this"],
    ["who was told to write it", "shared/a.ts", "// the other agent does this"],
    ["a registry", "package-lock.json", '      "resolved": "https://example.org/a.tgz",'],
    ["a registry", "README.md", "from registry.example.org"],
    ["a lint exception without rule and reason", "shared/a.ts", "/* eslint-disable */"],
    ["a lint exception without rule and reason", "shared/a.ts", "// eslint-disable-next-line eqeqeq"],
  ])("%s is seen in %s", (name, path, text) => {
    expect(faults({ path, text })).toEqual([`${path}:1 ${name}`]);
  });

  test.each([
    ["shared/a.ts", 'import { Row } from "../../work/row.js"; // the agency, said again'],
    ["shared/a.ts", "// eslint-disable-next-line no-restricted-syntax -- a row number of the sheet"],
    ["package-lock.json", '"url": "https://github.com/sponsors/ai"'],
  ])("%s may say: %s", (path, text) => {
    expect(faults({ path, text })).toEqual([]);
  });
});
