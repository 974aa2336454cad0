import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { localRules } from "./build/lint/local-rules.mjs";
import { SECURITY_PLUGINS, SECURITY_RULES } from "./build/lint/security-rules.mjs";

/** Globals through which the surroundings could leak into the pure core. */
const IMPURE_GLOBALS = [
  ...["Date", "performance", "crypto", "fetch", "console", "process", "Buffer", "globalThis", "window", "document"],
  ...["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "structuredClone", "require", "Intl"],
].map((name) => ({ name, message: "shared/ is pure: clock, chance, files and locale come in as arguments." }));

/** Words of the pack format and of its expression language: data that is compared, never a sentence that is shown. */
const PACK_WORDS = [
  ...["元", "万元", "个", "人", "辆", "人次", "批次", "分", "年", "平方米", "项"],
  ...["行", "栏", "名称", "编码", "行次", "年度", "上年度", "部门", "上年"],
];

/** Ways by which an amount could pass through a binary float or a locale. */
const INEXACT_SYNTAX = [
  {
    selector: "CallExpression[callee.name='Number'], CallExpression[callee.property.name='parseFloat']",
    message: "Text becomes a number through shared/decimal.ts; for a whole index use Number.parseInt(text, 10).",
  },
  { selector: "CallExpression[callee.name='parseFloat']", message: "Text becomes a number through shared/decimal.ts." },
  {
    selector: "UnaryExpression[operator='+']:not([argument.type='Literal'])",
    message: "Unary plus makes a binary float; use shared/decimal.ts.",
  },
  {
    selector: "CallExpression[callee.property.name=/^(toFixed|toPrecision|toExponential|toNumber)$/]",
    message: "Figures are rounded and printed by shared/decimal.ts only.",
  },
  {
    selector: "CallExpression[callee.property.name=/^(toLocale\\w*|localeCompare)$/]",
    message: "The result depends on the machine's locale; compare and print by code point.",
  },
];

export default defineConfig(
  {
    ignores: ["node_modules/", "dist/", "out/", ".cache/", "**/*.cjs", "**/*.d.ts", "test/fixtures/"],
  },
  {
    files: ["**/*.ts", "**/*.tsx", "**/*.mjs", "**/*.js"],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { local: localRules },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "local/honest-names": "error",
      "max-lines": ["error", 400],
      "max-lines-per-function": ["error", 60],
      eqeqeq: "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // A whole number in a message is no accident.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      // A type parameter used once can still name what the caller gets.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
    },
  },
  {
    files: ["shared/**/*.ts"],
    rules: {
      "local/documented-exports": "error",
      "local/no-module-state": "error",
      "local/no-chinese-text": ["error", { words: PACK_WORDS }],
      "no-restricted-globals": ["error", ...IMPURE_GLOBALS],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "shared/ knows no chance." },
      ],
      "no-restricted-syntax": ["error", ...INEXACT_SYNTAX],
    },
  },
  {
    files: [
      "shared/messages/**/*.ts",
      "shared/narrative/wording*.ts",
      "shared/template/cell-input*.ts",
      "shared/host/menu.ts",
      // The words of a file format in one file of the folder that reads and writes it; the whole folder of the language itself.
      "shared/*/words.ts",
      "shared/expression/**/*.ts",
    ],
    rules: { "local/no-chinese-text": "off" },
  },
  {
    // The door to decimal.js is where rounding and printing happen.
    files: ["shared/decimal.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    // The type of a parsed JSON stands in a doc comment there, which the rule does not see.
    files: ["**/*.mjs"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off" },
  },
  {
    // The face and the shell: in-app dialogs only (an alert on Windows kills typing), no HTML from strings.
    files: ["renderer/**/*.ts", "renderer/**/*.tsx", "electron/**/*.ts"],
    plugins: SECURITY_PLUGINS,
    rules: { "no-alert": "error", "no-eval": "error", "no-implied-eval": "error", ...SECURITY_RULES },
  },
  {
    // The shell and the command line exist to open the files a person names; which ones a page may name is held in electron/ipc.ts,
    // and tested with everything else it may not do in test/electron and test/app/shell-walls.
    files: ["electron/**/*.ts"],
    rules: { "security/detect-non-literal-fs-filename": "off" },
  },
  {
    files: ["test/**/*.ts", "test/**/*.tsx"],
    rules: { "max-lines-per-function": "off" },
  },
);
