import path from "node:path";

/**
 * fflate fills tables of 64 K when it is loaded, saxes prepares patterns of all letters of XML. Node unpacks by itself and usual files are
 * read by patterns of their own, so most runs of the command line never need them: they are bundled as they are, but run when something of
 * them is first used.
 *
 * @type {import("esbuild").Plugin}
 */
const WHEN_USED = {
  name: "when-used",
  setup(build) {
    const namespace = "when-used";
    build.onResolve({ filter: /^(?:fflate\/browser|saxes)$/ }, (asked) =>
      asked.namespace === namespace ? null : { path: asked.path, namespace },
    );
    build.onLoad({ filter: /./, namespace }, async (asked) => {
      /** @type {unknown} */
      const loaded = await import(asked.path);
      const names = Object.keys(/** @type {object} */ (loaded));
      const lines = names.map((name) => {
        const [quoted, from] = [name, asked.path].map((text) => JSON.stringify(text));
        return `get [${quoted}]() { return require(${from})[${quoted}]; },`;
      });
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
