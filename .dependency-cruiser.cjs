/**
 * Who may import whom. test/architecture/fences.test.ts breaks every rule below on purpose, so that none is a rule that
 * matches nothing; a rule without such a break fails that test.
 */

/** The layers of shared/, lowest first; those on one line do not know each other. */
const LAYERS = [
  ["model"],
  ["expression"],
  ["template"],
  ["calc"],
  ["checks", "narrative"],
  ["exchange", "messages", "pages"],
];

const PRODUCT = "^(shared|electron|renderer)/";

/** A rule that refuses the imports `from` → `to`. */
function forbid(name, comment, from, to) {
  return { name, severity: "error", comment, from, to };
}

/** A folder of shared/ imports the base (shared/*.ts), the layers below its own, and itself. */
function layerRules() {
  return LAYERS.flatMap((folders, level) => {
    const below = LAYERS.slice(0, level).flat();
    return folders.map((folder) =>
      forbid(
        `layer-${folder}`,
        `shared/${folder} knows the base${below.map((name) => `, ${name}`).join("")} and nothing else of shared/.`,
        { path: `^shared/${folder}/` },
        { path: "^shared/", pathNot: ["^shared/[^/]+$", ...[...below, folder].map((name) => `^shared/${name}/`)] },
      ),
    );
  });
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
      "The product runs without the packages that only build and test it.",
      { path: PRODUCT },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
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
      "office",
      ["fflate", "saxes", "docxtemplater", "pizzip"],
      "^(shared/exchange/|test/)",
      "The zip, XML and Word libraries are used in shared/exchange only.",
    ),
    door(
      "exceljs",
      ["exceljs"],
      "^(shared/exchange/(new-excel|report)[^/]*\\.ts$|build/|test/)",
      "exceljs makes workbooks from nothing; it never touches the accountant's file.",
    ),
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
