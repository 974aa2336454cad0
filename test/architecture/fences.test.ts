import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BrokenTree, brokenTree, runModule } from "../support/broken-tree.js";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** What each folder of shared/ may know, once more, written out by hand. */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  model: [],
  expression: ["model"],
  template: ["model", "expression"],
  calc: ["model", "expression", "template"],
  checks: ["model", "expression", "template", "calc"],
  narrative: ["model", "expression", "template", "calc"],
  archive: [],
  sheets: ["archive"],
  patching: ["archive", "sheets"],
  recognition: ["archive", "sheets", "model", "template"],
  reading: ["archive", "sheets", "model", "template", "recognition"],
  saving: ["archive", "sheets", "model", "expression", "template", "calc", "recognition", "reading", "patching"],
  drawing: ["model", "expression", "template", "forms"],
  word: ["archive", "model", "expression", "template", "calc", "narrative"],
  prose: [],
  comparing: ["model", "expression", "template", "calc", "narrative", "prose"],
  documents: ["archive", "word", "prose"],
  exchange: [
    ...["archive", "sheets", "model", "expression", "template", "calc", "checks", "narrative"],
    ...["recognition", "reading", "patching", "saving", "drawing", "word"],
  ],
  publishing: [
    ...["archive", "sheets", "model", "expression", "template", "calc", "narrative"],
    ...["reading", "patching", "saving", "exchange"],
  ],
  messages: ["model", "expression", "template", "calc", "checks", "narrative", "forms", "editing", "publishing"],
  legacy: ["archive"],
  delivery: [
    ...["model", "expression", "template", "calc", "checks", "narrative"],
    ...["drawing", "word", "exchange", "publishing", "messages", "pages"],
  ],
  forms: ["model", "expression", "template", "calc"],
  editing: ["model", "expression", "template", "calc", "forms"],
  pages: ["model", "expression", "template", "calc", "checks", "narrative", "forms", "messages"],
};

const FOLDERS = Object.keys(MAY_KNOW);

/** What each folder of the window may know, once more, written out by hand. */
const FACE_MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  ui: [],
  files: ["session", "worker", "ui"],
  sheet: ["session", "ui"],
  texts: ["session", "ui"],
  codes: ["session", "ui"],
  rows: ["session", "ui", "sheet", "codes"],
  findings: ["session", "ui"],
  overview: ["session", "ui"],
  narrative: ["session", "ui"],
  print: ["session", "worker", "ui"],
};

const FACE_FOLDERS = [...Object.keys(FACE_MAY_KNOW), "session", "worker", "app"];

interface Breach {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
}

const importing = (target: string): string => `import "${target}";\n`;
const importingType = (target: string): string => `import type { Thing } from "${target}";\nexport type Own = Thing;\n`;

const LAYER_BREACHES: readonly Breach[] = FOLDERS.flatMap((folder) =>
  [...FOLDERS, "host"]
    .filter((other) => other !== folder && !MAY_KNOW[folder]?.includes(other))
    .map((other) => ({
      rule: `layer-${folder}`,
      file: `shared/${folder}/knows-${other}.ts`,
      code: importingType(`../${other}/thing.js`),
    })),
);

const FACE_BREACHES: readonly Breach[] = Object.entries(FACE_MAY_KNOW).flatMap(([folder, known]) =>
  FACE_FOLDERS.filter((other) => other !== folder && !known.includes(other)).map((other) => ({
    rule: `face-${folder}`,
    file: `renderer/${folder}/knows-${other}.ts`,
    code: importingType(`../${other}/thing.js`),
  })),
);

