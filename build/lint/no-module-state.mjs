/**
 * A module of shared/ keeps nothing between two calls: no `let`, no collection that someone could add to, no global regular
 * expression that remembers where it stopped. A constant collection says so in its type (`readonly X[]`, `ReadonlyMap`,
 * `Readonly<…>`, a named type) or by `as const`.
 *
 * @type {import("eslint").Rule.RuleModule}
 */
export const noModuleState = {
  meta: {
    type: "problem",
    messages: {
      variable: "A variable of a module is state that outlives the call; pass it as an argument.",
      collection: "A collection of a module must be readonly by its type or by `as const`.",
      regex:
        "A global or sticky regular expression of a module keeps its place between calls; use match, matchAll or replaceAll.",
    },
    schema: [],
  },
  create(context) {
    /** @type {Set<string>} */
    const statefulExpressions = new Set();

    return {
      "Program > VariableDeclaration, Program > ExportNamedDeclaration > VariableDeclaration"(
        /** @type {import("estree").VariableDeclaration} */ node,
      ) {
        if (node.kind !== "const") context.report({ node, messageId: "variable" });
        for (const { id, init } of node.declarations) {
          if (id.type !== "Identifier" || !init) continue;
          if (isMutable(context.sourceCode, id, init)) context.report({ node: id, messageId: "collection" });
          if (init.type === "Literal" && "regex" in init && /[gy]/.test(init.regex.flags))
            statefulExpressions.add(id.name);
        }
      },
      "CallExpression > MemberExpression.callee[property.name=/^(exec|test)$/]"(
        /** @type {import("estree").MemberExpression} */ node,
      ) {
        if (node.object.type === "Identifier" && statefulExpressions.has(node.object.name)) {
          context.report({ node, messageId: "regex" });
        }
      },
    };
  },
};

/**
 * @type {(source: import("eslint").SourceCode, id: import("estree").Identifier, init: import("estree").Expression) => boolean}
 */
function isMutable(source, id, init) {
  const annotation = source
    .getText(id)
    .slice(id.name.length)
    .replace(/^\s*:\s*/, "");
  if (init.type === "ArrayExpression") return !/^(readonly\s|Readonly)/.test(annotation) && !isNamedType(annotation);
  if (init.type === "ObjectExpression") return annotation === "" || annotation.startsWith("Record<");
  if (init.type === "NewExpression" && init.callee.type === "Identifier") {
    return /^(Map|Set|WeakMap|WeakSet|Array)$/.test(init.callee.name) && !annotation.startsWith("Readonly");
  }
  return false;
}

/** @type {(annotation: string) => boolean} */
function isNamedType(annotation) {
  return /^[A-Z]\w*$/.test(annotation);
}
