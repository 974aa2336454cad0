/**
 * Who may import whom. test/architecture/fences.test.ts breaks every rule below on purpose, so that none is a rule that
 * matches nothing; a rule without such a break fails that test.
 */

/** What each folder of shared/ may know besides the base (shared/*.ts) and itself. */
const MEANING = ["model", "expression", "template", "calc"];
const FILE = ["archive", "sheets"];
const MAY_KNOW = {
  model: [],
  expression: ["model"],
  template: ["model", "expression"],
  calc: ["model", "expression", "template"],
  checks: MEANING,
  narrative: MEANING,
  forms: MEANING,
  editing: [...MEANING, "forms"],
  archive: [],
  sheets: ["archive"],
  patching: FILE,
  recognition: [...FILE, "model", "template"],
  reading: [...FILE, "model", "template", "recognition"],
  saving: [...FILE, ...MEANING, "recognition", "reading", "patching"],
  drawing: ["model", "expression", "template", "forms"],
  word: ["archive", ...MEANING, "narrative"],
  prose: [],
  comparing: [...MEANING, "narrative", "prose"],
  documents: ["archive", "word", "prose"],
  exchange: [
    ...FILE,
    ...MEANING,
    "checks",
    "narrative",
    "recognition",
    "reading",
    "patching",
    "saving",
    "drawing",
    "word",
  ],
  legacy: ["archive"],
  publishing: [...FILE, ...MEANING, "narrative", "reading", "patching", "saving", "exchange"],
  messages: [...MEANING, "checks", "narrative", "forms", "editing", "publishing"],
  delivery: [...MEANING, "checks", "narrative", "drawing", "word", "exchange", "publishing", "messages", "pages"],
  pages: [...MEANING, "checks", "narrative", "forms", "messages"],
};

