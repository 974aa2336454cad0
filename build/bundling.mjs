/**
 * How the command line is put together for Node. The bench bundles both sides of a comparison the same way. Names are shortened because a
 * process that has just started spends much of its time reading its own text; source maps stand beside for reading traces.
 *
 * @type {import("esbuild").BuildOptions}
 */
export const BUNDLING = {
  outExtension: { ".js": ".mjs" },
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  format: "esm",
  // Libraries in the CommonJS form call require, which a module does not have.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  legalComments: "none",
};
