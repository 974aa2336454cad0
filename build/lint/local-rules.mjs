import { documentedExports } from "./documented-exports.mjs";
import { honestNames } from "./honest-names.mjs";
import { noChineseText } from "./no-chinese-text.mjs";
import { noModuleState } from "./no-module-state.mjs";

/**
 * The house rules that no published plugin has, under the prefix `local/`.
 *
 * @type {import("eslint").ESLint.Plugin}
 */
export const localRules = {
  rules: {
    "documented-exports": documentedExports,
    "honest-names": honestNames,
    "no-chinese-text": noChineseText,
    "no-module-state": noModuleState,
  },
};