const BREACHES: readonly Breach[] = [
  ...LAYER_BREACHES,
  ...FACE_BREACHES,
  { rule: "ui-without-domain", file: "renderer/ui/knows-model.ts", code: importingType("../../shared/model/thing.js") },
  { rule: "door-electron", file: "renderer/app/uses-electron.ts", code: importing("electron") },
  { rule: "door-page", file: "electron/uses-react.ts", code: importing("react") },
  { rule: "door-ag-grid", file: "renderer/app/uses-grid.ts", code: importing("ag-grid-community") },
  { rule: "door-base-ui", file: "renderer/findings/uses-dialog.ts", code: importing("@base-ui/react/dialog") },
  { rule: "door-echarts", file: "renderer/app/uses-charts.ts", code: importing("echarts/core") },
  { rule: "door-pinyin", file: "renderer/sheet/uses-pinyin.ts", code: importing("pinyin-pro") },
  { rule: "no-cycle", file: "shared/model/egg.ts", code: importingType("./hen.js") + "export type Thing = Own;\n" },
  { rule: "no-unresolved", file: "shared/model/lost.ts", code: importing("./nowhere.js") },
  { rule: "no-undeclared", file: "test/undeclared.ts", code: importing("jszip") },
  { rule: "no-tool-in-product", file: "electron/cli/tool.ts", code: importing("fast-check") },
  { rule: "no-outside", file: "shared/model/outside.ts", code: importing("../../../outside.js") },
  { rule: "product-alone", file: "shared/model/from-test.ts", code: importing("../../test/thing.js") },
  { rule: "product-alone", file: "electron/from-build.ts", code: importing("../build/thing.js") },
  { rule: "product-alone", file: "renderer/from-templates.ts", code: importing("../templates/pack.json") },
  { rule: "no-test-in-build", file: "build/from-test.ts", code: importing("../test/thing.js") },
  { rule: "base-alone", file: "shared/knows-model.ts", code: importingType("./model/thing.js") },
  { rule: "host-alone", file: "shared/host/knows-base.ts", code: importingType("../thing.js") },
  { rule: "shared-closed", file: "shared/model/from-shell.ts", code: importing("../../electron/thing.js") },
  { rule: "shared-closed", file: "shared/pages/from-face.ts", code: importing("../../renderer/thing.js") },
  { rule: "shared-pure", file: "shared/exchange/file.ts", code: importing("node:fs") },
  { rule: "shared-pure", file: "shared/exchange/old-file.ts", code: importing("fs") },
  { rule: "shell-without-domain", file: "electron/knows-model.ts", code: importingType("../shared/model/thing.js") },
  { rule: "session-alone", file: "renderer/session/knows-sheet.ts", code: importingType("../sheet/thing.js") },
  { rule: "worker-alone", file: "renderer/worker/knows-session.ts", code: importingType("../session/thing.js") },
  { rule: "cli-is-an-entry", file: "electron/uses-cli.ts", code: importing("./cli/thing.js") },
  { rule: "door-decimal", file: "shared/model/decimal.ts", code: importing("decimal.js") },
  ...["fflate", "saxes"].map((name) => ({
    rule: "door-archive",
    file: `shared/sheets/uses-${name}.ts`,
    code: importing(name),
  })),
  ...["docxtemplater", "pizzip"].map((name) => ({
    rule: "door-word",
    file: `electron/cli/uses-${name}.ts`,
    code: importing(name),
  })),
  { rule: "door-exceljs", file: "shared/reading/read-excel.ts", code: importing("exceljs") },
  { rule: "door-exceljs", file: "shared/exchange/lazily.ts", code: `export const later = () => import("exceljs");\n` },
  { rule: "door-pdfjs", file: "shared/exchange/uses-pdfjs.ts", code: importing("pdfjs-dist") },
  { rule: "door-xlsx", file: "shared/reading/uses-xlsx.ts", code: importing("@e965/xlsx") },
  { rule: "door-docx", file: "shared/exchange/uses-docx.ts", code: importing("docx") },
  { rule: "door-hyperformula", file: "build/uses-hyperformula.ts", code: importing("hyperformula") },
];