/** What each folder of the window may know besides shared/ and itself; app puts all of them together. */
const FACE_MAY_KNOW = {
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

const PRODUCT = "^(shared|electron|renderer)/";

/** A rule that refuses the imports `from` → `to`. */
function forbid(name, comment, from, to) {
  return { name, severity: "error", comment, from, to };
}

/** A folder of shared/ imports the base, what it may know, and itself. */
function layerRules() {
  return Object.entries(MAY_KNOW).map(([folder, known]) =>
    forbid(
      `layer-${folder}`,
      `shared/${folder} knows the base${known.map((name) => `, ${name}`).join("")} and nothing else of shared/.`,
      { path: `^shared/${folder}/` },
      { path: "^shared/", pathNot: ["^shared/[^/]+$", ...[...known, folder].map((name) => `^shared/${name}/`)] },
    ),
  );
}

/** A folder of the window imports what it may know, and itself: features do not know each other. */
function faceRules() {
  return Object.entries(FACE_MAY_KNOW).map(([folder, known]) =>
    forbid(
      `face-${folder}`,
      `renderer/${folder} knows shared/${known.map((name) => `, ${name}`).join("")} and nothing else of the window.`,
      { path: `^renderer/${folder}/` },
      { path: "^(renderer|electron)/", pathNot: [...known, folder].map((name) => `^renderer/${name}/`) },
    ),
  );
}

/** A package may be imported only from the files of `door`. */
function door(name, packages, doorPath, comment) {
  return forbid(`door-${name}`, comment, { pathNot: doorPath }, { path: `(^|/)node_modules/(${packages.join("|")})/` });
}

module.exports = {
  forbidden: [
    forbid("no-cycle", "No import cycle, type imports included.", {}, { circular: true }),
    forbid("no-unresolved", "Every import leads somewhere.", {}, { couldNotResolve: true }),
    forbid(
      "no-undeclared",
      "Packages are declared in package.json.",
      {},
      { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    ),
    forbid(
      "no-tool-in-product",
      "The product runs without the packages that only build and test it; electron is what it runs on.",
      { path: PRODUCT },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "(^|/)node_modules/electron/" },
    ),
    forbid(
      "no-outside",
      "Nothing outside the repository is imported.",
      {},
      { path: "^\\.\\./", pathNot: "/node_modules/" },
    ),
    forbid(
      "product-alone",
      "The product imports nothing from its tests, its build scripts or its data.",
      { path: PRODUCT },
      { path: "^(test|build|templates)/" },
    ),
    forbid("no-test-in-build", "Build scripts do not import tests.", { path: "^build/" }, { path: "^test/" }),

    forbid("base-alone", "shared/*.ts knows only itself.", { path: "^shared/[^/]+$" }, { path: "^shared/[^/]+/" }),
    ...layerRules(),
    forbid(
      "host-alone",
      "host/contract stands alone.",
      { path: "^shared/host/" },
      { path: ".", pathNot: "^shared/host/" },
    ),
    forbid(
      "shared-closed",
      "shared/ knows no shell and no face.",
      { path: "^shared/" },
      { path: "^(electron|renderer)/" },
    ),
    forbid(
      "shared-pure",
      "shared/ knows no file, process or network.",
      { path: "^shared/" },
      { dependencyTypes: ["core"] },
    ),

    forbid(
      "shell-without-domain",
      "The shell knows the base and the host contract; only its command line knows all of shared/.",
      { path: "^electron/", pathNot: "^electron/cli/" },
      { path: "^shared/", pathNot: ["^shared/[^/]+$", "^shared/host/"] },
    ),
    forbid(
      "session-alone",
      "What the window holds knows shared/ and its worker, and none of the views.",
      { path: "^renderer/session/" },
      { path: "^renderer/", pathNot: "^renderer/(session|worker)/" },
    ),
    forbid(
      "worker-alone",
      "The worker is another process: it knows shared/ and nothing of the page.",
      { path: "^renderer/worker/" },
      { path: "^renderer/", pathNot: "^renderer/worker/" },
    ),
    ...faceRules(),
    forbid(
      "ui-without-domain",
      "Buttons, menus and dialogs know no workbook.",
      { path: "^renderer/ui/" },
      { path: "^shared/" },
    ),
    forbid(
      "cli-is-an-entry",
      "Nothing of the product imports the command line.",
      { path: PRODUCT, pathNot: "^electron/cli/" },
      { path: "^electron/cli/" },
    ),

    door(
      "decimal",
      ["decimal\\.js"],
      "^(shared/decimal\\.ts$|test/)",
      "shared/decimal.ts is the only door to decimal.js.",
    ),
    door(
      "archive",
      ["fflate", "saxes"],
      "^(shared/(archive|drawing)/|test/)",
      "Zip and XML are opened in shared/archive, and settled in shared/drawing after exceljs wrote them.",
    ),
    door(
      "word",
      ["docxtemplater", "pizzip"],
      "^(shared/word/|test/)",
      "Word templates are filled in shared/word only.",
    ),
    door(
      "exceljs",
      ["exceljs"],
      "^(shared/drawing/|build/|test/)",
      "exceljs makes workbooks from nothing; it never touches the accountant's file.",
    ),
    door(
      "pdfjs",
      ["pdfjs-dist"],
      "^(shared/documents/|renderer/print/|test/)",
      "Existing PDFs are read in shared/documents; the print page draws the program's own.",
    ),
    door("xlsx", ["@e965/xlsx"], "^(shared/legacy/|test/)", "Old .xls and .et are opened in shared/legacy only."),
    door("electron", ["electron"], "^(electron|build|test)/", "Only the shell speaks with Electron."),
    door("page", ["react", "react-dom", "lucide-react"], "^(renderer|test)/", "Only the window is made of components."),
    door(
      "ag-grid",
      ["ag-grid-community", "ag-grid-react"],
      "^(renderer/sheet|test)/",
      "AG Grid draws sheets and nothing else.",
    ),
    door(
      "base-ui",
      ["@base-ui/react"],
      "^(renderer/(ui|codes)|test)/",
      "Dialogs, menus and the like are wrapped in renderer/ui; the choice of codes has its own combobox.",
    ),
    door("echarts", ["echarts"], "^(renderer/overview|test)/", "Charts are drawn on the overview page."),
    door("pinyin", ["pinyin-pro"], "^(renderer/codes|test)/", "Initials of codes' names are made in renderer/codes."),
    door("docx", ["docx"], "^(build|test)/", "docx makes the packs' narrative templates, in build/ only."),
    door(
      "hyperformula",
      ["hyperformula"],
      "^build/bench/",
      "HyperFormula is the peer that the bench measures against.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|out|\\.cache)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    // Without exportsFields the resolver finds no package that has "exports", and rules on package names match nothing.
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
