import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import configuration from "../../eslint.config.js";
import { type BrokenTree, brokenTree } from "../support/broken-tree.js";

interface Breach {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
}

const documented = (declaration: string): string => `/** Says what it is. */\nexport ${declaration}\n`;
const inFunction = (body: string): string => documented(`function run(value: string): unknown {\n  ${body}\n}`);
const lines = (count: number, line: string): string => Array.from({ length: count }, () => line).join("\n");

const IMPURE = ["Date.now()", "fetch(value)", "console", "process", "globalThis", "new Intl.Collator()", "setTimeout"];
const INEXACT = ["Number(value)", "parseFloat(value)", "Number.parseFloat(value)", "+value", "(1.5).toFixed(2)"];
const LOCAL = ["value.localeCompare(value)", "value.toLocaleUpperCase()"];

const BREACHES: readonly Breach[] = [
  { rule: "local/documented-exports", file: "shared/model/bare.ts", code: "export const YEAR = 2020;\n" },
  {
    rule: "local/documented-exports",
    file: "shared/model/words.ts",
    code: "/** the year */\nexport const YEAR = 2020;\n",
  },
  { rule: "local/documented-exports", file: "shared/model/far.ts", code: "// Says it.\nexport type Year = number;\n" },
  ...[
    "shared/model/utils.ts",
    "shared/helpers/row.ts",
    "shared/model/row-manager.ts",
    "test/common.ts",
    "shared/model/types.ts",
  ].map((file) => ({ rule: "local/honest-names", file, code: documented("const YEAR = 2020;") })),
  {
    rule: "local/no-module-state",
    file: "shared/model/let.ts",
    code: `let count = 0;\n${inFunction("return (count += 1) + value;")}`,
  },
  { rule: "local/no-module-state", file: "shared/model/array.ts", code: documented("const NAMES = [1, 2];") },
  {
    rule: "local/no-module-state",
    file: "shared/model/array-type.ts",
    code: documented("const NAMES: string[] = [];"),
  },
  { rule: "local/no-module-state", file: "shared/model/object.ts", code: documented("const NAMES = { a: 1 };") },
  {
    rule: "local/no-module-state",
    file: "shared/model/map.ts",
    code: documented("const NAMES = new Map<string, string>();"),
  },
  {
    rule: "local/no-module-state",
    file: "shared/model/hidden.ts",
    code: `const SEEN = new Set<string>();\n${inFunction("return SEEN.add(value);")}`,
  },
  {
    rule: "local/no-module-state",
    file: "shared/model/regex.ts",
    code: `const WORD = /a/g;\n${inFunction("return WORD.test(value);")}`,
  },
  { rule: "local/no-chinese-text", file: "shared/model/text.ts", code: documented('const NAME = "合计";') },
  { rule: "local/no-chinese-text", file: "shared/model/template.ts", code: inFunction("return `第${value}行`;") },
  { rule: "local/no-chinese-text", file: "shared/model/pattern.ts", code: inFunction("return /第.行/.exec(value);") },
  {
    rule: "local/no-chinese-text",
    file: "shared/model/key.ts",
    code: documented("const UNITS = { 合计: 1 } as const;"),
  },
  { rule: "local/no-chinese-text", file: "shared/narrative/sentence.ts", code: documented('const DASH = "：";') },
  ...IMPURE.map((code, index) => ({
    rule: "no-restricted-globals",
    file: `shared/model/impure-${index}.ts`,
    code: inFunction(`return [value, ${code}];`),
  })),
  {
    rule: "no-restricted-properties",
    file: "shared/model/random.ts",
    code: inFunction("return value + Math.random();"),
  },
  ...[...INEXACT, ...LOCAL].map((code, index) => ({
    rule: "no-restricted-syntax",
    file: `shared/model/inexact-${index}.ts`,
    code: inFunction(`return [value, ${code}];`),
  })),
  { rule: "max-lines", file: "shared/model/long.ts", code: documented("const YEAR = 2020;") + lines(400, "// more") },
  {
    rule: "max-lines-per-function",
    file: "shared/model/tall.ts",
    code: inFunction(lines(60, "value += 1;") + "\nreturn value;"),
  },
  { rule: "eqeqeq", file: "shared/model/loose.ts", code: inFunction("return value == '1';") },
  { rule: "@typescript-eslint/no-explicit-any", file: "shared/model/any.ts", code: documented("type Anything = any;") },
  {
    rule: "@typescript-eslint/no-non-null-assertion",
    file: "shared/model/sure.ts",
    code: inFunction("return value.at(0)!;"),
  },
  {
    rule: "@typescript-eslint/no-floating-promises",
    file: "shared/model/floating.ts",
    code: inFunction("Promise.resolve(value);"),
  },
  {
    rule: "@typescript-eslint/consistent-type-imports",
    file: "shared/model/imports.ts",
    code: `import { Year } from "./far.js";\n${documented("type Own = Year;")}`,
  },
  {
    rule: "@typescript-eslint/switch-exhaustiveness-check",
    file: "shared/model/switch.ts",
    code: documented(`function run(kind: "a" | "b"): void {\n  switch (kind) {\n    case "a":\n      break;\n  }\n}`),
  },
];

