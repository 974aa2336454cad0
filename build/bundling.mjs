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
};