/** What the fences must let through; otherwise one that refuses everything would look like a good one. */
const PERMITTED: readonly Omit<Breach, "rule">[] = [
  ...FOLDERS.map((folder) => ({
    file: `shared/${folder}/may.ts`,
    code: ["..", ...(MAY_KNOW[folder] ?? []).map((other) => `../${other}`)]
      .map((to) => importing(`${to}/thing.js`))
      .join(""),
  })),
  ...Object.entries(FACE_MAY_KNOW).map(([folder, known]) => ({
    file: `renderer/${folder}/may.ts`,
    code: known.map((other) => importing(`../${other}/thing.js`)).join(""),
  })),
  {
    file: "renderer/app/all.ts",
    code: FACE_FOLDERS.filter((folder) => folder !== "app" && folder !== "worker")
      .map((folder) => importing(`../${folder}/thing.js`))
      .join(""),
  },
  { file: "renderer/overview/draw.ts", code: importing("echarts/core") + importing("react") },
  { file: "renderer/sheet/grid.ts", code: importing("ag-grid-community") },
  { file: "renderer/ui/menu.ts", code: importing("@base-ui/react/menu") + importing("lucide-react") },
  { file: "shared/decimal.ts", code: importing("decimal.js") },
  { file: "shared/archive/zip.ts", code: ["fflate", "saxes"].map(importing).join("") },
  { file: "shared/word/fill.ts", code: ["docxtemplater", "pizzip"].map(importing).join("") },
  { file: "shared/legacy/old.ts", code: importing("@e965/xlsx") },
  { file: "renderer/session/desk.ts", code: importing("../worker/thing.js") + importing("../../shared/calc/thing.js") },
  { file: "shared/documents/pages.ts", code: importing("pdfjs-dist") },
  { file: "shared/drawing/heads.ts", code: importing("exceljs") + importing("fflate") },
  {
    file: "electron/files.ts",
    code: importing("node:fs") + importing("../shared/thing.js") + importing("../shared/host/thing.js"),
  },
  { file: "electron/cli/export.ts", code: importing("../files.js") + importing("../../shared/exchange/thing.js") },
  { file: "build/make.ts", code: importing("exceljs") + importing("docx") + importing("../shared/template/thing.js") },
  { file: "build/bench/peer.ts", code: importing("hyperformula") },
  { file: "test/oracle.ts", code: importing("exceljs") + importing("fflate") + importing("../electron/cli/thing.js") },
];

const THINGS = [...FOLDERS, "host", ""].map((folder) => path.posix.join("shared", folder, "thing.ts"));
const SCENERY = [
  ...THINGS,
  "electron/thing.ts",
  "electron/cli/thing.ts",
  "renderer/thing.ts",
  ...FACE_FOLDERS.map((folder) => `renderer/${folder}/thing.ts`),
  "test/thing.ts",
  "build/thing.ts",
];

const FILES = new Map<string, string>([
  ...SCENERY.map((file) => [file, "export interface Thing {\n  readonly own: string;\n}\n"] as const),
  ["shared/model/hen.ts", importingType("./egg.js") + "export type Thing = Own;\n"],
  ["templates/pack.json", "{}\n"],
  ["../outside.ts", "export {};\n"],
  ...[...BREACHES, ...PERMITTED].map(({ file, code }) => [file, code] as const),
]);

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

interface Cruise {
  readonly summary: { readonly violations: readonly Violation[]; readonly totalCruised: number };
}

const CRUISER = "dependency-cruiser/bin/dependency-cruise.mjs";
const CRUISE = ["--config", ".dependency-cruiser.cjs", "--output-type", "json"];

describe("the dependency fences", () => {
  let tree: BrokenTree;
  let violations: readonly Violation[] = [];

  beforeAll(() => {
    tree = brokenTree(FILES);
    const cruise = JSON.parse(
      tree.run(CRUISER, ...CRUISE, "shared", "electron", "renderer", "build", "test"),
    ) as Cruise;
    violations = cruise.summary.violations;
  });
  afterAll(() => {
    tree.remove();
  });

  test.each(BREACHES)("$rule refuses $file", ({ rule, file }) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  test.each(PERMITTED)("$file is let through", ({ file }) => {
    expect(violations.filter(({ from }) => from === file)).toEqual([]);
  });

  test("the repository itself breaks none", () => {
    const folders = ["shared", "electron", "renderer", "build", "test"].filter((name) =>
      existsSync(path.join(ROOT, name)),
    );
    const cruise = JSON.parse(runModule(ROOT, CRUISER, [...CRUISE, ...folders])) as Cruise;
    expect(cruise.summary.totalCruised).toBeGreaterThan(0);
    expect(cruise.summary.violations).toEqual([]);
  });

  test("every fence is broken here on purpose", () => {
    const configuration = createRequire(import.meta.url)(path.join(ROOT, ".dependency-cruiser.cjs")) as {
      forbidden: readonly { name: string }[];
    };
    const broken = new Set(BREACHES.map(({ rule }) => rule));
    expect(configuration.forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });
});