/** How windows and shells are broken into: one breach for each plugin and kind. */
const UNSAFE: readonly Breach[] = [
  { rule: "no-eval", file: "electron/eval.ts", code: inFunction("return eval(value) as unknown;") },
  {
    rule: "security/detect-child-process",
    file: "electron/child.ts",
    code: `import { exec } from "node:child_process";\n${inFunction("return exec(value);")}`,
  },
  {
    rule: "security/detect-unsafe-regex",
    file: "electron/regex.ts",
    code: inFunction("return /(a+)+b/.exec(value);"),
  },
  {
    rule: "no-unsanitized/property",
    file: "electron/outer.ts",
    code: documented(
      "function run(element: { outerHTML: string }, value: string): void {\n  element.outerHTML = value;\n}",
    ),
  },
  {
    rule: "@microsoft/sdl/no-electron-node-integration",
    file: "electron/window.ts",
    code: `import { BrowserWindow } from "electron";\n${documented("const OPEN = new BrowserWindow({ webPreferences: { nodeIntegration: true } });")}`,
  },
  {
    rule: "@microsoft/sdl/no-insecure-url",
    file: "electron/url.ts",
    code: documented('const HOME = "http://example.org/";'),
  },
];

/** Set only to make another rule more lenient. */
const NOT_BROKEN = ["@typescript-eslint/restrict-template-expressions"];

/** What the rules must let through. */
const PERMITTED: readonly Omit<Breach, "rule">[] = [
  { file: "shared/messages/sentence.ts", code: documented('const TITLE = "合计不符";') },
  { file: "shared/narrative/wording-direction.ts", code: documented('const WORD = "增加";') },
  { file: "shared/template/cell-input.ts", code: documented('const UNIT = "亿元";') },
  { file: "shared/recognition/words.ts", code: documented('const HEAD = "上年数";') },
  {
    file: "shared/model/unit.ts",
    code: documented('function isYuan(unit: "元" | "万元"): boolean {\n  return unit === "元";\n}'),
  },
  {
    file: "shared/model/constants.ts",
    code:
      documented("const NAMES: readonly string[] = [];") +
      documented("const BY_CODE: ReadonlyMap<string, string> = new Map();"),
  },
  { file: "shared/model/whole.ts", code: inFunction("return Number.parseInt(value, 10);") },
  { file: "shared/exchange/content-types.ts", code: documented("const YEAR = 2020;") },
  {
    file: "shared/model/reasoned.ts",
    code: documented(
      `function run(value: string): number {\n  // eslint-disable-next-line no-restricted-syntax -- a row number\n  return Number(value);\n}`,
    ),
  },
];

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

describe("the lint fences", () => {
  let tree: BrokenTree;
  let linted: readonly LintedFile[] = [];

  beforeAll(() => {
    tree = brokenTree(new Map([...BREACHES, ...UNSAFE, ...PERMITTED].map(({ file, code }) => [file, code] as const)));
    linted = JSON.parse(
      tree.run("eslint/bin/eslint.js", "--format", "json", "shared", "electron", "test"),
    ) as readonly LintedFile[];
  });
  afterAll(() => {
    tree.remove();
  });

  const rulesAt = (file: string): readonly (string | null)[] =>
    linted.find(({ filePath }) => filePath === path.join(tree.root, file))?.messages.map(({ ruleId }) => ruleId) ?? [
      "not linted",
    ];

  test.each([...BREACHES, ...UNSAFE])("$rule refuses $file", ({ rule, file }) => {
    expect(rulesAt(file)).toContain(rule);
  });

  test.each(PERMITTED)("$file is let through", ({ file }) => {
    expect(rulesAt(file)).toEqual([]);
  });

  test("every rule that this repository sets is broken here on purpose", () => {
    const own = configuration.filter(
      ({ plugins, files }) => plugins?.["local"] !== undefined || files?.includes("shared/**/*.ts"),
    );
    const rules = own.flatMap((part) => Object.entries(part.rules ?? {}).filter(([, level]) => level !== "off"));
    const broken = new Set([...BREACHES.map(({ rule }) => rule), ...NOT_BROKEN]);
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.map(([rule]) => rule).filter((rule) => !broken.has(rule))).toEqual([]);
  });
});

describe("the compiler fences", () => {
  let tree: BrokenTree;
  let complaints = "";

  beforeAll(() => {
    tree = brokenTree(
      new Map([
        ["shared/node-global.ts", "export const home = process.env;\n"],
        ["shared/window-global.ts", "export const title = document.title;\n"],
        ["shared/unchecked.ts", "export const first = (list: readonly string[]): string => list[0];\n"],
        ["shared/optional.ts", "export const row: { readonly note?: string } = { note: undefined };\n"],
        [
          "shared/text-coder.ts",
          "export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);\n",
        ],
      ]),
    );
    complaints = tree.run("typescript/bin/tsc", "-p", "tsconfig.shared.json");
  });
  afterAll(() => {
    tree.remove();
  });

  test.each(["node-global", "window-global", "unchecked", "optional"])("shared/%s.ts does not compile", (name) => {
    expect(complaints).toContain(`shared/${name}.ts(`);
  });

  test("TextEncoder and TextDecoder are the only platform classes shared/ may use", () => {
    expect(complaints).not.toContain("text-coder");
  });
});
