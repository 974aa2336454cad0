/** Words that say that something is inside, but not what. */
const EMPTY_WORDS = new Set(["utils", "util", "helpers", "helper", "common", "misc", "manager", "service", "services"]);

/**
 * No file and no folder is named after the fact that it holds code: if a function has no home, the missing noun is the finding.
 * `types` is empty only as the whole name; `content-types` is a noun of the Excel format.
 *
 * @type {import("eslint").Rule.RuleModule}
 */
export const honestNames = {
  meta: {
    type: "problem",
    messages: { empty: "“{{name}}” says nothing about what is inside; name it after its noun." },
    schema: [],
  },
  create(context) {
    return {
      Program(node) {
        const inside = context.filename.slice(context.cwd.length);
        for (const part of inside.split(/[/\\]/)) {
          if (isEmptyName(part)) context.report({ node, messageId: "empty", data: { name: part } });
        }
      },
    };
  },
};

/** @type {(part: string) => boolean} */
function isEmptyName(part) {
  const words = part.toLowerCase().split(/[-_.]/);
  return words[0] === "types" || words.some((word) => EMPTY_WORDS.has(word));
}
