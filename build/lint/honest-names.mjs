/** Names that say that something is inside, but not what. */
const EMPTY_NAMES = new Set([
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "misc",
  "manager",
  "service",
  "services",
  "types",
]);

/**
 * No file and no folder is named after the fact that it holds code: if a function has no home, the missing noun is the finding.
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
          const words = part.replace(/\.[^.]+$/, "").toLowerCase();
          const empty = words.split(/[-_.]/).find((word) => EMPTY_NAMES.has(word));
          if (empty !== undefined) context.report({ node, messageId: "empty", data: { name: part } });
        }
      },
    };
  },
};
