import sdl from "@microsoft/eslint-plugin-sdl";
import noUnsanitized from "eslint-plugin-no-unsanitized";
import security from "eslint-plugin-security";

/** The plugins that know how windows and shells are broken into. @type {Record<string, import("eslint").ESLint.Plugin>} */
export const SECURITY_PLUGINS = { security, "no-unsanitized": noUnsanitized, "@microsoft/sdl": sdl };

/** All their rules that concern such a program, as errors, but for the two named here. @type {Record<string, "error" | "off">} */
export const SECURITY_RULES = {
  ...everyRule("security", security),
  ...everyRule("no-unsanitized", noUnsanitized),
  ...everyRule("@microsoft/sdl", sdl),
  // Finds every object[key]. What it fears needs a key from outside that is written to: such places use Map or defineProperty.
  "security/detect-object-injection": "off",
  // Finds every comparison with a name like "token". There is no secret in this program that a comparison could give away.
  "security/detect-possible-timing-attacks": "off",
};

/** @type {(prefix: string, plugin: import("eslint").ESLint.Plugin) => Record<string, "error">} */
function everyRule(prefix, plugin) {
  const concerning = Object.keys(plugin.rules ?? {}).filter((rule) => !/angular|winjs|msapp/.test(rule));
  return Object.fromEntries(concerning.map((rule) => [`${prefix}/${rule}`, /** @type {const} */ ("error")]));
}
