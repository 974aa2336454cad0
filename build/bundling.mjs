import path from "node:path";

/**
 * Packing and unpacking fill tables of 64 K when they are loaded. Node unpacks by itself, so most runs of the command line never need
 * them: the package is bundled as it is, but runs when something of it is first used.
 *
 * @type {import("esbuild").Plugin}
 */
const WHEN_USED = {
  name: "when-used",
  setup(build) {
    const namespace = "when-used";
    build.onResolve({ filter: /^fflate\/browser$/ }, (asked) =>
      asked.namespace === namespace ? null : { path: asked.path, namespace },
    );
    build.onLoad({ filter: /./, namespace }, async (asked) => {
      /** @type {unknown} */
      const loaded = await import(asked.path);
      const names = Object.keys(/** @type {object} */ (loaded));
      const lines = names.map((name) => `get ${name}() { return require(${JSON.stringify(asked.path)}).${name}; },`);
      return {
        contents: ["module.exports = {", ...lines, "};"].join("\n"),
        resolveDir: path.dirname(import.meta.dirname),
      };
    });
  },
};

/**
 * How the command line is put together for Node: one CommonJS file, which runs with its code remembered (electron/cli/remembered-code.ts).
 * The bench bundles both sides of a comparison the same way. Names are shortened because a process that has just started spends much of its
 * time reading its own text; what lies behind a dynamic import() is bundled too, but costs nothing until it is used.
 *
 * @type {import("esbuild").BuildOptions}
 */
export const BUNDLING = {
  outExtension: { ".js": ".cjs" },
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // What a module knows of itself, for a file that is none.
  banner: { js: 'var moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  define: { "import.meta.url": "moduleUrl", "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" },
  legalComments: "none",
  plugins: [WHEN_USED],
};
