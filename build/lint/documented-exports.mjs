/**
 * Every exported declaration carries a doc comment with at least one full sentence. What the sentence is worth, only a
 * reader can say; that one exists, this rule says.
 *
 * @type {import("eslint").Rule.RuleModule}
 */
export const documentedExports = {
  meta: {
    type: "problem",
    messages: {
      missing:
        "An export of shared/ needs a doc comment: what it means in the domain, what it promises, what it refuses.",
      sentence: "The doc comment needs a full sentence, ending with a full stop.",
    },
    schema: [],
  },
  create(context) {
    /** @type {Set<string>} */
    const documentedFunctions = new Set();

    return {
      ExportNamedDeclaration(node) {
        if (!node.declaration) return;
        const name = functionName(node.declaration);
        // The overloads of one function share the comment of the first.
        if (name !== undefined && documentedFunctions.has(name)) return;
        const comment = docCommentBefore(context.sourceCode, node);
        if (comment === undefined) context.report({ node, messageId: "missing" });
        else if (!/[.!?:)`”"]\s*$/m.test(comment.replaceAll(/^\s*\*/gm, "")))
          context.report({ node, messageId: "sentence" });
        else if (name !== undefined) documentedFunctions.add(name);
      },
      ExportDefaultDeclaration(node) {
        if (docCommentBefore(context.sourceCode, node) === undefined) context.report({ node, messageId: "missing" });
      },
    };
  },
};

/** @type {(declaration: import("estree").Node) => string | undefined} */
function functionName(declaration) {
  /** @type {string} */
  const kind = declaration.type;
  const isFunction = kind === "FunctionDeclaration" || kind === "TSDeclareFunction";
  return isFunction && "id" in declaration && "name" in declaration.id ? declaration.id.name : undefined;
}

/** @type {(source: import("eslint").SourceCode, node: import("estree").Node) => string | undefined} */
function docCommentBefore(source, node) {
  const last = source.getCommentsBefore(node).at(-1);
  return last?.type === "Block" && last.value.startsWith("*") ? last.value : undefined;
}
