/**
 * An exception from a lint rule names the rule and gives its reason after ` -- `, so that a reader can tell whether it still holds.
 *
 * @type {import("eslint").Rule.RuleModule}
 */
export const reasonedExceptions = {
  meta: {
    type: "problem",
    messages: { reason: "Name the rule and say why: // eslint-disable-next-line rule-name -- reason" },
    schema: [],
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (!/^\s*eslint-disable/.test(comment.value) || !comment.loc) continue;
          const reasoned = /^\s*eslint-disable(-next-line|-line)?\s+\S.*?\s--\s+\S/.test(comment.value);
          if (!reasoned) context.report({ loc: comment.loc, messageId: "reason" });
        }
      },
    };
  },
};
